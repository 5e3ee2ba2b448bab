import type { BulkResult } from '../../../src/http/schemas/bulk';
import type { Ticket } from '../../api/types';
import type { Words } from '../../words/en';
import type { Deed } from './run';

/** What became of one deed; `error` when nobody knows. */
export interface Outcome {
  readonly deed: Deed;
  readonly asked: number;
  readonly results: readonly BulkResult[];
  readonly error: unknown;
}

type Refused = Extract<BulkResult, { ok: false }>;

export const refusedIn = ({ results }: Outcome): Refused[] => results.filter((one): one is Refused => !one.ok);

/** Those that were not done: refused, or not asked for because the call broke off. */
export const notDone = ({ results }: Outcome, ids: readonly string[]): string[] => {
  const done = new Set(results.filter(({ ok }) => ok).map(({ ticketId }) => ticketId));
  return ids.filter((id) => !done.has(id));
};

interface Knowing {
  readonly ticket: (id: string) => Ticket | undefined;
  /** Why the deed can't be done to this ticket as it is now; null when it could be. */
  readonly why: (ticket: Ticket) => string | null;
  readonly words: Words;
}

/** `#1042, #1043: Luis has it.`, a line for each reason. */
export function reasonsIn(outcome: Outcome, { ticket, why: whyNow, words }: Knowing): string[] {
  const byReason = new Map<string, string[]>();
  for (const one of refusedIn(outcome)) {
    const known = ticket(one.ticketId);
    const why = (known && whyNow(known)) ?? reasonOf(one, known, words);
    byReason.set(why, [...(byReason.get(why) ?? []), known ? `#${known.number}` : words.inbox.bulk.one]);
  }
  return [...byReason].map(([why, numbers]) => `${[...new Set(numbers)].join(', ')}: ${why}`);
}

function reasonOf({ code, detail }: Refused, ticket: Ticket | undefined, { ticket: { because }, common }: Words): string {
  if (code === 'illegal_transition' && ticket) return because.status(common.statuses[ticket.status]);
  return because.codes[code] ?? detail;
}
