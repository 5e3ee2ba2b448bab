import type { Announcement } from '../../src/domain/events';
import { memoryBus } from '../../src/platform/bus-memory';

const silent = { error: jest.fn(), warn: jest.fn(), info: jest.fn(), debug: jest.fn() };
const some = [{ type: 'ticket.updated' }] as unknown as readonly Announcement[];

it('tells everybody who listens, and nobody who has stopped', () => {
  const bus = memoryBus({ log: silent });
  const [ana, luis] = [jest.fn(), jest.fn()];
  bus.listen(ana);
  const stop = bus.listen(luis);
  bus.announce(some);
  stop();
  bus.announce(some);
  expect([ana.mock.calls.length, luis.mock.calls.length]).toEqual([2, 1]);
});

it('tells the next listener when one throws', () => {
  const bus = memoryBus({ log: silent });
  const hears = jest.fn();
  bus.listen(() => {
    throw new Error('deaf');
  });
  bus.listen(hears);
  bus.announce(some);
  expect(hears).toHaveBeenCalledWith(some);
});

it('does not ring for nothing', () => {
  const bus = memoryBus({ log: silent });
  const hears = jest.fn();
  bus.listen(hears);
  bus.announce([]);
  expect(hears).not.toHaveBeenCalled();
});
