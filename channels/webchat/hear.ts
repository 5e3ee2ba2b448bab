import type { Heard, HeardContent, PageVisitor } from '../../src/ports/channel';
import { isObject, type Json, listOf, objectOf, textOf, timeOf, tooDeep, wordOf } from '../common/json';
import { hearPart, kept, need, notice, type Place, Unreadable } from '../common/place';
import { whoIs } from './identity';

const MOST_TEXT = 4000;
const FILES = ['image', 'video', 'audio', 'document'] as const;

/** What the desk's own page handed over (`PageWord`): one word, or several. */
export function hear(told: unknown): Heard[] {
  const words = isObject(told) && Array.isArray(told.words) ? listOf(told.words) : [told];
  return words.flatMap((word) => hearPart({ account: null, raw: word }, (place) => [inWords(place)])).map(kept);
}

function inWords(place: Place): Heard {
  if (!isObject(place.raw) || tooDeep(place.raw)) throw new Unreadable('it is no word of a page');
  const said = place.raw;
  switch (said.type) {
    case 'message':
      return {
        type: 'message',
        ...place,
        id: messageId(said),
        from: whoIs(visitorIn(said)),
        at: timeOf(said.at),
        content: contentIn(objectOf(said.content)),
        replyTo: wordOf(said.replyTo),
      };
    case 'receipt':
      return receipt(place, said);
    case 'met':
      return { type: 'met', ...place, who: whoIs(visitorIn(said)), at: timeOf(said.at), ...factsIn(said) };
    default:
      return notice(place, `unknown:${wordOf(said.type) ?? typeof said.type}`);
  }
}

/** Each visitor counts for themselves: what one page calls a message is no other's. */
const messageId = (said: Json): string => `${visitorIn(said).id}.${need(wordOf(said.id), 'it has no id')}`;

/** The id that the page itself gave to a message of this visitor; null for any other. */
export const sentId = (reference: string): string => `desk.${reference}`;

function receipt(place: Place, said: Json): Heard {
  const reference = need(wordOf(said.reference), 'it names no message');
  if (said.status !== 'delivered' && said.status !== 'read') throw new Unreadable('it has no status');
  const { status } = said;
  return { type: 'receipt', ...place, id: sentId(reference), reference, status, at: timeOf(said.at), upTo: said.upTo === true };
}

function visitorIn(said: Json): PageVisitor {
  const { id, externalId, name, email } = objectOf(said.visitor);
  return { id: need(wordOf(id), 'it names no visitor'), externalId: wordOf(externalId), name: wordOf(name), email: wordOf(email) };
}

function factsIn(said: Json): { readonly facts?: Readonly<Record<string, string>> } {
  const { email } = visitorIn(said);
  return email === null ? {} : { facts: { email } };
}

function contentIn(content: Json): HeardContent {
  const { type } = content;
  if (type === 'text') return { type, text: need(textOf(content.text), 'it has no text').slice(0, MOST_TEXT) };
  if (type === 'button_reply') return { type, id: need(textOf(content.id), 'it names no button'), title: textOf(content.title) ?? '' };
  const file = FILES.find((one) => one === type);
  if (!file) return { type: 'unsupported', kind: wordOf(type) ?? 'unknown', raw: content };
  const [fileName, caption] = [wordOf(content.fileName), wordOf(content.caption)];
  return {
    type: file,
    source: { id: need(wordOf(content.mediaId), 'it names no file'), url: null, sha256: null },
    mime: wordOf(content.mime) ?? 'application/octet-stream',
    ...(fileName === null ? {} : { fileName }),
    ...(caption === null ? {} : { caption }),
  };
}
