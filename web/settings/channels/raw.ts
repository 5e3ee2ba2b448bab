const DETAILS = ['messages', 'statuses'] as const;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const firstOf = (value: unknown): Record<string, unknown> => (Array.isArray(value) && isObject(value[0]) ? value[0] : {});

/** What one event of Meta is more closely: the type of its message or the status it tells; null = nothing that says more. */
export function detailOf(raw: unknown): string | null {
  const entry = firstOf(isObject(raw) ? raw.entry : null);
  const { value } = firstOf(entry.changes);
  if (!isObject(value)) return null;
  const told = DETAILS.map((name) => firstOf(value[name])).find((item) => Object.keys(item).length > 0);
  const word = told?.status ?? told?.type;
  return typeof word === 'string' ? word : null;
}
