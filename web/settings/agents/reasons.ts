import type { Workspace } from '../../api/workspace-shape';

type Reason = Workspace['awayReasons'][number];

/** A reason as it stands in the form; without a key it is new. `id` tells the fields apart. */
export interface Line {
  readonly id: string;
  readonly key?: string;
  readonly name: string;
}

export const linesOf = (reasons: readonly Reason[]): Line[] => reasons.map(({ key, name }) => ({ id: key, key, name }));

/** What is sent; empty lines are left out. */
export const bodyOf = (lines: readonly Line[]) => ({
  reasons: lines
    .filter(({ name }) => name.trim() !== '')
    .map(({ key, name }) => ({ ...(key === undefined ? {} : { key }), name: name.trim() })),
});

export const isSame = (lines: readonly Line[], reasons: readonly Reason[]): boolean =>
  JSON.stringify(bodyOf(lines)) === JSON.stringify(bodyOf(linesOf(reasons)));

/** The line that an error's path is about; empty lines were not sent, so they do not count. */
export function lineAt(lines: readonly Line[], path: string): string | null {
  const place = Number(/^reasons\.(\d+)\./.exec(path)?.[1]);
  return lines.filter(({ name }) => name.trim() !== '')[place]?.id ?? null;
}
