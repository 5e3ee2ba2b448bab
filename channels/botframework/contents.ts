import type { HeardContent, HeardMedia } from '../../src/ports/channel';
import { isObject, type Json, listOf, numberOf, objectOf, textOf, wordOf } from '../common/json';
import type { Activity } from './activity';
import { choiceIn } from './choices';

/** One thing that a message says, with what stands beside it. */
export interface Part {
  readonly content: HeardContent;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** What a message says, in order: its words or choice first, then its place and each attachment. Never empty: somebody said something. */
export function partsOf(activity: Activity): Part[] {
  const { given } = activity;
  const words = spokenIn(activity);
  const attachments = listOf(given.attachments).filter((one) => !isCopyOf(words, one));
  const choice = choiceOf(activity, words);
  const said: Part[] = choice ? [choice] : words ? [{ content: { type: 'text', text: words } }] : [];
  const parts = [...said, ...listOf(given.entities).flatMap(placeIn), ...attachments.map(attachment)];
  return parts.length > 0 ? parts : [{ content: { type: 'unsupported', kind: 'empty', raw: given } }];
}

/** The words without the bot's name in front of them (Teams), and without the marks around other names. */
export function spokenIn({ given, bot }: Activity): string {
  const own = listOf(given.entities)
    .map(objectOf)
    .filter(({ type, mentioned }) => type === 'mention' && isOwn(objectOf(mentioned), bot))
    .flatMap(({ text }) => wordOf(text) ?? []);
  const spoken = own.reduce((said, mention) => said.replaceAll(mention, ''), textOf(given.text) ?? '');
  return spoken.replace(/<at[^<>]{0,200}>([^<>]{0,200})<\/at>/g, '$1').trim();
}

const isOwn = ({ id, name }: Json, bot: Json): boolean =>
  (id !== undefined && id === bot.id) || (wordOf(name) !== null && name === bot.name);

/** Teams sends its words a second time as HTML. */
const isCopyOf = (words: string, attachment: unknown): boolean => words !== '' && objectOf(attachment).contentType === 'text/html';

/** A button that was tapped, or a card that was sent back; a service marks words that came from one. */
function choiceOf({ given }: Activity, words: string): Part | null {
  const { value } = given;
  const chosen = choiceIn(value);
  if (chosen) return { content: { type: 'button_reply', id: chosen.id, title: words || chosen.title } };
  if (typeof value === 'string' && value !== '') return { content: { type: 'button_reply', id: value, title: words || value } };
  if (isObject(value) && words !== '') return { content: { type: 'button_reply', id: words, title: words }, context: { value } };
  if (value !== undefined && value !== null && words === '') return { content: { type: 'form_reply', data: value } };
  return objectOf(given.channelData).postBack === true && words !== ''
    ? { content: { type: 'button_reply', id: words, title: words } }
    : null;
}

function placeIn(entity: unknown): Part[] {
  const { type, geo, name } = objectOf(entity);
  const at = type === 'GeoCoordinates' ? objectOf(entity) : type === 'Place' ? objectOf(geo) : {};
  const [latitude, longitude] = [numberOf(at.latitude), numberOf(at.longitude)];
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return [];
  const called = wordOf(name) ?? wordOf(at.name);
  return [{ content: { type: 'location', latitude, longitude, ...(called ? { name: called } : {}) } }];
}

/** A file of Teams: its link is in the content, and needs no token. */
const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';
const LONGEST_KIND = 100;

function attachment(given: unknown): Part {
  const { contentType, contentUrl, content, name } = objectOf(given);
  const mime = wordOf(contentType)?.toLowerCase() ?? 'unknown';
  if (mime === TEAMS_FILE && wordOf(objectOf(content).downloadUrl))
    return { content: file('application/octet-stream', wordOf(objectOf(content).downloadUrl), name) };
  const url = wordOf(contentUrl);
  if (url !== null && /^https?:/i.test(url)) return { content: file(mime, url, name) };
  if (mime === 'text/html' && textOf(content)) return { content: { type: 'text', text: withoutMarks(textOf(content) ?? '') } };
  return { content: { type: 'unsupported', kind: mime.slice(0, LONGEST_KIND), raw: given } };
}

function file(mime: string, url: string | null, name: unknown): HeardMedia {
  const [kind = ''] = mime.split('/');
  const type = kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
  const fileName = wordOf(name);
  return {
    type,
    source: { id: null, url, sha256: null },
    mime: mime.includes('/') ? mime : kind === type ? `${kind}/*` : 'application/octet-stream',
    ...(fileName ? { fileName } : {}),
  };
}

const withoutMarks = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div)[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .trim() || '…';
