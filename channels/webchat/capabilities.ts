import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;

const TEXT = { max: 4000, unit: 'characters' } as const;
const CAPTION = { max: 1000, unit: 'characters' } as const;
const NAME = { max: 200, unit: 'characters' } as const;

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];
const VIDEOS = ['video/mp4', 'video/webm', 'video/quicktime'];
const SOUNDS = ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/x-wav', 'audio/webm', 'audio/x-m4a', 'audio/flac'];
// biome-ignore format: groups read better than one line each
const PAPERS = [
  'application/pdf', 'text/plain', 'text/csv', 'application/zip', 'application/json', 'application/msword', 'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];

/** What the desk's own page shows. Nothing here is a network's: the limits are ours. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'buttons', 'list'],
  choices: {
    buttons: { text: TEXT, most: 10, title: 60, id: 200, titlesDiffer: false },
    list: { text: TEXT, button: 60, sections: 10, rows: 30, sectionTitle: 60, title: 60, id: 200, description: 160 },
  },
  media: {
    image:    { most: 25 * MB, mimes: PICTURES, caption: CAPTION, fileName: NAME },
    sticker:  { most: 5 * MB,  mimes: PICTURES, caption: null,    fileName: null },
    video:    { most: 50 * MB, mimes: VIDEOS,   caption: CAPTION, fileName: NAME },
    audio:    { most: 25 * MB, mimes: SOUNDS,   caption: CAPTION, fileName: NAME },
    voice:    { most: 25 * MB, mimes: SOUNDS,   caption: null,    fileName: null },
    document: { most: 50 * MB, mimes: [...PAPERS, ...PICTURES, ...VIDEOS, ...SOUNDS], caption: CAPTION, fileName: NAME },
  },
  contacts: 0,
  template: null,
  replies: true,
  showsFormer: false,
  reactions: [],
  startsChats: false,
};
