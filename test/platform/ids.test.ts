import { randomBytes } from 'node:crypto';
import { idMaker } from '../../src/platform/ids';

const at = (...times: number[]) => ({ now: () => (times.length > 1 ? (times.shift() as number) : (times[0] as number)) });

it('makes 20 characters of Crockford base 32', () => {
  expect(idMaker(at(1_800_000_000_000), randomBytes)()).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
});

it('begins with the time, so that later ids sort after earlier ones', () => {
  const nines = (count: number) => Buffer.alloc(count, 9);
  expect(idMaker(at(32), nines)().slice(0, 9)).toBe('000000010');
  expect(idMaker(at(1000), nines)() < idMaker(at(1001), nines)()).toBe(true);
});

it('counts on within a millisecond, also across the end of the low half', () => {
  const newId = idMaker(at(7), () => Buffer.from([0, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff]));
  expect([newId(), newId()]).toEqual(['00000000700000ZZZZZZ', '00000000700001000000']);
});

it('goes on rising when the clock goes back', () => {
  const newId = idMaker(at(5000, 4000, 3000, 6000), randomBytes);
  const ids = [newId(), newId(), newId(), newId()];
  expect([...ids].sort()).toEqual(ids);
});

it('never gives the same id twice, whoever makes them', () => {
  const makers = [idMaker(at(1), randomBytes), idMaker(at(1), randomBytes)];
  const ids = makers.flatMap((newId) => Array.from({ length: 5000 }, newId));
  expect(new Set(ids).size).toBe(10_000);
});
