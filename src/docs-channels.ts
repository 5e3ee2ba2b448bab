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

/** What each network takes, as rows of a table: contents down, networks across. */
export const limitsTable = (): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } => ({
  heads: ['content', ...CHANNELS.map(({ title }) => title)],
  rows: ROWS.map(([name, say]) => [name, ...CHANNELS.map((kind) => say(kind.capabilities, kind))]),
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
