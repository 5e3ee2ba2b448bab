import type { FormerValue } from './kept';

type Of = Exclude<FormerValue['of'], 'settings' | 'message'>;

/** What is kept of each thing when it changes: what people and rules see of it. No secret, no configuration of a channel. */
export const KEPT = {
  stage: ['name', 'color', 'position', 'deletedAt'],
  team: ['name', 'hours', 'deletedAt'],
  channel: ['kind', 'name', 'overrides', 'teamId', 'botId', 'deletedAt'],
  agent: ['name', 'role', 'capacity', 'teamIds', 'removedAt'],
} as const satisfies Record<Of, readonly string[]>;

/** A former value, but for when it ended and who ended it. */
export type Former = Pick<FormerValue, 'of' | 'id' | 'value'>;

/** What a thing was before it changed; null when nothing of it changed that is kept. */
export function formerOf(of: Of, id: string, was: object, now: object): Former | null {
  const [before, after] = [kept(of, was), kept(of, now)];
  return same(before, after) ? null : { of, id, value: before };
}

/** The settings before they changed; null when they did not. */
export const formerSettings = (was: object, now: object): Former | null =>
  was === now || same(was, now) ? null : { of: 'settings', id: 'desk', value: was };

const kept = (of: Of, thing: object): Record<string, unknown> =>
  Object.fromEntries(KEPT[of].map((name) => [name, (thing as Record<string, unknown>)[name] ?? null]));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
