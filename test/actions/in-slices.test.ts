import { inSlices } from '../../src/actions/figures/in-slices';

const DAY = 86_400_000;
const period = { from: 0, to: 100 * DAY };

/** Rows by the day: nothing for a month, then a few, and on one day very many, every one of them at the same hour. */
const rowsIn = ({ from, to }: { readonly from: number; readonly to: number }): number => {
  let rows = 0;
  for (let day = 0; day < 100; day++) {
    const at = day * DAY + DAY / 2;
    if (from <= at && at < to) rows += day < 30 ? 0 : day === 70 ? 90_000 : 3_000;
  }
  return rows;
};

describe('a stretch of time that is read in parts', () => {
  it('is read whole and once, in parts that are not too large, whatever is in it', async () => {
    const asked: number[] = [];
    const read = async (slice: typeof period) => {
      asked.push(rowsIn(slice));
      return { ...slice, rows: rowsIn(slice) };
    };
    const parts: { from: number; to: number; rows: number }[] = [];
    for await (const part of inSlices(period, read)) parts.push(part);
    expect(parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(69 * 3_000 + 90_000);
    expect(parts.every(({ from }, at) => from === (parts[at - 1]?.to ?? period.from))).toBe(true);
    expect(parts.at(-1)?.to).toBe(period.to);
    expect(parts.filter(({ rows }) => rows > 40_000)).toHaveLength(1);
    expect(asked.length).toBeLessThan(parts.length + 20);
  });

  it('takes few parts where nothing is', async () => {
    let parts = 0;
    for await (const { rows } of inSlices({ from: 0, to: 10_000 * DAY }, async () => ({ rows: 0 }))) parts += 1 + rows;
    expect(parts).toBeLessThan(10);
  });
});
