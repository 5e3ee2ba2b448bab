import { around, atEnd, earlier, kept, later, MOST_DRAWN } from '../../../web/thread/window';

const keys = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `m${from + index}`);

it('draws no more than so many of five thousand, at the end first', () => {
  expect(atEnd(5_000)).toEqual({ from: 5_000 - MOST_DRAWN, to: 5_000 });
  expect(atEnd(3)).toEqual({ from: 0, to: 3 });
});

it('goes up to the first and down to the last, never drawing more', () => {
  let drawn = atEnd(1_000);
  while (drawn.from > 0) drawn = earlier(drawn, 1_000);
  expect(drawn).toEqual({ from: 0, to: MOST_DRAWN });
  while (drawn.to < 1_000) drawn = later(drawn, 1_000);
  expect(drawn).toEqual(atEnd(1_000));
});

it('stays with the same entries when older ones come in front', () => {
  const drawn = kept({ from: 0, to: 50 }, keys(100, 150), keys(50, 150), false);
  expect([drawn.from, keys(50, 150)[drawn.from]]).toEqual([50, 'm100']);
});

it('stays with them when new ones come behind, and goes along only with a reader who is at the newest', () => {
  const before = keys(0, 400);
  expect(kept({ from: 100, to: 250 }, before, keys(0, 401), false)).toEqual({ from: 100, to: 250 });
  expect(kept({ from: 250, to: 400 }, before, keys(0, 401), true)).toEqual({ from: 251, to: 401 });
});

it('finds its place again when the first entry that was drawn is gone', () => {
  expect(kept({ from: 0, to: 50 }, ['gone', ...keys(0, 49)], keys(0, 49), false).from).toBe(0);
});

it('draws around one entry, at the edges too', () => {
  expect(around(2_500, 5_000)).toEqual({ from: 2_425, to: 2_575 });
  expect(around(0, 5_000)).toEqual({ from: 0, to: MOST_DRAWN });
  expect(around(4_999, 5_000)).toEqual(atEnd(5_000));
});
