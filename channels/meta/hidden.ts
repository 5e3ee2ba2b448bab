import type { Content } from '../../src/ports/channel';

/** Names that the network gave us, or that an admin must read in its refusal, rather than words of a conversation. */
const SHOWN: ReadonlySet<string> = new Set(['type', 'id', 'latitude', 'longitude']);

/** What a message says, piece by piece: none of it may come back in an error. Templates are the network's own words. */
export const hiddenIn = (content: Content): string[] => (content.type === 'template' ? [] : textsIn(content));

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (SHOWN.has(key) ? [] : textsIn(part)));
}
