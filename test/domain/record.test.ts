import { replay } from '../../src/domain/events';
import { inTurn, nothing, record } from '../../src/domain/record';
import { move } from '../../src/domain/transitions';
import { ANA, aTicket, EVA, HOURS, NOON } from '../support/tickets';

const LATER = NOON + HOURS;

describe('a change that is no transition', () => {
  it('keeps the status and leaves an event', () => {
    const { ticket, events } = record(aTicket(), {
      type: 'stage_changed',
      cause: 'stage_chosen',
      actor: ANA,
      at: LATER,
      patch: { stage: 'parts' },
    });
    expect(ticket).toMatchObject({ status: 'active', statusSince: NOON, stage: 'parts', stageSince: LATER, eventSeq: 2, updatedAt: LATER });
    expect(events).toEqual([
      {
        ticketId: 't-1',
        seq: 2,
        type: 'stage_changed',
        cause: 'stage_chosen',
        row: null,
        actor: ANA,
        at: LATER,
        status: null,
        stage: { from: 'open', to: 'parts' },
        assignee: null,
        decision: null,
        data: null,
      },
    ]);
  });

  it('says what changed of the assignee, and nothing of a stage that stays', () => {
    const { ticket, events } = record(aTicket({ stage: 'parts' }), {
      type: 'assigned',
      cause: 'reassigned',
      actor: EVA,
      at: LATER,
      patch: { assigneeId: 'luis', stage: 'parts' },
    });
    expect(ticket.stageSince).toBe(NOON);
    expect(events).toMatchObject([{ stage: null, assignee: { from: 'ana', to: 'luis' } }]);
  });

  it('may change nothing: a note is an event all the same', () => {
    const { ticket, events } = record(aTicket(), {
      type: 'noted',
      cause: 'noted',
      actor: ANA,
      at: LATER,
      data: { messageId: 'm-1' },
      decision: { rule: 'x', facts: {} },
    });
    expect(ticket).toEqual({ ...aTicket(), eventSeq: 2, updatedAt: LATER });
    expect(events).toMatchObject([{ data: { messageId: 'm-1' }, decision: { rule: 'x' } }]);
  });
});

describe('steps in turn', () => {
  it('each begin where the one before ended, with events numbered through', () => {
    const { ticket, events } = inTurn(
      aTicket({ status: 'idle' }),
      (now) => move(now, { cause: 'customer_replied', actor: { kind: 'customer', id: null, name: null }, at: LATER }),
      nothing,
      (now) => move(now, { cause: 'released', actor: ANA, at: LATER }),
    );
    expect(ticket).toMatchObject({ status: 'pending', assigneeId: null, eventSeq: 3 });
    expect(events.map(({ seq, row }) => [seq, row])).toEqual([
      [2, 'T9'],
      [3, 'T5'],
    ]);
  });

  it('are nothing when there are none', () => {
    const ticket = aTicket();
    expect(inTurn(ticket)).toEqual({ ticket, events: [] });
  });
});

describe('replaying', () => {
  it('tells status, stage and assignee; before the first event, nothing', () => {
    expect(replay([])).toEqual({ status: null, stage: null, assigneeId: null });
    expect(
      replay([
        { status: { from: null, to: 'pending' }, stage: { from: null, to: 'open' }, assignee: null },
        { status: { from: 'pending', to: 'active' }, stage: null, assignee: { from: null, to: 'ana' } },
        { status: null, stage: null, assignee: { from: 'ana', to: null } },
      ]),
    ).toEqual({ status: 'active', stage: 'open', assigneeId: null });
  });
});
