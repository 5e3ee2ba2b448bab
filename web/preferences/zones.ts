/** Every zone that this browser knows, and UTC. */
export const zonesHere = (): readonly string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('_', ' ');

/** New York, for America/New_York. */
export const cityIn = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The zone that somebody means: its name in any case, with spaces or not, or its city alone where only one has it. */
export function zoneFrom(text: string, zones: readonly string[]): string | null {
  const asked = plain(text);
  if (asked === '') return null;
  const exact = zones.find((zone) => plain(zone) === asked);
  if (exact) return exact;
  const cities = zones.filter((zone) => plain(cityIn(zone)) === asked);
  return cities.length === 1 ? (cities[0] ?? null) : null;
}
