import { milliseconds } from '../../src/domain/duration';
import type { Ticket } from '../api/types';
import type { Words } from '../words/en';
import type { Times } from '../words/times-in';
import { isMissed } from './aims';

export interface NextLine {
  readonly key: string;
  readonly head: string;
  readonly says: string;
}

interface Told {
  readonly ticket: Pick<Ticket, 'status' | 'stage' | 'timers' | 'targets' | 'snoozedUntil' | 'excludeFromClosing' | 'replyWindow'>;
  /** What the sentences call the customer. */
  readonly name: string;
  /** The timers of its channel: durations in ISO 8601. */
  readonly durations: Readonly<Record<string, unknown>>;
  readonly now: number;
  readonly zone: string;
}

/** Which setting a timer runs for. */
const SETTING: Readonly<Record<string, string>> = {
  idle: 'idleAfter',
  idle_close: 'idleCloseAfter',
  auto_close: 'autoCloseAfter',
  in_progress: 'inProgressAfter',
  unassigned: 'closeUnassignedAfter',
  confirm_close: 'confirmCloseAfter',
};

/**
 * What time will do to a ticket, soonest first. The first is said as distance and moment; the others as the moment and
 * what it hangs on.
 */
export function nextLines(told: Told, all: Words, times: Times): NextLine[] {
  const {
    ticket: { next: words },
    common,
  } = all;
  const { ticket, name, durations, now, zone } = told;
  if (ticket.status === 'closed') return [];
  const dues = [...ticket.timers.map(({ kind, dueAt }) => ({ kind, at: Date.parse(dueAt) })), ...windowEnd(ticket, now)];
  const timed = dues
    .sort((one, other) => one.at - other.at)
    .map(({ kind, at }, index): NextLine => {
      const moment = times.moment(at, now);
      const setting = milliseconds((durations[SETTING[kind] ?? ''] ?? null) as string | null);
      const says = words.says[kind]?.(name, setting === null ? null : common.lasting(setting), zone) ?? '';
      if (index > 0) return { key: kind, head: words.does[kind](words.at(moment)), says };
      const when = at - now < 30_000 ? words.now : words.inWhile(common.lasting(at - now));
      return { key: kind, head: words.does[kind](when), says: words.first(words.at(moment), says) };
    });
  const standing = [...aimsOf(told, all, times), ...standingOf(told, words)];
  return timed.length + standing.length > 0 ? [...standing, ...timed] : [{ key: 'nothing', head: words.nothing, says: words.staysSo }];
}

/** What is to be done in time comes before what time does by itself. */
function aimsOf({ ticket, now }: Told, { targets: { kinds, next }, ticket: { next: words }, common }: Words, times: Times): NextLine[] {
  const running = ticket.targets.filter(({ endedAt }) => endedAt === null).sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return running.map((target): NextLine => {
    const { kind, dueAt } = target;
    const left = Date.parse(dueAt) - now;
    const at = words.at(times.moment(dueAt, now));
    if (isMissed(target, now)) return { key: kind, head: next.missed(kinds[kind]), says: next.wasDue(at) };
    const when = left < 30_000 ? words.now : words.inWhile(common.lasting(left));
    return { key: kind, head: next.due(kinds[kind], when), says: words.first(at, next.says[kind]) };
  });
}

type Kind = Ticket['timers'][number]['kind'] | 'window' | 'windowHuman';

function windowEnd({ replyWindow }: Told['ticket'], now: number): { readonly kind: Kind; readonly at: number }[] {
  const at = replyWindow?.closesAt ? Date.parse(replyWindow.closesAt) : 0;
  if (at <= now) return [];
  return [{ kind: replyWindow?.state === 'human_agent' ? 'windowHuman' : 'window', at }];
}

/** What holds without a moment: timers that are off, a snooze that only the customer ends. */
function standingOf({ ticket, name }: Told, words: Words['ticket']['next']): NextLine[] {
  const lines: NextLine[] = [];
  if (ticket.excludeFromClosing) lines.push({ key: 'stays', head: words.stays, says: words.timersOff });
  if (ticket.stage.key === 'snoozed' && ticket.snoozedUntil === null)
    lines.push({ key: 'untilReply', head: words.untilReply(name), says: words.notBefore });
  return lines;
}
