import { waitBefore } from './backoff';
import type { Memory } from './memory';
import { isPassing, Refused } from './net';
import type { Message, Waiting } from './wire';

const PREFIX = 'out:';
const LONGEST_WAIT = 30_000;

/** What was written and the desk does not have yet, in the order in which it was written. It outlives the page. */
export interface Outbox {
  waiting(): readonly Waiting[];
  /** Keeps it, then sends it. */
  put(waiting: Waiting): void;
  /** Tries one again that was refused. */
  retry(clientId: string): void;
  drop(clientId: string): void;
  /** Sends now what waits. */
  wake(): void;
  /** Another page of the site has sent it, or dropped it. */
  gone(name: string): void;
  clear(): void;
}

export interface Sending {
  readonly memory: Memory;
  /** Throws what the desk said, or that nobody answered. */
  send(waiting: Waiting): Promise<Message>;
  sent(message: Message): void;
  changed(): void;
  /** What is known of the line by a try. */
  heard(answered: boolean): void;
  readonly later: (then: () => void, ms: number) => void;
  readonly random: () => number;
}

/** Sends one after the other, each until the desk has it or refuses it. The desk knows a repeated one by its client id. */
export function openOutbox({ memory, send, sent, changed, heard, later, random }: Sending): Outbox {
  let queue: Waiting[] = kept(memory);
  let running = false;
  let attempt = 0;
  let pause = 0;
  const keep = (waiting: Waiting) => memory.set(PREFIX + waiting.clientId, JSON.stringify(waiting));
  const without = (clientId: string) => {
    queue = queue.filter((one) => one.clientId !== clientId);
  };
  const replace = (waiting: Waiting) => {
    if (!queue.some(({ clientId }) => clientId === waiting.clientId)) return;
    queue = queue.map((one) => (one.clientId === waiting.clientId ? waiting : one));
    keep(waiting);
    changed();
  };
  const drop = (clientId: string) => {
    without(clientId);
    memory.set(PREFIX + clientId, null);
    changed();
  };

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = first(); next; next = first()) if (!(await went(next))) break;
    running = false;
  }
  const first = () => queue.find(({ failed }) => failed === null);

  /** false: nothing more goes out for now. */
  async function went(next: Waiting): Promise<boolean> {
    try {
      const message = await send(next);
      attempt = 0;
      heard(true);
      without(next.clientId);
      memory.set(PREFIX + next.clientId, null);
      sent(message);
      return true;
    } catch (error) {
      heard(error instanceof Refused && error.status < 500);
      if (!isPassing(error)) replace({ ...next, failed: (error as Refused).code || 'refused' });
      else again(error instanceof Refused ? error.retryAfter : null);
      return !isPassing(error);
    }
  }

  function again(ms: number | null): void {
    const mine = ++pause;
    later(() => mine === pause && void run(), ms ?? waitBefore(attempt++, LONGEST_WAIT, random));
  }

  return {
    waiting: () => queue,
    put(waiting) {
      queue = [...queue, waiting];
      keep(waiting);
      changed();
      void run();
    },
    retry(clientId) {
      const one = queue.find((waiting) => waiting.clientId === clientId);
      if (one) replace({ ...one, failed: null });
      void run();
    },
    drop,
    wake: () => void run(),
    gone(name) {
      without(name.slice(PREFIX.length));
      changed();
    },
    clear() {
      for (const { clientId } of queue) drop(clientId);
    },
  };
}

export const isOfOutbox = (name: string): boolean => name.startsWith(PREFIX);

function kept(memory: Memory): Waiting[] {
  const found = memory.names(PREFIX).flatMap((name) => {
    try {
      return [JSON.parse(memory.get(name) ?? '') as Waiting];
    } catch {
      return [];
    }
  });
  return found.sort((one, other) => one.at - other.at);
}
