import { clearAssignee, give, liftExclusion } from '../../src/domain/assignment';
import { SYSTEM } from '../../src/domain/events';
import type { Status } from '../../src/domain/ticket';
import { ANA, aPolicy, aSnoozedTicket, aTicket, EVA, HOURS, LUIS, NOON } from '../support/tickets';

const LATER = NOON + HOURS;
const policy = aPolicy({}, ['parts']);
const toLuis = { agentId: 'luis', actor: EVA, at: LATER, policy };

describe('giving a ticket to an agent', () => {
  it.each([
    ['pending', 'active', 'status_changed', 'T1', 'assigned'],
    ['in_progress', 'active', 'status_changed', 'T6', 'assigned'],
    ['active', 'active', 'assigned', null, 'reassigned'],
    ['idle', 'idle', 'assigned', null, 'reassigned'],
    ['proactive', 'proactive', 'assigned', null, 'reassigned'],
  ] as [Status, Status, string, string | null, string][])('%s → %s', (from, to, type, row, cause) => {
    const before = aTicket({ status: from, lastAssigneeId: 'ana' });
    const { ticket, events } = give(before, toLuis);
    expect(ticket).toMatchObject({ status: to, assigneeId: 'luis', lastAssigneeId: 'ana' });
    expect(events).toMatchObject([{ type, row, cause, actor: EVA, assignee: { from: before.assigneeId, to: 'luis' } }]);
  });

  it('refuses a closed ticket', () => {
    expect(() => give(aTicket({ status: 'closed' }), toLuis)).toThrow(
      expect.objectContaining({ code: 'illegal_transition', facts: { from: 'closed', action: 'assigned' } }),
    );
  });

  it.each(['active', 'idle', 'proactive'] as const)('records nothing when they have the %s ticket already', (status) => {
    const ticket = aTicket({ status, assigneeId: 'luis' });
    expect(give(ticket, toLuis)).toEqual({ ticket, events: [] });
  });

  it('gives one that nobody has, and keeps who had it before', () => {
    const nobodys = aTicket({ status: 'idle', assigneeId: null, lastAssigneeId: 'ana' });
    expect(give(nobodys, toLuis).ticket).toMatchObject({ status: 'idle', assigneeId: 'luis', lastAssigneeId: 'ana' });
  });

  it('forgets who gave it back', () => {
    expect(give(aTicket({ status: 'pending', releasedFrom: 'luis' }), { ...toLuis, actor: LUIS }).ticket.releasedFrom).toBeNull();
    expect(give(aTicket({ status: 'proactive', releasedFrom: 'luis' }), toLuis).ticket.releasedFrom).toBeNull();
  });

  it.each([
    ['pending', 'active', ['woken', 'status_changed']],
    ['in_progress', 'active', ['woken', 'status_changed']],
    ['proactive', 'proactive', ['woken', 'assigned']],
  ] as [Status, Status, string[]][])('ends the snooze of a %s one first, without T7', (from, to, types) => {
    const { ticket, events } = give(aSnoozedTicket({ status: from, stageBeforeSnooze: 'parts' }), toLuis);
    expect(ticket).toMatchObject({ status: to, assigneeId: 'luis', stage: 'parts', snoozedUntil: null });
    expect(events.map(({ type }) => type)).toEqual(types);
    expect(events.map(({ row }) => row)).not.toContain('T7');
  });

  it('keeps the reason given, the decision and the facts, whichever way it goes', () => {
    const because = { cause: 'transferred', decision: { rule: 'sticky', facts: {} }, data: { note: true } };
    expect(give(aTicket(), { ...toLuis, ...because }).events[0]).toMatchObject(because);
    expect(give(aTicket({ status: 'pending' }), { ...toLuis, ...because }).events[0]).toMatchObject({ ...because, cause: 'assigned' });
  });
});

describe('an agent who is gone for good', () => {
  it('leaves idle and proactive tickets to nobody', () => {
    const { ticket, events } = clearAssignee(aTicket({ status: 'idle' }), { actor: EVA, at: LATER, cause: 'agent_removed' });
    expect(ticket).toMatchObject({ status: 'idle', assigneeId: null, lastAssigneeId: 'ana' });
    expect(events).toMatchObject([{ type: 'assigned', cause: 'agent_removed', assignee: { from: 'ana', to: null } }]);
  });

  it('leaves no trace on who had a ticket that nobody has', () => {
    const nobodys = aTicket({ status: 'idle', assigneeId: null, lastAssigneeId: 'luis' });
    expect(clearAssignee(nobodys, { actor: EVA, at: LATER, cause: 'agent_removed' }).ticket.lastAssigneeId).toBe('luis');
  });
});

describe('the exclusion from closing', () => {
  const excluded = aTicket({ excludeFromClosing: true });

  it('is lifted, with an event', () => {
    const { ticket, events } = liftExclusion(excluded, { actor: ANA, at: LATER, policy });
    expect(ticket.excludeFromClosing).toBe(false);
    expect(events).toMatchObject([{ type: 'updated', cause: 'exclusion_lifted', data: { excludeFromClosing: { from: true, to: false } } }]);
  });

  it('stays while the policy keeps it', () => {
    expect(liftExclusion(excluded, { actor: ANA, at: LATER, policy: aPolicy({ policy: { keepExclusion: true } }) }).events).toEqual([]);
  });

  it('is nothing to lift from other tickets', () => {
    expect(liftExclusion(aTicket(), { actor: SYSTEM, at: LATER, policy }).events).toEqual([]);
  });
});
