import type { Query } from './database';

/** Ticket numbers are taken from the database in blocks of this size and given out by the process. */
const BLOCK = 64;

/** Gives the first of `count` numbers in a row. What a process has not given out when it ends is a gap. */
export function numbers(transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>): (count: number) => Promise<number> {
  let next = 0;
  let end = 0;
  let last: Promise<unknown> = Promise.resolve();

  const take = async (count: number): Promise<number> => {
    if (end - next < count) {
      const size = Math.max(BLOCK, count);
      next = await transaction((query) => takeBlock(query, size));
      end = next + size;
    }
    next += count;
    return next - count;
  };

  return (count) => {
    const mine = last.then(() => take(count));
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function takeBlock(query: Query, size: number): Promise<number> {
  await query('update ticket_numbers set next = next + ?', [size]);
  const { rows } = await query('select next from ticket_numbers');
  return (rows[0]?.next as number) - size;
}
