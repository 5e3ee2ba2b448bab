import type { ActorKind } from '../../src/domain/events';
import { STATUSES, type Status, type Ticket } from '../../src/domain/ticket';
import { CAUSES, type Cause, illegal, type Move, move, rowFor, TRANSITIONS } from '../../src/domain/transitions';
import { ACTORS, ANA, aTicket, EVA, HOURS, NOON } from '../support/tickets';

const LATER = NOON + HOURS;

/** LIFECYCLE §3 once more, one cause a line, written down apart from the code: the two must agree. */
// biome-ignore format: a table is read in columns
const JOURNEY: readonly (readonly [row: string, from: Status, cause: Cause, by: string, to: Status, assignee: 'ana' | 'luis' | null, stage: string, lastAssigneeOnline?: boolean])[] = [
  ['T1',  'pending',     'assigned',             'system agent admin',          'active',      'luis', 'open'],
  ['T2',  'active',      'set_in_progress',      'agent admin',                 'in_progress', null,   'open'],
  ['T3',  'active',      'customer_silent',      'system',                      'idle',        'ana',  'open'],
  ['T4',  'active',      'closed_by_person',     'agent admin',                 'closed',      null,   'closed'],
  ['T5',  'active',      'assignee_unavailable', 'system agent admin',          'pending',     null,   'open'],
  ['T5',  'active',      'released',             'agent admin',                 'pending',     null,   'open'],
  ['T5',  'active',      'transferred',          'agent admin',                 'pending',     null,   'open'],
  ['T6',  'in_progress', 'assigned',             'agent admin',                 'active',      'luis', 'open'],
  ['T7',  'in_progress', 'in_progress_expired',  'system',                      'pending',     null,   'open'],
  ['T7',  'in_progress', 'woken',                'system customer agent admin', 'pending',     null,   'open'],
  ['T8',  'idle',        'set_in_progress',      'agent admin',                 'in_progress', null,   'open'],
  ['T9',  'idle',        'customer_replied',     'customer',                    'active',      'ana',  'open'],
  ['T10', 'idle',        'closed_by_person',     'agent admin',                 'closed',      null,   'closed'],
  ['T10', 'idle',        'idle_expired',         'system',                      'closed',      null,   'auto_closed'],
  ['T11', 'proactive',   'customer_replied',     'customer',                    'active',      'ana',  'open'],
  ['T12', 'closed',      'reopened',             'agent admin',                 'pending',     null,   'open', false],
  ['T12', 'closed',      'customer_returned',    'customer',                    'pending',     null,   'open', false],
  ['T13', 'closed',      'reopened',             'agent admin',                 'active',      'luis', 'open', true],
  ['T13', 'closed',      'customer_returned',    'customer',                    'active',      'luis', 'open', true],
  ['B1',  'pending',     'auto_closed',          'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'pending',     'unassignable',         'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'active',      'auto_closed',          'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'active',      'unassignable',         'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'proactive',   'auto_closed',          'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'proactive',   'unassignable',         'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'in_progress', 'auto_closed',          'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'in_progress', 'unassignable',         'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'idle',        'auto_closed',          'system',                      'closed',      null,   'auto_closed'],
  ['B1',  'idle',        'unassignable',         'system',                      'closed',      null,   'auto_closed'],
  ['B2',  'pending',     'closed_by_person',     'agent admin',                 'closed',      null,   'closed'],
  ['B2',  'proactive',   'closed_by_person',     'agent admin',                 'closed',      null,   'closed'],
  ['B2',  'in_progress', 'closed_by_person',     'agent admin',                 'closed',      null,   'closed'],
  ['B3',  'active',      'confirmed',            'customer',                    'closed',      null,   'closed'],
  ['B3',  'active',      'confirmation_expired', 'system',                      'closed',      null,   'auto_closed'],
  ['B3',  'idle',        'confirmation_expired', 'system',                      'closed',      null,   'auto_closed'],
];

const KINDS = Object.keys(ACTORS) as ActorKind[];
const STEPS = JOURNEY.flatMap(([row, from, cause, by, to, assignee, stage, lastAssigneeOnline]) =>
  by.split(' ').map((kind) => ({ row, from, cause, by: kind as ActorKind, to, assignee, stage, lastAssigneeOnline })),
);

describe('the journey of a ticket', () => {
  it.each(STEPS)('$row: $from → $to when $cause by $by', ({ row, from, cause, by, to, assignee, stage, lastAssigneeOnline }) => {
    const before = aTicket({ status: from });
    const { ticket, events } = move(before, { cause, actor: ACTORS[by], at: LATER, agentId: 'luis', lastAssigneeOnline });

    expect(ticket).toMatchObject({ status: to, statusSince: LATER, assigneeId: assignee, stage, eventSeq: 2, updatedAt: LATER });
    expect(events).toEqual([
      {
        ticketId: 't-1',
        seq: 2,
        type: 'status_changed',
        cause,
        row,
        actor: ACTORS[by],
        at: LATER,
        status: { from, to },
        stage: before.stage === stage ? null : { from: before.stage, to: stage },
        assignee: before.assigneeId === assignee ? null : { from: before.assigneeId, to: assignee },
        decision: null,
        data: null,
      },
    ]);
  });

  it('has no row that this list does not have', () => {
    const inCode = TRANSITIONS.flatMap((row) =>
      row.from.flatMap((from) => row.causes.flatMap((cause) => row.by.map((by) => [row.row, from, cause, by, row.to].join(' ')))),
    );
    expect(inCode.sort()).toEqual(STEPS.map(({ row, from, cause, by, to }) => [row, from, cause, by, to].join(' ')).sort());
  });

  it('refuses everything else and changes nothing', () => {
    const known = new Set(STEPS.map(({ from, cause, by }) => `${from} ${cause} ${by}`));
    const others = STATUSES.flatMap((from) => CAUSES.flatMap((cause) => KINDS.map((by) => ({ from, cause, by }))));
    const refused = others.filter(({ from, cause, by }) => !known.has(`${from} ${cause} ${by}`));

    expect(refused.length).toBe(STATUSES.length * CAUSES.length * KINDS.length - known.size);
    for (const { from, cause, by } of refused) {
      const attempt = () => move(Object.freeze(aTicket({ status: from })), { cause, actor: ACTORS[by], at: LATER, agentId: 'luis' });
      expect(attempt).toThrow(expect.objectContaining({ name: 'Refusal', code: 'illegal_transition', facts: { from, action: cause } }));
    }
  });

  it('finds at most one row for any move', () => {
    const fitting = STEPS.map(({ from, cause, by, lastAssigneeOnline }) =>
      TRANSITIONS.filter(
        (row) =>
          row.from.includes(from) &&
          row.causes.includes(cause) &&
          row.by.includes(by) &&
          (!row.when || (row.when === 'last_assignee_online') === lastAssigneeOnline),
      ),
    );
    expect(fitting.filter((rows) => rows.length !== 1)).toEqual([]);
  });

  it('counts an unknown last assignee as not online', () => {
    expect(rowFor('closed', { cause: 'reopened', actor: EVA })?.row).toBe('T12');
  });

  it('gives each row words for the history, and a source', () => {
    expect(TRANSITIONS.filter(({ because, source }) => because === '' || !/^[SBR](, R)?$/.test(source))).toEqual([]);
  });

  it('is a bug, not a refusal, to assign without saying to whom', () => {
    expect(() => move(aTicket({ status: 'pending' }), { cause: 'assigned', actor: EVA, at: LATER })).toThrow('row T1 needs an agent');
  });

  it('says in words what can’t be', () => {
    expect(illegal('closed', 'set_in_progress').message).toBe("A ticket that is closed can't be set in progress.");
  });
});

describe('what a move does beside the status', () => {
  const moved = (ticket: Ticket, the: Partial<Move> & Pick<Move, 'cause'>) => move(ticket, { actor: EVA, at: LATER, ...the }).ticket;

  it('remembers who had the ticket when it leaves them', () => {
    expect(moved(aTicket({ lastAssigneeId: 'luis' }), { cause: 'set_in_progress' })).toMatchObject({
      assigneeId: null,
      lastAssigneeId: 'ana',
    });
    expect(moved(aTicket({ lastAssigneeId: 'luis' }), { cause: 'closed_by_person' })).toMatchObject({
      assigneeId: null,
      lastAssigneeId: 'ana',
    });
  });

  it('keeps the last assignee of a ticket that nobody had', () => {
    expect(moved(aTicket({ status: 'pending', lastAssigneeId: 'luis' }), { cause: 'closed_by_person' }).lastAssigneeId).toBe('luis');
    expect(moved(aTicket({ status: 'closed', lastAssigneeId: 'luis' }), { cause: 'reopened' }).lastAssigneeId).toBe('luis');
  });

  it('keeps the last assignee while somebody has it', () => {
    expect(moved(aTicket({ status: 'pending', lastAssigneeId: 'luis' }), { cause: 'assigned', agentId: 'ana' })).toMatchObject({
      assigneeId: 'ana',
      lastAssigneeId: 'luis',
    });
  });

  it('forgets a snooze and the waiting when it closes, and says when and why', () => {
    const asleep = aTicket({
      status: 'pending',
      stage: 'snoozed',
      stageBeforeSnooze: 'parts',
      snoozedUntil: LATER + 1,
      snoozeUntilReply: true,
      waiting: true,
    });
    expect(moved(asleep, { cause: 'closed_by_person' })).toMatchObject({
      stage: 'closed',
      stageSince: LATER,
      stageBeforeSnooze: null,
      snoozedUntil: null,
      snoozeUntilReply: false,
      waiting: false,
      closedAt: LATER,
      closeCause: 'closed_by_person',
    });
  });

  it('begins a new life when it reopens: auto-close counts from there, and the idle timer is off', () => {
    const closed = aTicket({ status: 'closed', idleFrom: NOON });
    expect(moved(closed, { cause: 'reopened' })).toMatchObject({ aliveSince: LATER, closedAt: null, closeCause: null, idleFrom: null });
    expect(moved(aTicket({ idleFrom: NOON }), { cause: 'customer_silent', actor: ACTORS.system })).toMatchObject({
      aliveSince: NOON,
      idleFrom: NOON,
    });
  });

  it('begins each idle spell without a reminder, and keeps what was reminded meanwhile', () => {
    const silent = moved(aTicket({ reminded: true }), { cause: 'customer_silent', actor: ACTORS.system });
    expect(silent.reminded).toBe(false);
    expect(moved({ ...silent, reminded: true }, { cause: 'closed_by_person' }).reminded).toBe(true);
  });

  it('keeps an intermediate stage and since when, unless the row sets one', () => {
    const staged = aTicket({ stage: 'parts' });
    expect(moved(staged, { cause: 'set_in_progress' })).toMatchObject({ stage: 'parts', stageSince: NOON });
    expect(moved(staged, { cause: 'closed_by_person' })).toMatchObject({ stage: 'closed', stageSince: LATER });
  });

  it('remembers who had it when it was given back, until somebody has it again', () => {
    const released = moved(aTicket(), { cause: 'released', actor: ANA });
    expect(released.releasedFrom).toBe('ana');
    expect(moved(released, { cause: 'assigned', agentId: 'luis' }).releasedFrom).toBeNull();
  });

  it('remembers it also when an admin took it away, and not of an agent who turned away', () => {
    expect(moved(aTicket(), { cause: 'released', actor: EVA }).releasedFrom).toBe('ana');
    expect(moved(aTicket(), { cause: 'assignee_unavailable', actor: ANA }).releasedFrom).toBeNull();
  });

  it('forgets who gave it back when it closes, so that a returning customer may reach them', () => {
    const closed = moved(aTicket({ status: 'pending', releasedFrom: 'ana' }), { cause: 'closed_by_person' });
    expect(closed.releasedFrom).toBeNull();
    expect(moved({ ...closed, releasedFrom: 'ana' }, { cause: 'customer_returned', actor: ACTORS.customer }).releasedFrom).toBeNull();
  });

  it('keeps the decision and the facts on the event', () => {
    const decision = { rule: 'round_robin', facts: { load: 1 } };
    const { events } = move(aTicket({ status: 'pending' }), {
      cause: 'assigned',
      actor: ACTORS.system,
      at: LATER,
      agentId: 'ana',
      decision,
      data: { note: true },
    });
    expect(events[0]).toMatchObject({ decision, data: { note: true } });
  });
});
