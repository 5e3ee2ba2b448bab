import type { Instant } from '../ticket';
import { byTicket, isFirst } from './slices';
import type { Stand, Trace } from './trace';

/** Where a ticket is counted by now, and where it stands when all of its traces are. */
export interface Step {
  readonly channelId: string;
  /** null = nowhere yet. */
  readonly was: Stand | null;
  readonly now: Stand;
}

/** The traces that are not counted yet, one step for each ticket. */
export function stepsOf(traces: readonly Pick<Trace, 'id' | 'ticketId' | 'seq' | 'channelId' | 'was' | 'now'>[]): Step[] {
  return [...byTicket(traces)].flatMap(([, its]) => {
    const moved = its.filter(({ now }) => now !== null);
    const [first, last] = [moved[0], moved.at(-1)];
    return first && last?.now ? [{ channelId: first.channelId, was: isFirst(first) ? null : first.was, now: last.now }] : [];
  });
}

/** Since when those who leave a group were in it, and those who come. */
export interface Passing {
  readonly gone: readonly Instant[];
  readonly come: readonly Instant[];
}

/** What steps change in a group of tickets that are counted by since when they are in it. */
export function passing(
  steps: readonly Step[],
  isIn: (standing: Stand & { readonly channelId: string }) => boolean,
  since: (stand: Stand) => Instant,
): Passing {
  const of = (which: 'was' | 'now') =>
    steps.flatMap(({ channelId, [which]: stand }) => (stand && isIn({ ...stand, channelId }) ? [since(stand)] : []));
  return { gone: of('was'), come: of('now') };
}
