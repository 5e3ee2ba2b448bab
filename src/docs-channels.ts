import { CHANNELS } from '../channels';
import type { ButtonLimits, ListLimits } from './domain/choices';
import { MEDIA_TYPES, type MediaType } from './domain/content';
import { bytesInWords, type MediaLimit } from './domain/media-limits';
import type { TextLimit } from './domain/split';
import type { Capabilities, ChannelKind } from './ports/channel';

const NO = 'refused';

type Say = (capabilities: Capabilities, kind: ChannelKind) => string;

const ROWS: readonly (readonly [string, Say])[] = [
  ['`text`', ({ text }) => `${size(text)} a message`],
  ...MEDIA_TYPES.map((type): [string, Say] => [`\`${type}\``, ({ media }) => file(media[type])]),
  ['`buttons`', ({ choices: { buttons } }) => (buttons ? buttonLimits(buttons) : NO)],
  ['`list`', ({ choices: { list, buttons } }) => (list ? listLimits(list) : buttons ? `**as buttons**: up to ${buttons.most} rows` : NO)],
  ['`location`', ({ contents }) => (contents.includes('location') ? 'yes' : NO)],
  ['`contacts`', ({ contacts }) => (contacts > 0 ? `up to ${contacts} cards` : NO)],
  ['`template`', ({ template }) => (template ? `a parameter ${size(template.parameter)}; headed by ${template.header.join(', ')}` : NO)],
  ['`replyTo`', ({ replies }) => (replies ? 'quotes' : 'left out')],
  ['reaction', ({ reactions }) => (reactions === 'any' ? 'any emoji' : reactions.join(' ') || NO)],
  [
    'answer window',
    (_, { window: { freeText, humanAgent } }) =>
      [hours(freeText), humanAgent && `a person ${hours(humanAgent)}`].filter(Boolean).join('; '),
  ],
];

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything that a network takes, and in which limits: a table for each. */
export const limitsTables = (): readonly (Table & { readonly title: string })[] =>
  CHANNELS.map((kind) => ({
    title: kind.title,
    heads: ['content', 'limits'],
    rows: ROWS.map(([name, say]) => [name, say(kind.capabilities, kind)]),
  }));

const yes = (can: unknown): string => (can ? 'yes' : '–');
const most = (limit: MediaLimit | undefined): string =>
  !limit ? '–' : limit.mimes.length === 0 ? `as ${article(limit.instead as MediaType)}` : bytesInWords(limit.most);

/** One word for each network. */
// biome-ignore format: a table is read in columns
const AT_A_GLANCE: readonly (readonly [string, (kind: ChannelKind) => string])[] = [
  ['comes by',              comesBy],
  ['a text',                ({ capabilities: { text } }) => size(text)],
  ...MEDIA_TYPES.map((type): [string, (kind: ChannelKind) => string] => [type, ({ capabilities }) => most(capabilities.media[type])]),
  ['buttons',               ({ capabilities: { choices } }) => (choices.buttons ? `up to ${choices.buttons.most}` : '–')],
  ['list',                  ({ capabilities: { choices } }) => (choices.list ? `${choices.list.rows} rows` : choices.buttons ? 'as buttons' : '–')],
  ['place',                 ({ capabilities }) => yes(capabilities.contents.includes('location'))],
  ['contact cards',         ({ capabilities }) => yes(capabilities.contacts)],
  ['templates',             ({ capabilities }) => yes(capabilities.template)],
  ['quotes',                ({ capabilities }) => yes(capabilities.replies)],
  ['reactions',             ({ capabilities: { reactions } }) => (reactions === 'any' ? 'any' : reactions.length > 3 ? String(reactions.length) : reactions.join(' ') || '–')],
  ['shows that it was read', ({ seen, page }) => yes(seen || page)],
  ['shows typing',          ({ typing }) => yes(typing)],
  ['the desk may begin',    ({ capabilities }) => yes(capabilities.startsChats)],
  ['free answer within',    ({ window: { freeText, humanAgent } }) => (freeText === null ? 'always' : [hours(freeText), humanAgent && `a person ${hours(humanAgent)}`].filter(Boolean).join('; '))],
  ['asked how it is',       ({ check }) => yes(check)],
];

function comesBy({ webhook, door, line }: ChannelKind): string {
  return (
    [webhook && 'webhook', door && 'one address for all', line && 'a line held open'].filter(Boolean).join(' or ') || 'the desk itself'
  );
}

/** What every network can, in a word each: networks across. */
export const capabilitiesTable = (): Table => ({
  heads: ['', ...CHANNELS.map(({ title }) => title)],
  rows: AT_A_GLANCE.map(([name, say]) => [name, ...CHANNELS.map(say)]),
});

const number = (value: number): string => value.toLocaleString('en');
const size = ({ max, unit }: TextLimit): string => `${number(max)} ${unit === 'bytes' ? 'bytes of UTF-8' : unit}`;
const hours = (ms: number | null): string => (ms === null ? 'never closes' : `${ms / 3_600_000} h`);

function file(limit: MediaLimit | undefined): string {
  if (!limit) return NO;
  const { most, mostAnimated, mimes, caption, fileName, instead } = limit;
  return [
    mimes.map(code).join(' '),
    instead && `${mimes.length > 0 ? 'others ' : ''}**as ${article(instead)}**`,
    mimes.length > 0 && bytesInWords(most) + (mostAnimated ? `, moving ${bytesInWords(mostAnimated)}` : ''),
    mimes.length > 0 && (caption ? `caption ${size(caption)}` : 'a caption follows as a text'),
    fileName && `name ${size(fileName)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

const article = (type: MediaType): string => (type === 'audio' ? type : `a ${type}`);

const buttonLimits = ({ most, title, id, idUnit, text, titlesDiffer }: ButtonLimits): string =>
  `up to ${most}: title ${title} characters${titlesDiffer ? ' and each another' : ''}, id ${number(id)}${idUnit ? ` ${idUnit}` : ''}, words ${size(text)}`;

const listLimits = (limits: ListLimits): string =>
  [
    `button ${limits.button} characters`,
    `${limits.sections} sections and ${limits.rows} rows in all`,
    `section title ${limits.sectionTitle}`,
    `row title ${limits.title}, id ${limits.id}, description ${limits.description}`,
    `words ${size(limits.text)}`,
  ].join(', ');

const code = (text: string): string => `\`${text}\``;
