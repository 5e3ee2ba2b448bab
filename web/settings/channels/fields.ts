import type { Webhook } from './queries';

export interface FieldRow {
  readonly field: string;
  /** `missing`: events come, but none of this one, and something is lost if it isn't subscribed. `quiet`: it seldom comes. */
  readonly state: 'seen' | 'missing' | 'quiet';
}

/** What is known of each field. Before the first event nothing is missed yet. */
export function fieldsIn(fields: readonly string[], webhook: Webhook | undefined, without: Readonly<Record<string, string>>): FieldRow[] {
  const seen = new Set(webhook?.fieldsSeen.map(({ field }) => field));
  const begun = webhook !== undefined && webhook.firstEvent !== null;
  return fields.map((field) => ({ field, state: seen.has(field) ? 'seen' : begun && field in without ? 'missing' : 'quiet' }));
}
