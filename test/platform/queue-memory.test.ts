import { memoryQueue } from '../../src/platform/queue-memory';

const silent = { error: jest.fn(), warn: jest.fn(), info: jest.fn(), debug: jest.fn() };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A worker whose runs end when the test says so. */
function heldWorker() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const run = (key: string) =>
    new Promise<void>((resolve) => {
      begun.push(key);
      ends.push(resolve);
    });
  return { begun, run, endNext: () => ends.shift()?.() };
}

it('runs a key that was woken before anybody worked', async () => {
  const queue = memoryQueue({ log: silent });
  const worker = heldWorker();
  queue.wake(['a']);
  queue.work(worker.run);
  await turn();
  expect(worker.begun).toEqual(['a']);
});

it('runs a key once that is woken twice before its turn', async () => {
  const queue = memoryQueue({ log: silent, concurrency: 1 });
  const worker = heldWorker();
  queue.work(worker.run);
  queue.wake(['a', 'b', 'b']);
  queue.wake(['b']);
  for (let i = 0; i < 4; i++) {
    await turn();
    worker.endNext();
  }
  expect(worker.begun).toEqual(['a', 'b']);
});

it('runs a key again that is woken while it runs, and never beside itself', async () => {
  const queue = memoryQueue({ log: silent });
  const worker = heldWorker();
  queue.work(worker.run);
  queue.wake(['a']);
  await turn();
  queue.wake(['a']);
  await turn();
  expect(worker.begun).toEqual(['a']);
  worker.endNext();
  await turn();
  expect(worker.begun).toEqual(['a', 'a']);
});

it('runs no more keys at once than it may, and the others in the order of their waking', async () => {
  const queue = memoryQueue({ log: silent, concurrency: 2 });
  const worker = heldWorker();
  queue.work(worker.run);
  queue.wake(['a', 'b', 'c', 'd']);
  await turn();
  expect(worker.begun).toEqual(['a', 'b']);
  worker.endNext();
  await turn();
  expect(worker.begun).toEqual(['a', 'b', 'c']);
});

it('goes on after a run that failed, and logs it', async () => {
  const log = { ...silent, error: jest.fn() };
  const queue = memoryQueue({ log, concurrency: 1 });
  const begun: string[] = [];
  queue.work(async (key) => {
    begun.push(key);
    if (key === 'a') throw new Error('broken');
  });
  queue.wake(['a', 'b']);
  await turn();
  expect(begun).toEqual(['a', 'b']);
  expect(log.error).toHaveBeenCalledWith('errands of a key failed', { key: 'a', error: new Error('broken') });
});

it('stops when what runs has ended, and begins nothing more', async () => {
  const queue = memoryQueue({ log: silent, concurrency: 1 });
  const worker = heldWorker();
  queue.work(worker.run);
  queue.wake(['a', 'b']);
  await turn();
  let stopped = false;
  const stopping = queue.stop().then(() => {
    stopped = true;
  });
  queue.wake(['c']);
  await turn();
  expect([stopped, worker.begun]).toEqual([false, ['a']]);
  worker.endNext();
  await stopping;
  expect([stopped, worker.begun]).toEqual([true, ['a']]);
});

it('lets keys of one kind hold up none of another', async () => {
  const queue = memoryQueue({ log: silent, concurrency: 1 });
  const worker = heldWorker();
  queue.work(worker.run);
  queue.wake(['bot:1', 'bot:2', 'chat:1', 'chat:2']);
  await turn();
  expect(worker.begun).toEqual(['bot:1', 'chat:1']);
});
