const MIB = 1024 * 1024;
const WAITING = { bytes: 32 * MIB, events: 5000 };

/** When whoever is refused for it may come again, in seconds. */
export const RETRY_AFTER = 5;

/** Whether more waits to be stored than is taken in (CONTRACT "HTTP"). */
export function isFull({ waiting }: { waiting(): { readonly bytes: number; readonly events: number } }): boolean {
  const { bytes, events } = waiting();
  return bytes >= WAITING.bytes || events >= WAITING.events;
}
