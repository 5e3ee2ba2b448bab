import { steadyClock } from '../../src/platform/clock';

function readings(...times: number[]): number[] {
  const source = [...times];
  const clock = steadyClock(() => source.shift() ?? Number.NaN);
  return times.map(() => clock.now());
}

it('follows its source forwards', () => {
  expect(readings(1000, 1001, 9000)).toEqual([1000, 1001, 9000]);
});

it('stands still while the source is adjusted backwards a little', () => {
  expect(readings(5000, 4400, 4999, 5001)).toEqual([5000, 5000, 5000, 5001]);
});

it('takes a larger step back for a correction', () => {
  expect(readings(5_000_000, 1_000_000, 1_000_001)).toEqual([5_000_000, 1_000_000, 1_000_001]);
});
