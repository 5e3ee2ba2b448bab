import type { TicketEvent } from '../events';
import type { Policy } from '../policy';
import type { Instant, Ticket } from '../ticket';
import { type Timer, type TimerKind, timersOf } from '../time';
import { plainly, SENTENCES } from './sentences';
import { lasting } from './times';
import { type Around, toldOf } from './told';

export interface Line {
  readonly seq: number;
  readonly at: Instant;
  readonly cause: string;
  readonly row: string | null;
  /** What happened and why, in one or two sentences. */
  readonly says: string;
  readonly passedOver: NonNullable<NonNullable<TicketEvent['decision']>['passedOver']>;
}

/** What happened to a ticket, event by event, from the decision records (LIFECYCLE §9). */
export const storyOf = (events: readonly TicketEvent[], around: Around): Line[] =>
  events.map((event) => {
    const sentence = SENTENCES[`${event.type}.${event.cause}`] ?? plainly;
    const passedOver = event.decision?.passedOver ?? [];
    return {
      seq: event.seq,
      at: event.at,
      cause: event.cause,
      row: event.row,
      says: withOthers(sentence(toldOf(event, around)), event),
      passedOver,
    };
  });

const WAITS: Readonly<Record<string, string>> = {
  nobody_free: 'Nobody could take it.',
  outside_hours: 'It waits for working hours.',
  manual: 'It waits until a person gives it to somebody.',
  waits_for_last_agent: 'It waits for the agent who helped this customer last.',
};

function withOthers(says: string, { decision, assignee }: TicketEvent): string {
  const others = (decision?.passedOver ?? []).map(({ name, why }) => `${name} (${why})`);
  const waits =
    WAITS[String(decision?.facts.waits ?? decision?.rule)] ?? (others.length > 0 && !assignee?.to ? WAITS.nobody_free : undefined);
  return [says, ...(waits ? [waits] : []), ...(others.length > 0 ? [`Passed over: ${others.join(', ')}.`] : [])].join(' ');
}

const DOES: Readonly<Record<TimerKind, string>> = {
  idle: 'goes idle',
  idle_close: 'closes by itself',
  idle_reminder: 'sends a reminder',
  auto_close: 'closes for its age',
  in_progress: 'returns to the queue',
  wake: 'wakes',
  unassigned: 'closes because nobody took it',
  confirm_close: 'closes without an answer to the closing question',
};

export interface Next {
  readonly kind: TimerKind;
  readonly dueAt: Instant;
  readonly says: string;
}

/** What time will do next, soonest first. */
export const nextOf = (ticket: Ticket, policy: Policy, now: Instant, moment: Around['moment']): Next[] =>
  timersOf(ticket, policy).map(({ kind, dueAt }: Timer) => ({
    kind,
    dueAt,
    says: `It ${DOES[kind]} ${dueAt <= now ? 'any moment' : `in ${lasting(dueAt - now)}`}, at ${moment(dueAt, now)}, unless something happens before.`,
  }));

/** How it stands, in one sentence. */
export function standsNow({ status, statusSince }: Ticket, assignee: string | null, now: Instant, moment: Around['moment']): string {
  const who = assignee ? `, with ${assignee}` : status === 'closed' ? '' : ', with nobody';
  return `It has been ${status.replaceAll('_', ' ')} since ${moment(statusSince, now)}${who}.`;
}
