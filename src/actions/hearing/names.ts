import type { Identity } from '../../domain/contact';
import type { Instant } from '../../domain/ticket';
import type { Who } from '../../ports/channel';
import type { IdentityKey, KnownName, PastIdentity } from '../../ports/store';

/** One key of a channel through time: whose it is, and whose it was. */
export interface Line {
  readonly now: Identity | null;
  readonly past: readonly PastIdentity[];
}

export const NOBODYS: Line = { now: null, past: [] };

export const nameOf = ({ channelId, key }: IdentityKey): string => `${channelId} ${key}`;

/** What is known of each of these keys; nothing for those that nobody ever had. */
export function linesOf(names: readonly KnownName[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const name of names) {
    const of = nameOf('now' in name ? name.now : name.past);
    const line = lines.get(of) ?? NOBODYS;
    lines.set(of, 'now' in name ? { ...line, now: name.now } : { ...line, past: [...line.past, name.past] });
  }
  return lines;
}

/**
 * Whose a key was when something was written: names pass from one person to another, and what was written before is heard
 * after (LIFECYCLE §4). `at` null = now. A claim that never held has no time in which anything could be written.
 */
export function holderAt({ now, past }: Line, at: Instant | null): Identity | PastIdentity | null {
  if (at === null) return now ?? lastOf(past);
  const then = past.filter(({ createdAt, until }) => until > at && until > createdAt).sort((a, b) => a.until - b.until)[0];
  return then ?? now ?? lastOf(past);
}

/** A number is given to somebody else in time, an id never: what still names them by a former one means them. */
const lastOf = (past: readonly PastIdentity[]): PastIdentity | null =>
  past.filter(({ reason }) => reason === 'replaced').sort((a, b) => b.until - a.until)[0] ?? null;

/** Whether a key may become somebody's who wrote then: nobody has it, and nobody had it later. */
export const isFree = (line: Line, at: Instant | null): boolean => line.now === null && holderAt(line, at) === null;

/** The user name as a key of its network, which compares it without case. It is a name of somebody whom other keys lead to, and leads nowhere. */
export const usernameKey = (username: string): string => `@${username.toLowerCase()}`;

/** All keys by which an event names somebody, with their user name. */
export const keysOf = ({ keys, username }: Who): string[] => [...keys, ...(username ? [usernameKey(username)] : [])];
