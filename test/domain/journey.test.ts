import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { replay } from '../../src/domain/events';
import { isSnoozed, type Ticket } from '../../src/domain/ticket';
import { timersOf } from '../../src/domain/time';
import { TRANSITIONS } from '../../src/domain/transitions';
import { anyHappening, happen, newWorld, type World } from '../support/journey';
import { RUNS } from '../support/runs';

/** What is true of every ticket at every moment. Each rule answers what it found and what it should have found. */
const TRUTHS: Record<string, (ticket: Ticket, world: World) => [found: unknown, expected: unknown]> = {
  'its events, replayed, give status, stage and assignee': (ticket, { events }) => [
    replay(events),
    { status: ticket.status, stage: ticket.stage, assigneeId: ticket.assigneeId },
  ],
  'its events are numbered from 1 without gaps': (ticket, { events }) => [
    events.map(({ seq }) => seq),
    Array.from({ length: ticket.eventSeq }, (_, at) => at + 1),
  ],
  'each event begins where the former ended': (_, { events }) => [
    events.filter((event, at) => {
      const before = replay(events.slice(0, at));
      return [
        event.status && event.status.from !== before.status,
        event.stage && event.stage.from !== before.stage,
        event.assignee && event.assignee.from !== before.assigneeId,
      ].some(Boolean);
    }),
    [],
  ],
  'every change of status is a row of the table': (_, { events }) => [
    events.filter(
      ({ status, row, cause, actor }) =>
        status &&
        status.from !== null &&
        !TRANSITIONS.some(
          (one) =>
            one.row === row &&
            one.from.includes(status.from as never) &&
            one.to === status.to &&
            (one.causes as readonly string[]).includes(cause) &&
            one.by.includes(actor.kind),
        ),
    ),
    [],
  ],
  'it is closed exactly when its stage says so': ({ status, stage }) => [
    stage === 'closed' || stage === 'auto_closed',
    status === 'closed',
  ],
  'what is active or idle is not asleep': (ticket) => [
    isSnoozed(ticket) && (ticket.status === 'active' || ticket.status === 'idle'),
    false,
  ],
  'nobody has what is pending, set aside or closed': ({ status, assigneeId }) => [
    ['pending', 'in_progress', 'closed'].includes(status) && assigneeId !== null,
    false,
  ],
  'somebody has what is active': ({ status, assigneeId }) => [status === 'active' && assigneeId === null, false],
  'it wakes by a time, or by a reply, exactly while asleep': (ticket) => [
    [ticket.snoozedUntil !== null, ticket.snoozeUntilReply].filter(Boolean).length,
    isSnoozed(ticket) ? 1 : 0,
  ],
  'it remembers a stage only while asleep': (ticket) => [ticket.stageBeforeSnooze !== null && !isSnoozed(ticket), false],
  'it remembers who had it': (ticket, { events }) => [
    ticket.assigneeId === null && ticket.lastAssigneeId,
    ticket.assigneeId === null && (events.findLast(({ assignee }) => assignee?.from)?.assignee?.from ?? null),
  ],
  'whoever gave it back is remembered in the queue only': (ticket) => [ticket.releasedFrom !== null && ticket.status !== 'pending', false],
  'it is closed since a moment and for a cause, or not at all': (ticket) => [
    [ticket.closedAt !== null, ticket.closeCause !== null],
    [ticket.status === 'closed', ticket.status === 'closed'],
  ],
  'nobody waits in a closed one': ({ status, waiting }) => [status === 'closed' && waiting, false],
  'the desk looks at it when its first timer is due': (ticket, { policy }) => [
    ticket.lookAt,
    timersOf(ticket, policy)
      .map(({ dueAt }) => dueAt)
      .sort((a, b) => a - b)[0] ?? null,
  ],
  'nothing that has happened lies in the future': ({ statusSince, stageSince, aliveSince, updatedAt, createdAt }, { at }) => [
    [statusSince, stageSince, aliveSince, updatedAt, createdAt].filter((moment) => moment > at),
    [],
  ],
};

describe('whatever people, customers, settings and time do to a chat', () => {
  it('leaves every ticket true', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 40, size: 'max' }), (happenings) => {
        let world = newWorld();
        for (const one of happenings) {
          world = happen(world, one);
          if (world.ticket) for (const [truth, of] of Object.entries(TRUTHS)) holds(truth, of(world.ticket, world));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('goes through every row of the table', () => {
    const rows = new Set<string | null>();
    fc.assert(
      fc.property(fc.array(anyHappening, { minLength: 40, maxLength: 60, size: 'max' }), (happenings) => {
        const seen = (world: World) => world.events.forEach(({ row }) => void rows.add(row));
        happenings.reduce((world, one) => {
          const next = happen(world, one);
          seen(next);
          return next;
        }, newWorld());
      }),
      { numRuns: 800, seed: 7 },
    );
    expect([...new Set(TRANSITIONS.map(({ row }) => row))].filter((row) => !rows.has(row))).toEqual([]);
  });
});

function holds(truth: string, [found, expected]: [unknown, unknown]): void {
  if (isDeepStrictEqual(found, expected)) return; // cheap, some hundred thousand times; `expect` shows the difference
  expect({ [truth]: found }).toEqual({ [truth]: expected });
}
