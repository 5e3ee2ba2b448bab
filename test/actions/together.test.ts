import type { Desk } from '../../src/actions/desk';
import { together } from '../../src/actions/sending/together';

const desk = {} as Desk;
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
};

/** Batches as they are begun, each ended by hand. */
function byHand() {
  const begun: { readonly batch: readonly number[]; end(): void }[] = [];
  const ask = together<number, number>(
    (_, batch) => new Promise((resolve) => begun.push({ batch, end: () => resolve(batch.map((n) => ({ value: n * 10 }))) })),
  );
  return { begun, ask: (n: number) => ask(desk, n) };
}

describe('what many ask for at one moment', () => {
  it('is done at once, and each gets what it asked for', async () => {
    const { begun, ask } = byHand();
    const answers = Promise.all([1, 2, 3].map(ask));
    await turns(1);
    expect(begun.map(({ batch }) => batch)).toEqual([[1, 2, 3]]);
    begun[0]!.end();
    expect(await answers).toEqual([10, 20, 30]);
  });

  it('is gathered while two batches are under way', async () => {
    const { begun, ask } = byHand();
    const first = ask(1);
    await turns(1);
    const second = ask(2);
    await turns(1);
    const rest = Promise.all([ask(3), ask(4)]);
    await turns(3);
    expect(begun.map(({ batch }) => batch)).toEqual([[1], [2]]);
    begun[1]!.end();
    expect(await second).toBe(20);
    await turns(2);
    expect(begun.map(({ batch }) => batch)).toEqual([[1], [2], [3, 4]]);
    begun[2]!.end();
    begun[0]!.end();
    expect([await first, ...(await rest)]).toEqual([10, 30, 40]);
  });

  it('is done for at most 64 at a time', async () => {
    const sizes: number[] = [];
    const ask = together<number, number>(async (_, batch) => {
      sizes.push(batch.length);
      return batch.map((n) => ({ value: n }));
    });
    await Promise.all(Array.from({ length: 100 }, (_, n) => ask(desk, n)));
    expect(sizes).toEqual([64, 36]);
  });

  it('fails only for who is at fault, when it fails as a whole', async () => {
    const ask = together<number, number>(async (_, batch) => {
      if (batch.includes(2)) throw new Error('two is too many');
      return batch.map((n) => ({ value: n }));
    });
    const ends = await Promise.allSettled([1, 2, 3].map((n) => ask(desk, n)));
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.message))).toEqual([1, 'two is too many', 3]);
  });

  it('is kept apart from what is asked of another desk', async () => {
    const asked: Desk[] = [];
    const ask = together<number, number>(async (which, batch) => {
      asked.push(which);
      return batch.map((n) => ({ value: n }));
    });
    const other = {} as Desk;
    await Promise.all([ask(desk, 1), ask(other, 2), ask(desk, 3)]);
    expect(asked).toEqual([desk, other]);
  });
});
