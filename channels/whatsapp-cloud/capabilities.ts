import type { Capabilities } from '../../src/ports/channel';
import { PAPERS, PICTURES, SOUNDS, VIDEOS } from '../common/whatsapp-files';

const KB = 1024;
const MB = KB * KB;

const TEXT = { max: 4096, unit: 'characters' } as const;
const BUTTON_TEXT = { max: 1024, unit: 'characters' } as const;
const CAPTION = { max: 1024, unit: 'characters' } as const;
const FILE_NAME = { max: 240, unit: 'characters' } as const;

/** What the Cloud API takes (CHANNELS §2.6). Anything that it knows can also go as a document, up to a document's size. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contacts', 'buttons', 'list', 'template'],
  choices: {
    buttons: { text: BUTTON_TEXT, most: 3, title: 20, id: 256, titlesDiffer: true },
    list:    { text: TEXT, button: 20, sections: 10, rows: 10, sectionTitle: 24, title: 24, id: 200, description: 72 },
  },
  media: {
    image:    { most: 5 * MB,   mimes: PICTURES, caption: CAPTION, fileName: null },
    video:    { most: 16 * MB,  mimes: VIDEOS,   caption: CAPTION, fileName: null },
    audio:    { most: 16 * MB,  mimes: SOUNDS,   caption: null,    fileName: null },
    voice:    { most: 16 * MB,  mimes: ['audio/ogg', 'audio/opus'], caption: null, fileName: null, instead: 'audio' },
    document: { most: 100 * MB, mimes: [...PAPERS, ...PICTURES, ...VIDEOS, ...SOUNDS], caption: CAPTION, fileName: FILE_NAME },
    sticker:  { most: 100 * KB, mostAnimated: 500 * KB, mimes: ['image/webp'], caption: null, fileName: null },
  },
  contacts: 257,
  template: { parameter: { max: 1024, unit: 'characters' }, header: ['image', 'video', 'document'] },
  replies: true,
  showsFormer: true,
  reactions: 'any',
  startsChats: true,
};
