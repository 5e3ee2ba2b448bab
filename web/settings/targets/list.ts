import { parseDuration } from '../../../src/domain/duration';
import type { Target } from '../../../src/domain/targets';
import { isoOf, type Parts, partsOf } from '../rules/durations';

export const FIELDS = ['firstAnswer', 'nextAnswer', 'resolution'] as const;
export type Field = (typeof FIELDS)[number];

/** A row as it is typed: an empty amount is no target. */
export type Line = Pick<Target, 'teamId' | 'priority'> & { readonly key: string } & Readonly<Record<Field, Parts>>;

const NONE: Parts = { amount: '', unit: 'hour' };

const linePartsOf = (iso: string | null): Parts => (iso === null ? NONE : partsOf(iso));

export const linesOf = (targets: readonly Target[]): Line[] =>
  targets.map(({ teamId, priority, firstAnswer, nextAnswer, resolution }, at) => ({
    key: `kept ${at}`,
    teamId,
    priority,
    firstAnswer: linePartsOf(firstAnswer),
    nextAnswer: linePartsOf(nextAnswer),
    resolution: linePartsOf(resolution),
  }));

export const newLine = (key: string): Line => ({
  key,
  teamId: null,
  priority: null,
  firstAnswer: NONE,
  nextAnswer: NONE,
  resolution: NONE,
});

/** null = none; a text that is no duration when it can't be read. */
const isoOrNull = (parts: Parts): string | null => (parts.amount.trim() === '' ? null : isoOf(parts));

/** What the API takes. */
export const targetsOf = (lines: readonly Line[]): Target[] =>
  lines.map(({ teamId, priority, firstAnswer, nextAnswer, resolution }) => ({
    teamId,
    priority,
    firstAnswer: isoOrNull(firstAnswer),
    nextAnswer: isoOrNull(nextAnswer),
    resolution: isoOrNull(resolution),
  }));

/** Whether what was typed in a field can't be a time. */
export function isWrong(parts: Parts): boolean {
  const iso = isoOrNull(parts);
  return iso !== null && typeof parseDuration(iso) !== 'number';
}

/** The rows that stand for the same team and priority as one above them. */
export function twice(lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const { key, teamId, priority } of lines) {
    const name = `${teamId} ${priority}`;
    if (seen.has(name)) found.add(key);
    seen.add(name);
  }
  return found;
}

export const sameTargets = (some: readonly Target[], others: readonly Target[]): boolean => JSON.stringify(some) === JSON.stringify(others);

/** Whether the rows can be saved as they are. */
export const isSound = (lines: readonly Line[]): boolean =>
  twice(lines).size === 0 && lines.every((line) => FIELDS.every((field) => !isWrong(line[field])));
