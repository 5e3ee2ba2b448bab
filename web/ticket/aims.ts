import type { Ticket } from '../api/types';
import type { Words } from '../words/en';
import type { Times } from '../words/times-in';

type Target = Ticket['targets'][number];

export interface Aim {
  readonly kind: Target['kind'];
  readonly dueAt: number;
  readonly state: 'running' | 'soon' | 'missed';
}

/** The target that is due next, or was and is still awaited; null when none runs. */
export function nextAim({ targets }: Pick<Ticket, 'targets'>, now: number): Aim | null {
  const running = targets.flatMap((target) => (target.endedAt === null ? [aimOf(target, now)] : []));
  return running.sort((one, other) => one.dueAt - other.dueAt)[0] ?? null;
}

/** As soon as the desk says so, or its moment has passed by this page's clock, which steps in minutes. */
export const isMissed = ({ dueAt, state }: Target, now: number): boolean => state === 'missed' || Date.parse(dueAt) <= now;

const aimOf = (target: Target, now: number): Aim => ({
  kind: target.kind,
  dueAt: Date.parse(target.dueAt),
  state: isMissed(target, now) ? 'missed' : target.state === 'soon' ? 'soon' : 'running',
});

/** First answer due in 12 min, at 11:54. */
export function aimSaid({ kind, dueAt, state }: Aim, now: number, { targets, common, ticket }: Words, times: Times): string {
  const name = targets.kinds[kind];
  const at = ticket.next.at(times.moment(dueAt, now));
  if (state === 'missed') return targets.missed(name, at);
  return dueAt - now < 60_000 ? targets.dueNow(name) : targets.due(name, common.lasting(dueAt - now), at);
}

/** Each target of a ticket as one line. */
export function aimLines(ticket: Pick<Ticket, 'targets'>, now: number, words: Words, times: Times) {
  const { targets, ticket: said } = words;
  return ticket.targets.map((target) => {
    const { kind, dueAt, endedAt, state } = target;
    if (endedAt === null) return { kind, tone: aimOf(target, now).state, says: aimSaid(aimOf(target, now), now, words, times) };
    const late = state === 'missed';
    const name = targets.kinds[kind];
    const says = late ? targets.answeredLate(name, said.next.at(times.moment(dueAt, now))) : targets.met(name);
    return { kind, tone: late ? ('missed' as const) : ('running' as const), says };
  });
}
