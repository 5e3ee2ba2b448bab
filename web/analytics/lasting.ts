/** A number and its unit. */
export type LastingPart = readonly [value: string, unit: string];

export interface Units {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TEN_MINUTES = 10 * MINUTE;

/** How long, of whole seconds, in two units at most; seconds only under ten minutes. Nothing is rounded up. */
export function lastingParts(seconds: number, { second, minute, hour, day }: Units): readonly LastingPart[] {
  if (seconds < MINUTE) return [[String(seconds), second]];
  if (seconds < TEN_MINUTES) return two(seconds, MINUTE, minute, 1, second);
  if (seconds < HOUR) return [[String(Math.floor(seconds / MINUTE)), minute]];
  if (seconds < DAY) return two(seconds, HOUR, hour, MINUTE, minute);
  return two(seconds, DAY, day, HOUR, hour, 1);
}

function two(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string, digits = 2): readonly LastingPart[] {
  const rest = Math.floor((seconds % large) / small);
  const whole: LastingPart = [String(Math.floor(seconds / large)), largeUnit];
  return rest === 0 ? [whole] : [whole, [String(rest).padStart(digits, '0'), smallUnit]];
}

export const lastingOf = (seconds: number, units: Units): string =>
  lastingParts(seconds, units)
    .map((part) => part.join('\u00a0'))
    .join(' ');
