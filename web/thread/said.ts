import { isMedia, shownWords } from '../../src/domain/content';
import type { Message } from '../api/types';
import type { Words } from '../words/en';

type Content = Message['content'];

/** What a message says, in words for quotes, copies and readers of screens; what has none is named. */
export function saidBy(content: Content, { thread: { contents } }: Words): string {
  if (content.type === 'unsupported') return content.kind === 'deleted' ? contents.deleted : contents.unsupported(content.kind);
  const said = shownWords(content as Parameters<typeof shownWords>[0]).trim();
  if (said !== '') return said;
  const names = contents as unknown as Readonly<Record<string, unknown>>;
  const name = names[NAMES[content.type] ?? content.type];
  return typeof name === 'string' ? name : '';
}

/** The same where nobody sees what it belongs to: a file is named before its words. */
export function toldBy(content: Content, words: Words): string {
  const said = saidBy(content, words);
  const name = isMedia(content) ? words.thread.contents[content.type] : said;
  return name === said ? said : `${name}: ${said}`;
}

const NAMES: Readonly<Record<string, string>> = { form_reply: 'form', story_reply: 'story' };

const QUOTE = 80;

/** One line of it, for "Answer to". */
export function quoteOf(content: Content, words: Words): string {
  const line = toldBy(content, words).replace(/\s+/g, ' ');
  const letters = [...line.slice(0, 2 * QUOTE + 2)];
  return letters.length <= QUOTE ? letters.join('') : `${letters.slice(0, QUOTE - 1).join('')}\u2026`;
}

/** Which of a message's buttons the customer pressed, by message: its answer names the message and the button. */
export function chosenOf(messages: readonly Message[]): ReadonlyMap<string, ReadonlySet<string>> {
  const chosen = new Map<string, Set<string>>();
  for (const { content, replyTo } of messages) {
    if (content.type !== 'button_reply' || replyTo === null) continue;
    chosen.set(replyTo, (chosen.get(replyTo) ?? new Set()).add(content.id));
  }
  return chosen;
}
