import { customerReplied, heardAgent, heardCustomer, heardSystem, tookAlong, unanswered } from '../../src/domain/conversation';
import type { Message } from '../../src/domain/message';
import type { AuthorKind, Status, Ticket } from '../../src/domain/ticket';
import { aPolicy, aSnoozedTicket, aTicket, HOURS, MINUTES, NOON } from '../support/tickets';

const LATER = NOON + HOURS;
const said = (kind: AuthorKind): Message =>
  ({
    id: 'm-1',
    direction: kind === 'customer' ? 'in' : 'out',
    author: { kind, id: null, name: null },
    content: { type: 'text', text: 'Hello  there' },
    heardAt: LATER,
  }) as Message;

describe('what a message leaves on a ticket', () => {
  const spoken = aTicket({ idleFrom: NOON, unread: 1 });

  it('a customer’s: unread, waiting, the idle timer off', () => {
    expect(heardCustomer(spoken, said('customer'))).toMatchObject({
      unread: 2,
      waiting: true,
      idleFrom: null,
      lastCustomerMessageAt: LATER,
      updatedAt: LATER,
      lastMessage: { id: 'm-1', direction: 'in', author: 'customer', type: 'text', text: 'Hello there', at: LATER },
    });
  });

  it('an agent’s: read, answered; the first answer is remembered', () => {
    const answered = heardAgent({ ...spoken, waiting: true }, said('agent'));
    expect(answered).toMatchObject({
      unread: 0,
      waiting: false,
      lastAgentMessageAt: LATER,
      firstResponseAt: LATER,
      lastMessage: { author: 'agent' },
    });
    expect(heardAgent({ ...answered, firstResponseAt: NOON }, said('channel_app')).firstResponseAt).toBe(NOON);
  });

  it('the desk’s own: shown last, and nothing else', () => {
    const { lastMessage, updatedAt, ...rest } = heardSystem(spoken, said('system'));
    expect([lastMessage?.author, updatedAt]).toEqual(['system', LATER]);
    expect({ ...rest, lastMessage: null, updatedAt: NOON }).toEqual(spoken);
  });
});

describe('since when the customer waits', () => {
  const at = (kind: AuthorKind, minute: number): Message => ({ ...said(kind), heardAt: NOON + minute * MINUTES });
  const open = aTicket({ waiting: false });
  const asked = heardCustomer(heardCustomer(open, at('customer', 1)), at('customer', 5));
  const sinceMinute = ({ unansweredSince }: Ticket) => unansweredSince && (unansweredSince - NOON) / MINUTES;

  it('is their first message that nobody has answered', () => {
    expect(sinceMinute(asked)).toBe(1);
    expect(sinceMinute(heardSystem(asked, at('system', 6)))).toBe(1);
  });

  it('ends with an agent’s words and with the business’s own app', () => {
    expect(heardAgent(asked, at('agent', 7)).unansweredSince).toBeNull();
    expect(heardAgent(asked, at('channel_app', 7)).unansweredSince).toBeNull();
  });

  it('is that message again when the answer fails, the last one when another answer has reached them', () => {
    const answered = heardAgent(heardAgent(asked, at('agent', 7)), at('agent', 8));
    expect(sinceMinute(unanswered(answered, { anotherReached: false }))).toBe(1);
    expect(sinceMinute(unanswered(answered, { anotherReached: true }))).toBe(5);
    expect(sinceMinute(unanswered(heardCustomer(answered, at('customer', 9)), { anotherReached: false }))).toBe(9);
  });

  it('is what they said last in a row to a bot, whose answers answer nobody once a person is asked for', () => {
    const talk = [at('customer', 1), at('bot', 2), at('customer', 3), at('customer', 4), at('bot', 5)];
    expect(sinceMinute(tookAlong(open, talk))).toBe(3);
    expect(sinceMinute(tookAlong(open, talk.slice(2)))).toBe(3);
    expect(sinceMinute(tookAlong(open, [at('bot', 5)]))).toBeNull();
  });
});

describe('where a customer’s message takes a ticket', () => {
  const reply = (ticket: Ticket, assigneeOnline: boolean, policy = aPolicy()) => {
    const { ticket: now, events } = customerReplied(ticket, { at: LATER, policy, assigneeOnline });
    return [now.status, now.assigneeId, events.map(({ row }) => row).join(' ')];
  };

  it.each([
    ['pending', true, ['pending', null, '']],
    ['active', true, ['active', 'ana', '']],
    ['active', false, ['active', 'ana', '']],
    ['in_progress', true, ['in_progress', null, '']],
    ['idle', true, ['active', 'ana', 'T9']],
    ['idle', false, ['pending', null, 'T9 T5']],
    ['proactive', true, ['active', 'ana', 'T11']],
    ['proactive', false, ['pending', null, 'T11 T5']],
  ] as [Status, boolean, unknown[]][])('%s, its agent online: %s', (status, online, end) => {
    expect(reply(aTicket({ status }), online)).toEqual(end);
  });

  it('leaves it to an agent who is away, while the policy keeps it', () => {
    const keep = aPolicy({ routing: { keepOnAway: true } });
    expect(reply(aTicket({ status: 'idle' }), false, keep)).toEqual(['active', 'ana', 'T9']);
    expect(reply(aTicket({ status: 'proactive' }), false, keep)).toEqual(['active', 'ana', 'T11']);
  });

  it.each(['idle', 'proactive'] as const)('sends a %s one that nobody has to the queue, also then', (status) => {
    const keep = aPolicy({ routing: { keepOnAway: true } });
    expect(reply(aTicket({ status, assigneeId: null }), false, keep)[0]).toBe('pending');
  });

  it('says why its agent lost it', () => {
    const { events } = customerReplied(aTicket({ status: 'idle' }), { at: LATER, policy: aPolicy(), assigneeOnline: false });
    expect(events[1]).toMatchObject({
      cause: 'assignee_unavailable',
      actor: { kind: 'system' },
      decision: { facts: { assigneeId: 'ana', online: false } },
    });
  });

  it.each([
    ['in_progress', 'pending', ' T7'],
    ['pending', 'pending', ''],
    ['proactive', 'active', ' T11'],
  ] as [Status, Status, string][])('wakes a snoozed %s one: %s', (status, end, rows) => {
    expect(reply(aSnoozedTicket({ status }), true)).toEqual([end, end === 'active' ? 'ana' : null, rows]);
  });

  it('lets it sleep while the policy says so, unless it sleeps until the reply', () => {
    const sleep = aPolicy({ policy: { wakeOnReply: false } });
    expect(reply(aSnoozedTicket(), true, sleep)).toEqual(['in_progress', null, '']);
    expect(reply(aSnoozedTicket({ snoozedUntil: null, snoozeUntilReply: true }), true, sleep)).toEqual(['pending', null, ' T7']);
  });

  it('wakes a proactive one whatever the policy says: no active ticket sleeps', () => {
    const sleep = aPolicy({ policy: { wakeOnReply: false } });
    const { ticket } = customerReplied(aSnoozedTicket({ status: 'proactive' }), { at: LATER, policy: sleep, assigneeOnline: true });
    expect(ticket).toMatchObject({ status: 'active', stage: 'open', snoozedUntil: null });
  });
});
