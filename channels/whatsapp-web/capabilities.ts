import type { Capabilities } from '../../src/ports/channel';
import { PAPERS, PICTURES, SOUNDS, VIDEOS } from '../common/whatsapp-files';

const MB = 1024 * 1024;

const CAPTION = { max: 1024, unit: 'characters' } as const;
const CHOICE_TEXT = { max: 4096, unit: 'characters' } as const;

/**
 * What a linked device can send. Files go through the browser in one piece, so the largest are smaller than WhatsApp's own;
 * choices are written out, since WhatsApp shows no buttons of such devices.
 */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: { max: 4096, unit: 'characters' },
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contacts', 'buttons', 'list'],
  choices: {
    buttons: { text: CHOICE_TEXT, most: 20, title: 100, id: 256, titlesDiffer: true },
    list:    { text: CHOICE_TEXT, button: 20, sections: 20, rows: 40, sectionTitle: 100, title: 100, id: 256, description: 200 },
  },
  media: {
    image:    { most: 16 * MB, mimes: PICTURES, caption: CAPTION, fileName: null },
    video:    { most: 16 * MB, mimes: VIDEOS,   caption: CAPTION, fileName: null },
    audio:    { most: 16 * MB, mimes: SOUNDS, caption: null, fileName: null },
    voice:    { most: 16 * MB, mimes: ['audio/ogg', 'audio/opus'], caption: null, fileName: null, instead: 'audio' },
    document: { most: 64 * MB, mimes: [...PAPERS, 'application/zip', ...PICTURES, ...VIDEOS, ...SOUNDS], caption: CAPTION, fileName: { max: 240, unit: 'characters' } },
    sticker:  { most: 1 * MB, mimes: ['image/webp'], caption: null, fileName: null },
  },
  contacts: 1,
  template: null,
  replies: true,
  showsFormer: true,
  reactions: 'any',
  startsChats: true,
};
