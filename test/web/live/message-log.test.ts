import { highestRev, merged, throughWith, withoutOlder } from '../../../web/live/message-log';
import { aMessage } from '../thread/a-message';

const ids = (log: readonly { readonly id: string }[]): string[] => log.map(({ id }) => id);

it('orders by when it was sent, then by the order in which the chat heard it', () => {
  expect(ids(merged([], [aMessage(3, 0), aMessage(1, 5), aMessage(2, 0)]))).toEqual(['m2', 'm3', 'm1']);
});

it('doubles nothing, and keeps the newer state in whatever order they come', () => {
  const [old, now] = [aMessage(1, 0), aMessage(1, 0, { rev: 9, deletedAt: '2026-11-23T10:05:00.000Z' })];
  for (const order of [
    [old, now],
    [now, old],
  ])
    expect(merged([], order)).toEqual([now]);
  expect(merged([now], [old])).toEqual([now]);
});

it('stays the same log when nothing is new, so that nothing is drawn again', () => {
  const log = merged([], [aMessage(1, 0)]);
  expect(merged(log, [aMessage(1, 0)])).toBe(log);
});

it('leaves out what is older than all that was read: its page is still to come', () => {
  const log = [aMessage(5, 10), aMessage(6, 11)];
  expect(ids(withoutOlder(log, [aMessage(1, 1, { rev: 99 }), aMessage(5, 10, { rev: 98 }), aMessage(7, 12)]))).toEqual(['m5', 'm7']);
});

it('knows up to which change it has heard', () => {
  expect(highestRev([aMessage(1, 0, { rev: 7 }), aMessage(2, 0, { rev: 4 })])).toBe(7);
  expect(highestRev([], 12)).toBe(12);
});

it('does not take what it has not heard for known, when it hears of a later change', () => {
  expect([throughWith(5, 6), throughWith(5, 7), throughWith(5, 4)]).toEqual([6, 5, 5]);
});
