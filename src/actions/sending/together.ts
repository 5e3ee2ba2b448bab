import type { Desk } from '../desk';

export type Outcome<O> = { readonly value: O } | { readonly error: unknown };

interface Waiting<I, O> {
  readonly input: I;
  resolve(value: O): void;
  reject(error: unknown): void;
}

/** A batch that waits for somebody else's lock does not hold up the next. */
const AT_ONCE = 2;
const MOST = 64;

/**
 * Does for many at once what each asks for by itself: what comes while batches are under way is gathered for the next one.
 * `run` gives an outcome to each, in order. When it throws, each is run by itself, so that only who is at fault fails.
 */
export function together<I, O>(run: (desk: Desk, batch: readonly I[]) => Promise<readonly Outcome<O>[]>) {
  const desks = new WeakMap<Desk, { readonly waiting: Waiting<I, O>[]; running: number }>();

  async function work(desk: Desk, batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const inputs = batch.map(({ input }) => input);
      const outcomes = await run(desk, inputs);
      batch.forEach((one, at) => {
        tell(one, outcomes[at] ?? { error: new Error('a batch had no outcome for one of its own') });
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await work(desk, [one]);
    }
  }

  /** Whoever is ready by now, in this turn of the event loop, comes along. */
  async function runNext(desk: Desk, { waiting }: { readonly waiting: Waiting<I, O>[] }): Promise<void> {
    await new Promise(setImmediate);
    const batch = waiting.splice(0, MOST);
    if (batch.length > 0) await work(desk, batch);
  }

  return (desk: Desk, input: I): Promise<O> => {
    const state = desks.get(desk) ?? { waiting: [], running: 0 };
    desks.set(desk, state);
    const next = (): void => {
      if (state.running >= AT_ONCE || state.waiting.length === 0) return;
      state.running += 1;
      void runNext(desk, state).then(() => {
        state.running -= 1;
        next();
      });
    };
    return new Promise((resolve, reject) => {
      state.waiting.push({ input, resolve, reject });
      next();
    });
  };
}

function tell<I, O>({ resolve, reject }: Waiting<I, O>, outcome: Outcome<O>): void {
  if ('value' in outcome) resolve(outcome.value);
  else reject(outcome.error);
}
