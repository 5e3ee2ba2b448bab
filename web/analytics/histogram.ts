/** One bar of a histogram: how many values are at most so many seconds, and more than the bar before; null = longer than all. */
export interface Bar {
  readonly to: number | null;
  readonly n: number;
}

interface Words {
  readonly under: (end: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly over: (from: string) => string;
}

const HOUR = 3_600;

/** Bars up to an hour are told in minutes alone, and the heading says so. */
export const inMinutes = (bars: readonly Bar[]): boolean => bars.every(({ to }) => to === null || to <= HOUR);

/** What a bar is called: `< 1`, `1–2`, `> 60`; where hours and days come too, with their units. */
export function barNames(bars: readonly Bar[], words: Words, lasting: (seconds: number) => string): readonly string[] {
  const said = (seconds: number) => (inMinutes(bars) ? String(seconds / 60) : lasting(seconds));
  return bars.map(({ to }, at) => {
    const from = bars[at - 1]?.to ?? null;
    if (to === null) return words.over(said(from ?? 0));
    return from === null ? words.under(said(to)) : words.between(said(from), said(to));
  });
}

/** The part of the address that names a bar's tickets. */
export const barOf = (bars: readonly Bar[], at: number): Readonly<Record<string, string>> => {
  const [from, to] = [bars[at - 1]?.to ?? null, bars[at]?.to ?? null];
  return { ...(from === null ? {} : { over: String(from) }), ...(to === null ? {} : { upTo: String(to) }) };
};
