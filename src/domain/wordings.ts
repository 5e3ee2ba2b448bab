import type { Content } from './content';
import { isMedia } from './content';
import type { FormerContent, Message } from './message';
import type { Instant } from './ticket';

/** What a message said from some moment on; the first from the beginning. */
interface Wording {
  readonly content: Content;
  readonly from: Instant | null;
}

type Worded = Pick<Message, 'content' | 'editedAt' | 'former'>;

/** Everything that a message has said, oldest first; the last is what it says now. */
function wordingsOf({ content, editedAt, former }: Worded): Wording[] {
  const all = [...(former ?? []).map((one) => one.content), content];
  return all.map((one, at) => ({ content: one, from: at === 0 ? (former ? null : editedAt) : (former?.[at - 1]?.until ?? null) }));
}

/**
 * The message as it is once this wording of this moment is known too; null when it was known. The newest by the network's time
 * stands, of one moment the greater words, and each former one keeps its place: the order of deliveries decides nothing.
 */
export function withWording(message: Worded, content: Content, from: Instant | null, wordsOf: (content: Content) => string): Worded | null {
  const known = wordingsOf(message);
  const words = wordsOf(content);
  if (known.some((one) => (from === null || one.from === from) && wordsOf(one.content) === words)) return null;
  const before = (a: Wording, b: Wording): number => (a.from ?? 0) - (b.from ?? 0) || (wordsOf(a.content) < wordsOf(b.content) ? -1 : 1);
  const all = [...known, { content, from }].sort(before);
  const former = all.slice(0, -1).map((one, at): FormerContent => ({ content: one.content, until: all[at + 1]?.from ?? 0 }));
  const now = all.at(-1) as Wording;
  return { content: now.content, editedAt: now.from, former };
}

/** What a message said before, as it may be shown: of a file its words, for the file itself is shown as it is now. */
export const formerShown = ({ former, content }: Worded): FormerContent[] =>
  (former ?? []).map((one) =>
    isMedia(one.content) && isMedia(content) ? { ...one, content: { type: 'text', text: one.content.caption ?? '' } } : one,
  );
