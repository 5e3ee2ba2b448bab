export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const STEP = 3.2;
const TALL = 24;
export const WIDTH = 60 * STEP;
export const HEIGHT = 26;

/** The events of each minute as bars that stand on one ground; a minute without any keeps a mark of one pixel. */
export function barsOf(perMinute: readonly number[]): Bar[] {
  const most = Math.max(1, ...perMinute);
  return perMinute.map((count, at) => {
    const height = count === 0 ? 1 : Math.max(2, (count / most) * TALL);
    return { x: at * STEP, y: HEIGHT - height, height };
  });
}

/** Ten minutes a row: what a reader of screens is read instead of sixty bars. Ends are minutes before now. */
export const inTens = (perMinute: readonly number[]): { readonly from: number; readonly to: number; readonly count: number }[] =>
  Array.from({ length: 6 }, (_, ten) => ({
    from: 60 - ten * 10,
    to: 50 - ten * 10,
    count: perMinute.slice(ten * 10, ten * 10 + 10).reduce((sum, one) => sum + one, 0),
  }));
