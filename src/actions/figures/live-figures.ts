import { milliseconds } from '../../domain/duration';
import { changesOf, together } from '../../domain/figures/counts';
import { seconds } from '../../domain/figures/durations';
import { isTheirs, type Whose } from '../../domain/figures/stood';
import { stepsOf } from '../../domain/figures/uncounted';
import type { Staff } from '../../ports/store';
import type { Desk } from '../desk';
import { standingNow } from './standing-now';

/** So long before an answer window ends it counts as closing where the desk is not to say so. */
const CLOSING = 2 * 60 * 60_000;

/** What an admin looks at first: how many are open, who waits, whose windows end soon, and who is there. */
export async function liveFigures(desk: Desk, whose: Pick<Whose, 'channels' | 'teams'>) {
  const { reads } = desk.store;
  const at = desk.clock.now();
  const within = desk.house.current().settings.delivery.windowWarnBefore;
  const closing = within === null ? CLOSING : (milliseconds(within) ?? CLOSING);
  const { counts, traces } = await standingNow(desk);
  const theirs = together(counts, changesOf(stepsOf(traces))).filter(isTheirs(whose));
  const { tickets, oldestSince } = await reads.queueNow(whose);
  return {
    at,
    open: theirs.reduce((open, count) => open + (count.status === 'closed' ? 0 : count.tickets), 0),
    queue: { tickets, oldestSeconds: oldestSince === null ? null : Math.max(0, seconds(at) - seconds(oldestSince)) },
    windowsClosing: { tickets: await reads.windowsEnding(at, at + closing, whose), withinSeconds: seconds(closing) },
    agents: presences(await reads.staff(), whose),
  };
}

function presences(staff: readonly Staff[], { teams }: Pick<Whose, 'teams'>) {
  const there = staff.filter(({ removedAt, teamIds }) => removedAt === null && (!teams || teams.some((id) => isIn(id, teamIds))));
  const of = (which: Staff['presence']): number => there.filter(({ presence }) => presence === which).length;
  return { online: of('online'), away: of('away'), offline: of('offline') };
}

/** Tickets of no team are everybody's. */
const isIn = (teamId: string | null, teamIds: readonly string[]): boolean => teamId === null || teamIds.includes(teamId);
