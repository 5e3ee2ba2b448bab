/** Where the lines of an axis stand, from nothing to a round number above the greatest value: four or five of them. */
export function niceAxis(greatest: number): readonly number[] {
  if (greatest <= 4) return Array.from({ length: Math.max(1, Math.ceil(greatest)) + 1 }, (_, at) => at);
  const step = roundUp(greatest / 4);
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, at) => at * step);
}

/** The next of 1, 2, 2.5, 5, 10 times a power of ten, and whole: tickets come in ones. */
function roundUp(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= least) ?? least;
  return Math.ceil(round);
}

/** Which of so many points get a word below, so that words of this width don't touch: evenly apart, the first among them. */
export function spaced(points: number, width: number, each: number): readonly number[] {
  const most = Math.max(1, Math.floor(width / each));
  const apart = Math.max(1, Math.ceil(points / most));
  return Array.from({ length: Math.ceil(points / apart) }, (_, at) => at * apart);
}

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
const STEPS = [1, 2, 5, 10, 15, 30, MINUTE, 120, 300, 600, 900, 1_800, HOUR, 7_200, 14_400, 21_600, 43_200, DAY, 172_800, 432_000];

/** The same for seconds: steps that clocks have. */
export function niceSeconds(greatest: number): readonly number[] {
  const step = STEPS.find((one) => one * 4 >= greatest) ?? Math.ceil(greatest / 4 / (7 * DAY)) * 7 * DAY;
  return Array.from({ length: Math.max(1, Math.ceil(greatest / step)) + 1 }, (_, at) => at * step);
}
