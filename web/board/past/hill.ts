import type { Stretch } from './moments';

/** How many tickets were open at a moment. */
export interface Point {
  readonly at: number;
  readonly open: number;
}

/** What the hill is drawn on: a drawing of this size is stretched over the track. */
export const WIDTH = 1_000;
export const HEIGHT = 54;
/** The highest point keeps this much clear above it. */
const CLEAR = 4;

/** Where a moment lies on a stretch: 0 its beginning, 1 its end. */
export const shareOf = (at: number, { from, to }: Stretch): number => Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from)));

type Corner = readonly [x: number, y: number];

/** Where the points lie in the drawing; counts begin at zero. */
function cornersOf(points: readonly Point[], stretch: Stretch): readonly Corner[] {
  const most = Math.max(1, ...points.map(({ open }) => open));
  return points.map(({ at, open }) => [round(shareOf(at, stretch) * WIDTH), round(HEIGHT - (open / most) * (HEIGHT - CLEAR))]);
}

const round = (value: number): number => Math.round(value * 10) / 10;

const lineOf = (corners: readonly Corner[]): string =>
  corners.length < 2 ? '' : corners.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y}`).join('');

function groundOf(corners: readonly Corner[]): string {
  const [first, last] = [corners[0], corners.at(-1)];
  return corners.length < 2 || !first || !last ? '' : `${lineOf(corners)}L${last[0]} ${HEIGHT}L${first[0]} ${HEIGHT}Z`;
}

/** The hill as paths: its line, the ground below, and the ground up to a moment. Empty without two points. */
export function hillOf(points: readonly Point[], stretch: Stretch, until: number) {
  const corners = cornersOf(points, stretch);
  const passed = corners.slice(0, points.filter(({ at }) => at <= until).length);
  return { line: lineOf(corners), ground: groundOf(corners), passed: groundOf(passed) };
}

/** How many were open at a moment; undefined between two points. */
export const openAt = (points: readonly Point[], at: number): number | undefined => points.find((point) => point.at === at)?.open;
