import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a child can be asked, by name. Inputs and answers travel as JSON. */
type Answers = Readonly<Record<string, (input: never) => unknown>>;

interface Question {
  readonly n: number;
  readonly ask: string;
  readonly input: unknown;
}

interface Answer {
  readonly n: number;
  readonly answer?: unknown;
  readonly error?: string;
}

export interface Child<A extends Answers> {
  readonly pid: number;
  ask<K extends keyof A & string>(name: K, ...input: Parameters<A[K]>): Promise<Awaited<ReturnType<A[K]>>>;
  end(): Promise<void>;
}

/** In the child: answers questions until the parent is gone. */
export function serve<A extends Answers>(answers: A): A {
  process.on('message', async ({ n, ask, input }: Question) => {
    try {
      process.send?.({ n, answer: await answers[ask]?.(input as never) });
    } catch (error) {
      process.send?.({ n, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  return answers;
}

/** A process of its own, so that what is measured shares no event loop with who measures. `name`: a file of bench/children. */
export function openChild<A extends Answers>(name: string): Child<A> {
  const child = fork(join(__dirname, '..', 'children', name), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'json' });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on('message', ({ n, answer, error }: Answer) => {
    const asker = waiting.get(n);
    waiting.delete(n);
    if (error === undefined) asker?.resolve(answer);
    else asker?.reject(new Error(`${name}: ${error}`));
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with exit code ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    ask: (ask, ...[input]) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: resolve as (answer: unknown) => void, reject });
        child.send({ n: asked, ask, input } satisfies Question);
      }),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
