/** How a figure is said beside that of the period before. */
export interface ComparedWords {
  readonly more: (percent: string) => string;
  readonly fewer: (percent: string) => string;
  /** Of numbers, and of all else. */
  readonly asMany: string;
  readonly same: string;
  readonly noneBefore: string;
  readonly slower: (lasting: string) => string;
  readonly faster: (lasting: string) => string;
  readonly pointsMore: (points: number) => string;
  readonly pointsFewer: (points: number) => string;
}

/** In whole percent of the figure before; the least difference is said as one. */
export function comparedCount(now: number, before: number, words: ComparedWords, said: (value: number) => string): string {
  if (now === before) return words.asMany;
  if (before === 0) return words.noneBefore;
  const percent = said(Math.max(1, Math.round((Math.abs(now - before) / before) * 100)));
  return now > before ? words.more(percent) : words.fewer(percent);
}

/** By so much time; null = nobody was counted. */
export function comparedSeconds(
  now: number | null,
  before: number | null,
  words: ComparedWords,
  said: (seconds: number) => string,
): string {
  if (now === null) return '';
  if (before === null) return words.noneBefore;
  if (now === before) return words.same;
  return now > before ? words.slower(said(now - before)) : words.faster(said(before - now));
}

/** Of two shares, between 0 and 1, in points of a percent as both are shown. */
export function comparedShare(now: number | null, before: number | null, words: ComparedWords): string {
  if (now === null) return '';
  if (before === null) return words.noneBefore;
  const points = percentOf(now) - percentOf(before);
  if (points === 0) return words.same;
  return points > 0 ? words.pointsMore(points) : words.pointsFewer(-points);
}

export const percentOf = (share: number): number => Math.round(share * 100);
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
