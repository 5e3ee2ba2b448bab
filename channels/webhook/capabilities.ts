import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;

const TEXT = { max: 16_000, unit: 'characters' } as const;
const NAME = { max: 255, unit: 'characters' } as const;

const IMAGES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/heic', 'image/heif', 'image/bmp', 'image/tiff'];
const VIDEOS = ['video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp', 'video/ogg', 'video/x-msvideo', 'video/x-matroska'];
// biome-ignore format: a table is read in columns
const SOUNDS = [
  'audio/aac', 'audio/amr', 'audio/flac', 'audio/m4a', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/webm', 'audio/x-m4a', 'audio/x-wav',
];
// biome-ignore format: a table is read in columns
const PAPERS = [
  'application/pdf', 'application/zip', 'application/gzip', 'application/json', 'application/rtf', 'application/xml', 'application/octet-stream',
  'application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint', 'application/epub+zip', 'application/x-7z-compressed', 'application/vnd.rar',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.presentation',
  'text/plain', 'text/csv', 'text/html', 'text/markdown', 'text/calendar', 'text/vcard', 'text/xml',
];

const file = (mimes: readonly string[]) => ({ most: 25 * MB, mimes, caption: TEXT, fileName: NAME });

/** Whoever receives it can take nearly anything; these limits keep a message one that a screen shows. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contacts', 'buttons', 'list'],
  choices: {
    buttons: { text: TEXT, most: 25, title: 100, id: 1000, titlesDiffer: false },
    list:    { text: TEXT, button: 100, sections: 25, rows: 100, sectionTitle: 100, title: 100, id: 1000, description: 250 },
  },
  media: {
    image:    file(IMAGES),
    video:    file(VIDEOS),
    audio:    file(SOUNDS),
    voice:    file(SOUNDS),
    document: file([...PAPERS, ...IMAGES, ...VIDEOS, ...SOUNDS]),
    sticker:  { ...file(['image/webp', 'image/png', 'image/gif']), caption: null, fileName: null },
  },
  contacts: 50,
  template: null,
  replies: true,
  showsFormer: true,
  reactions: 'any',
  startsChats: true,
};
