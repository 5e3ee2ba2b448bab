import type { Ticket } from '../../../web/api/types';
import { newsOf } from '../../../web/app/news';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const message = (id: string, direction: 'in' | 'out' = 'in') => ({
  id,
  direction,
  author: 'customer',
  type: 'text',
  text: 'Hello',
  at: '',
});
const ticket = (more: object = {}) =>
  ({
    status: 'active',
    assignee: { id: 'me', name: 'Ana' },
    unread: 0,
    lastMessage: message('1'),
    targets: [],
    updatedAt: '2026-11-22T10:00:00Z',
    ...more,
  }) as unknown as Ticket;
const mine = { me: 'me', choice: 'mine', now: NOW } as const;

test('A customer who writes in my ticket is news; my own answer is not', () => {
  expect(newsOf(ticket({ unread: 1, lastMessage: message('2') }), ticket(), mine)).toBe('message');
  expect(newsOf(ticket({ lastMessage: message('2', 'out') }), ticket(), mine)).toBeNull();
});

test('The same message again, read or changed, is no news', () => {
  expect(newsOf(ticket({ unread: 1 }), ticket({ unread: 1 }), mine)).toBeNull();
});

test('A ticket that becomes mine is news, also one that this page never saw', () => {
  expect(newsOf(ticket(), ticket({ assignee: null }), mine)).toBe('assigned');
  expect(newsOf(ticket(), null, mine)).toBe('assigned');
});

test('What is read for the first time but is old is no news: a list was opened', () => {
  expect(newsOf(ticket({ updatedAt: '2026-11-22T09:00:00Z', unread: 3 }), null, mine)).toBeNull();
});

test('A colleague’s ticket is news only to who wants to hear of all', () => {
  const others = { assignee: { id: 'luis', name: 'Luis' } };
  const after = ticket({ ...others, unread: 1, lastMessage: message('2') });
  expect(newsOf(after, ticket(others), mine)).toBeNull();
  expect(newsOf(after, ticket(others), { ...mine, choice: 'all' })).toBe('message');
});

test('What is closed or gone calls nobody', () => {
  expect(newsOf(ticket({ status: 'closed', unread: 1, lastMessage: message('2') }), ticket(), mine)).toBeNull();
  expect(newsOf(null, ticket(), mine)).toBeNull();
});

test('An answer of mine that comes to be due soon, and one that is missed, are news once each', () => {
  const aim = (state: string, endedAt: string | null = null) => ticket({ targets: [{ kind: 'first_answer', dueAt: '', state, endedAt }] });
  expect(newsOf(aim('soon'), aim('running'), mine)).toBe('due');
  expect(newsOf(aim('missed'), aim('soon'), mine)).toBe('due');
  expect(newsOf(aim('missed'), aim('missed'), mine)).toBeNull();
  expect(newsOf(aim('missed', '2026-11-22T09:00:00Z'), aim('missed'), mine)).toBeNull();
});
