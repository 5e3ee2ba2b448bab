/** What a language calls its units in short: `4 min`, `3 h`, `2 d`. */
export interface Units {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in two units at most: `2 d 3 h`, `18 min`; seconds only below a minute. */
export function lastingIn({ second, minute, hour, day }: Units): (ms: number) => string {
  return (ms) => {
    if (ms < MINUTE) return `${Math.max(0, Math.round(ms / 1000))} ${second}`;
    const minutes = Math.floor(ms / MINUTE);
    if (ms < HOUR) return `${minutes} ${minute}`;
    if (ms < DAY) return two(Math.floor(minutes / 60), hour, minutes % 60, minute);
    const hours = Math.floor(ms / HOUR);
    return two(Math.floor(hours / 24), day, hours % 24, hour);
  };
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
