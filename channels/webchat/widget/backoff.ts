const FIRST = 500;

/** Milliseconds before the next try: twice as long each time, at most `most`, never in step with other browsers. */
export const waitBefore = (attempt: number, most: number, random: () => number): number =>
  Math.round(Math.min(most, FIRST * 2 ** Math.min(attempt, 20)) * (0.5 + random() / 2));
