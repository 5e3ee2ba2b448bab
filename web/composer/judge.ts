import { sizeOf, split, type TextLimit } from '../../src/domain/split';
import { clean } from '../../src/domain/text';

/** As the API takes them, in UTF-16 units. */
const LONGEST = { reply: 65_536, note: 16_384 } as const;
/** Nobody wants to get more than these at once. */
export const MOST_PARTS = 20;

/** How many messages the words are, and why they can't go: `over` characters too many, or too many messages. */
export interface Judgement {
  readonly parts: number;
  readonly off: null | { readonly why: 'empty' } | { readonly why: 'long'; readonly over: number } | { readonly why: 'parts' };
}

/** What becomes of a text, as the desk itself would cut it. */
export function judge(text: string, mode: 'reply' | 'note', limit: TextLimit | null): Judgement {
  if (text.trim() === '') return { parts: 0, off: { why: 'empty' } };
  const over = text.length - LONGEST[mode];
  if (over > 0) return { parts: 1, off: { why: 'long', over } };
  if (mode === 'note' || limit === null) return { parts: 1, off: null };
  const parts = partsOf(clean(text), limit);
  return { parts, off: parts > MOST_PARTS ? { why: 'parts' } : null };
}

/** What is far too long is not cut first: that takes longer than a key press. */
function partsOf(text: string, limit: TextLimit): number {
  const least = Math.ceil(sizeOf(text.trim(), limit.unit) / limit.max);
  return least > 2 * MOST_PARTS ? least : split(text, limit).filter((part) => part.trim() !== '').length;
}
