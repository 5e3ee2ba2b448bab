import { neighbour, nextPlace } from '../../../web/inbox/moves';
import { orderOf } from '../../../web/inbox/order';
import { acts, begins, swiped } from '../../../web/inbox/swipe';
import { aTicket } from './a-ticket';

describe('moving through the list', () => {
  test('arrows go row by row, pages by what is in sight, Home and End to the ends', () => {
    const from = (key: string, at: number) => nextPlace(key, at, 100, 800, 80);
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => from(key, 50))).toEqual([51, 49, 59, 41, 0, 99]);
  });

  test('it stops at the ends, and other keys lead nowhere', () => {
    expect(nextPlace('ArrowUp', 0, 3, 800, 80)).toBe(0);
    expect(nextPlace('PageDown', 1, 3, 800, 80)).toBe(2);
    expect(nextPlace('a', 1, 3, 800, 80)).toBeNull();
    expect(nextPlace('End', 0, 0, 800, 80)).toBeNull();
  });

  test('the next ticket after none is the first; after the last there is none', () => {
    expect(neighbour(['a', 'b'], undefined, 1)).toBe('a');
    expect(neighbour(['a', 'b'], 'gone', -1)).toBe('a');
    expect(neighbour(['a', 'b'], 'a', 1)).toBe('b');
    expect(neighbour(['a', 'b'], 'b', 1)).toBeUndefined();
    expect(neighbour(['a', 'b'], 'a', -1)).toBeUndefined();
  });
});

describe('swiping a row', () => {
  test('a finger that scrolls does not swipe', () => {
    expect(begins(10, 0)).toBe(false);
    expect(begins(40, 40)).toBe(false);
    expect(begins(-40, 10)).toBe(true);
    expect([acts(95), acts(-96)]).toEqual([false, true]);
  });

  test('one way snoozes, the other closes; the other way round where one reads from right to left', () => {
    const both = ['snooze', 'close'] as const;
    expect([swiped(50, false, both), swiped(-50, false, both)]).toEqual(['snooze', 'close']);
    expect([swiped(50, true, both), swiped(-50, true, both)]).toEqual(['close', 'snooze']);
  });

  test('what the ticket does not allow does not happen', () => {
    expect(swiped(-50, false, ['snooze'])).toBeNull();
  });
});

describe('the order of a list, worked out here', () => {
  const sorted = (sort: string | undefined, ...tickets: readonly ReturnType<typeof aTicket>[]) =>
    tickets.toSorted(orderOf(sort)).map(({ id }) => id);

  test('who has waited longest comes first, who does not wait last', () => {
    const at = (id: string, hour: string | null) => aTicket({ id, waitingSince: hour && `2026-11-23T${hour}:00:00.000Z` });
    expect(sorted('waiting', at('calm', null), at('b', '10'), at('a', '09'))).toEqual(['a', 'b', 'calm']);
  });

  test('what is due next comes first, what has no target last', () => {
    const at = (id: string, hour: string | null) => aTicket({ id, dueAt: hour && `2026-11-23T${hour}:00:00.000Z` });
    expect(sorted('due', at('free', null), at('b', '10'), at('a', '09'))).toEqual(['a', 'b', 'free']);
  });

  test('the queue is in the order in which the desk assigns: by priority, then by who came first', () => {
    const at = (id: string, hour: string, priority: 'high' | 'medium' = 'medium') =>
      aTicket({ id, priority, status: 'pending', statusSince: `2026-11-23T${hour}:00:00.000Z` });
    expect(sorted('queue', at('c', '10'), at('b', '09'), at('a', '11', 'high'))).toEqual(['a', 'b', 'c']);
  });

  test('newest message, nearest end of the window, highest number', () => {
    const one = aTicket({ id: 'one', number: 1, lastCustomerMessageAt: '2026-11-23T09:00:00.000Z', createdAt: '2026-11-23T12:00:00.000Z' });
    const two = aTicket({ id: 'two', number: 2, lastCustomerMessageAt: '2026-11-23T10:00:00.000Z', createdAt: '2026-11-23T11:00:00.000Z' });
    expect(sorted('-lastMessageAt', two, one)).toEqual(['one', 'two']);
    expect(sorted('window', two, one)).toEqual(['one', 'two']);
    expect(sorted(undefined, one, two)).toEqual(['two', 'one']);
  });
});
