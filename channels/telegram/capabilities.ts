import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;

const TEXT = { max: 4096, unit: 'characters' } as const;
const CAPTION = { max: 1024, unit: 'characters' } as const;
const FILE_NAME = { max: 240, unit: 'characters' } as const;

const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const FILMS = ['video/mp4'];
const SONGS = ['audio/mpeg', 'audio/mp4', 'audio/x-m4a'];
const PAPERS = [
  'application/pdf',
  'application/zip',
  'application/json',
  'application/octet-stream',
  'application/rtf',
  'text/plain',
  'text/csv',
  'text/calendar',
  'text/vcard',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];
const OTHER_MEDIA = [
  'image/heic',
  'image/tiff',
  'image/bmp',
  'video/quicktime',
  'video/webm',
  'video/3gpp',
  'audio/ogg',
  'audio/aac',
  'audio/wav',
  'audio/x-wav',
  'audio/webm',
  'audio/opus',
  'audio/amr',
];

/** The emoji that a bot can put to a message, as Telegram spells them. */
// biome-ignore format: they are many
const EMOJI = [
  '👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡', '🥱', '🥴', '😍', '🐳',
  '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈', '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈',
  '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿', '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡',
];

/** What the Bot API takes (CHANNELS §5). Choices are a keyboard below the message, a row for each; behind a tap stand 64 bytes. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contacts', 'buttons', 'list'],
  choices: { buttons: { text: TEXT, most: 100, title: 64, id: 64, idUnit: 'bytes', titlesDiffer: false }, list: null },
  media: {
    image:    { most: 10 * MB, mimes: PICTURES, caption: CAPTION, fileName: null },
    video:    { most: 50 * MB, mimes: FILMS,    caption: CAPTION, fileName: null, instead: 'document' },
    audio:    { most: 50 * MB, mimes: SONGS,    caption: CAPTION, fileName: FILE_NAME, instead: 'document' },
    voice:    { most: 50 * MB, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4'], caption: CAPTION, fileName: null, instead: 'document' },
    document: { most: 50 * MB, mimes: [...PAPERS, ...PICTURES, ...FILMS, ...SONGS, ...OTHER_MEDIA], caption: CAPTION, fileName: FILE_NAME },
    sticker:  { most: MB / 2,  mimes: ['image/webp'], caption: null, fileName: null },
  },
  contacts: 1,
  template: null,
  replies: true,
  showsFormer: true,
  reactions: EMOJI,
  startsChats: false,
};
