import { isProblem, type Problem } from '../api/ask';
import type { Message } from '../api/types';
import type { Draft } from './draft-store';

/**
 * The newest `seq` that was on the screen when the reply was begun; undefined: nobody knows. What was begun on another machine
 * was begun before what the desk heard since.
 */
export function seenWhenBegun(since: Draft['since'], messages: readonly Pick<Message, 'seq' | 'heardAt'>[]): number | undefined {
  if (typeof since === 'number') return since;
  const newest = newestOf(messages);
  if (newest === undefined || since === null) return newest;
  const newer = messages.filter(({ heardAt }) => Date.parse(heardAt) > Date.parse(since)).map(({ seq }) => seq);
  return newer.length === 0 ? newest : Math.min(...newer) - 1;
}

export const newestOf = (messages: readonly Pick<Message, 'seq'>[]): number | undefined =>
  messages.length === 0 ? undefined : Math.max(...messages.map(({ seq }) => seq));

/** What a colleague has written since, by which the desk asks before it sends. */
export interface Newer {
  readonly messageId: string;
  readonly seq: number;
  readonly author: { readonly id: string | null; readonly name: string | null };
  readonly at: string;
}

/** The question that a refusal is; null for any other. */
export function newerIn(trouble: Draft['trouble']): Newer | null {
  if (trouble?.what !== 'reply' || !isProblem(trouble.error, 'newer_message')) return null;
  return (trouble.error as Problem).facts as unknown as Newer;
}
