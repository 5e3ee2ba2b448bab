import { isObject, type Json, listOf, textOf, wordOf } from '../common/json';

/** A word with a link behind it that can't be seen in the words. */
interface Link {
  readonly end: number;
  readonly url: string;
  readonly said: string;
}

/**
 * The words of a message as plain text. Telegram tells bold, links and the like beside them, by place in UTF-16 units: marks are
 * left out, and a link that stands behind other words is put after them, or nobody would know of it. null when there are none.
 */
export function wordsIn(text: unknown, entities: unknown): string | null {
  const said = textOf(text);
  if (said === null) return null;
  const links = listOf(entities)
    .filter(isObject)
    .flatMap((entity) => linkIn(said, entity))
    .sort((one, other) => other.end - one.end);
  return links.reduce((words, link) => withLink(words, link), said);
}

function linkIn(text: string, { type, url, offset, length }: Json): Link[] {
  const [target, from, units] = [wordOf(url), Number(offset), Number(length)];
  if (type !== 'text_link' || target === null || !Number.isSafeInteger(from) || !Number.isSafeInteger(units)) return [];
  if (from < 0 || units <= 0 || from + units > text.length) return [];
  return [{ end: from + units, url: target, said: text.slice(from, from + units) }];
}

function withLink(words: string, { end, url, said }: Link): string {
  if (bare(said) === bare(url)) return words;
  // Spaces at the end of the link belong behind the address.
  const at = end - (said.length - said.trimEnd().length);
  return `${words.slice(0, at)} (${url})${words.slice(at)}`;
}

const bare = (link: string): string =>
  link
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
