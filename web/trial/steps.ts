import type { Ticket } from '../api/types';

export const STEPS = ['write', 'bot', 'person', 'answer', 'close', 'connect'] as const;
export type Step = (typeof STEPS)[number];

interface Seen {
  /** What the phones show. */
  readonly messages: readonly { readonly side: 'in' | 'out' }[];
  readonly tickets: readonly Pick<Ticket, 'status' | 'firstResponseAt'>[];
  readonly hasRealChannel: boolean;
}

// biome-ignore format: a table is read in columns
const DONE: Record<Step, (seen: Seen) => boolean> = {
  write:   ({ messages }) => messages.some(({ side }) => side === 'out'),
  bot:     ({ messages }) => messages.some(({ side }) => side === 'in'),
  person:  ({ tickets }) => tickets.length > 0,
  answer:  ({ tickets }) => tickets.some(({ firstResponseAt }) => firstResponseAt !== null),
  close:   ({ tickets }) => tickets.some(({ status }) => status === 'closed'),
  connect: ({ hasRealChannel }) => hasRealChannel,
};

/** How far the trial has come: each step ticks itself when it has happened, in whatever order. */
export function progress(seen: Seen): { readonly done: ReadonlySet<Step>; readonly now: Step | null } {
  const done = new Set(STEPS.filter((step) => DONE[step](seen)));
  return { done, now: STEPS.find((step) => !done.has(step)) ?? null };
}
