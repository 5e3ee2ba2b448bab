import type { Content } from '../../src/ports/channel';
import { objectOf } from './json';

/** Names that the network gave us, or that an admin must read in its refusal, rather than words of a conversation. */
const SHOWN: ReadonlySet<string> = new Set(['type', 'id', 'latitude', 'longitude', 'parameter_name']);

/** What a message says, piece by piece: none of it may come back in an error. Of a template that is what fills its places. */
export const hiddenIn = (content: Content): string[] =>
  content.type === 'template' ? content.components.flatMap((component) => textsIn(objectOf(component).parameters)) : textsIn(content);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (SHOWN.has(key) ? [] : textsIn(part)));
}
