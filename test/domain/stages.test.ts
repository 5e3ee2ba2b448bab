import { replay, SYSTEM } from '../../src/domain/events';
import { endSnooze, isSystemStage, STAGE_COLORS, SYSTEM_STAGES, snooze, wake } from '../../src/domain/stages';
import { OPEN_STATUSES, type Status, type Ticket } from '../../src/domain/ticket';
import { ANA, aPolicy, aSnoozedTicket, aTicket, CUSTOMER_SPOKE, EVA, HOURS, NOON } from '../support/tickets';

const policy = aPolicy({}, ['parts', 'assigned']);
const LATER = NOON + HOURS;
const asleep = (ticket: Ticket, until: number | null = LATER + HOURS) => snooze(ticket, { until, actor: ANA, at: LATER }).ticket;

describe('snoozing', () => {
  it.each([
    ['pending', 'pending', null, []],
    ['active', 'in_progress', null, ['T2']],
    ['proactive', 'proactive', 'ana', []],
    ['in_progress', 'in_progress', null, []],
    ['idle', 'in_progress', null, ['T8']],
  ] as [Status, Status, string | null, string[]][])('%s → %s, stage snoozed', (from, to, assigneeId, rows) => {
    const { ticket, events } = snooze(aTicket({ status: from, stage: 'parts' }), { until: LATER + 1, actor: ANA, at: LATER });

    expect(ticket).toMatchObject({
      status: to,
      assigneeId,
      stage: 'snoozed',
      stageSince: LATER,
      stageBeforeSnooze: 'parts',
      snoozedUntil: LATER + 1,
      snoozeUntilReply: false,
    });
    expect(events.map(({ row }) => row)).toEqual([...rows, null]);
    expect(events.at(-1)).toMatchObject({
      type: 'snoozed',
      actor: ANA,
      stage: { from: 'parts', to: 'snoozed' },
      status: null,
      data: { until: LATER + 1, untilReply: false },
    });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 2));
  });

  it('lasts until the customer replies when no time is given', () => {
    expect(asleep(aTicket(), null)).toMatchObject({ snoozedUntil: null, snoozeUntilReply: true });
  });

  it('remembers no system stage', () => {
    expect(asleep(aTicket({ stage: 'open' })).stageBeforeSnooze).toBeNull();
  });

  it('sets a new time when snoozed again, and still knows the stage from before', () => {
    const once = asleep(aTicket({ stage: 'parts' }), null);
    const { ticket, events } = snooze(once, { until: LATER + 2 * HOURS, actor: EVA, at: LATER + HOURS });
    expect(ticket).toMatchObject({
      stage: 'snoozed',
      stageSince: LATER,
      stageBeforeSnooze: 'parts',
      snoozedUntil: LATER + 2 * HOURS,
      snoozeUntilReply: false,
    });
    expect(events).toMatchObject([{ type: 'snoozed', stage: null }]);
  });

  it.each([LATER - 1, LATER])('refuses a time that is not in the future (%d)', (until) => {
    expect(() => snooze(aTicket(), { until, actor: ANA, at: LATER })).toThrow(
      expect.objectContaining({ code: 'invalid', facts: { errors: [{ path: 'until', message: 'must be in the future' }] } }),
    );
  });

  it('refuses a closed ticket', () => {
    expect(() => snooze(aTicket({ status: 'closed' }), { until: null, actor: ANA, at: LATER })).toThrow(
      expect.objectContaining({ code: 'illegal_transition' }),
    );
  });
});

describe('waking', () => {
  it('sends a ticket that was set aside back to the queue (T7), in the stage from before', () => {
    const { ticket, events } = wake(aSnoozedTicket({ stageBeforeSnooze: 'parts' }), { actor: ANA, at: LATER, policy });
    expect(ticket).toMatchObject({
      status: 'pending',
      stage: 'parts',
      stageBeforeSnooze: null,
      snoozedUntil: null,
      snoozeUntilReply: false,
      aliveSince: LATER,
      lastAssigneeId: 'ana',
    });
    expect(events.map(({ type, row, cause }) => [type, row, cause])).toEqual([
      ['woken', null, 'woken'],
      ['status_changed', 'T7', 'woken'],
    ]);
    expect(replay(events)).toMatchObject({ status: 'pending', stage: 'parts' });
  });

  it.each(['pending', 'proactive'] as const)('leaves a %s ticket in its status', (status) => {
    const { ticket } = wake(aSnoozedTicket({ status }), { actor: ANA, at: LATER, policy });
    expect(ticket).toMatchObject({ status, stage: 'open' });
  });

  it.each([
    ['the stage from before was deleted meanwhile', 'gone'],
    ['there was none', null],
  ])('comes back to Open when %s', (_, stageBeforeSnooze) => {
    expect(wake(aSnoozedTicket({ stageBeforeSnooze }), { actor: ANA, at: LATER, policy }).ticket.stage).toBe('open');
  });

  it('goes to the stage that a person chooses', () => {
    expect(wake(aSnoozedTicket({ stageBeforeSnooze: 'parts' }), { actor: ANA, at: LATER, policy, stage: 'assigned' }).ticket.stage).toBe(
      'assigned',
    );
  });

  it('says who woke it and why', () => {
    const { events } = wake(aSnoozedTicket({ status: 'pending' }), { ...CUSTOMER_SPOKE, at: LATER, policy });
    expect(events).toMatchObject([{ actor: { kind: 'customer' }, cause: 'customer_replied', at: LATER }]);
  });

  it('tells the reason of time with the return to the queue too', () => {
    const decision = { rule: 'wake', facts: { snoozedUntil: LATER } };
    const { events } = wake(aSnoozedTicket(), { actor: SYSTEM, at: LATER, policy, decision });
    expect(events).toMatchObject([
      { type: 'woken', decision },
      { row: 'T7', decision },
    ]);
  });

  it.each([...OPEN_STATUSES, 'closed'] as const)('does nothing to a ticket that is %s and not snoozed', (status) => {
    const ticket = aTicket({ status });
    expect(wake(ticket, { actor: ANA, at: LATER, policy })).toEqual({ ticket, events: [] });
  });
});

describe('ending a snooze by an assignment', () => {
  it('brings the stage back and changes no status', () => {
    const { ticket, events } = endSnooze(aSnoozedTicket({ stageBeforeSnooze: 'parts' }), {
      actor: EVA,
      at: LATER,
      policy,
      cause: 'assigned',
    });
    expect(ticket).toMatchObject({ status: 'in_progress', stage: 'parts', snoozedUntil: null, aliveSince: LATER });
    expect(events).toMatchObject([{ type: 'woken', cause: 'assigned', status: null }]);
  });

  it('does nothing to a ticket that is awake', () => {
    expect(endSnooze(aTicket(), { actor: EVA, at: LATER, policy, cause: 'assigned' }).events).toEqual([]);
  });
});

it('knows system stages from those that an admin adds', () => {
  expect([...SYSTEM_STAGES, 'parts', 'Open', ''].map(isSystemStage)).toEqual([true, true, true, true, false, false, false]);
  expect(new Set(STAGE_COLORS).size).toBe(8);
});
