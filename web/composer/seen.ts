import { isProblem } from '../api/ask';
import type { Message } from '../api/types';
import { quoteOf } from '../thread/said';
import type { Words } from '../words/en';
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
export const newerOf = (error: unknown): Newer | null => (isProblem(error, 'newer_message') ? (error.facts as unknown as Newer) : null);

/** The same of what is written in the box. */
export const newerIn = (trouble: Draft['trouble']): Newer | null => (trouble?.what === 'reply' ? newerOf(trouble.error) : null);

/** What the colleague wrote, as far as it is here. */
export function wordsOf({ messageId }: Newer, messages: readonly Message[], words: Words): string {
  const message = messages.find(({ id }) => id === messageId);
  return message ? quoteOf(message.content, words) : '';
}
