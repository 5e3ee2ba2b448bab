import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;

const TEXT = { max: 2000, unit: 'characters' } as const;
const PICTURES = ['image/jpeg', 'image/png', 'image/gif'];
const VIDEOS = ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'];
const SOUNDS = ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/mpeg', 'audio/wav', 'audio/x-wav', 'video/mp4'];
const PAPERS = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/zip',
  'text/plain',
  'text/csv',
];

/** Anything that it knows can also go as a file. */
const FILES = [...new Set([...PAPERS, ...PICTURES, 'image/webp', ...VIDEOS, ...SOUNDS, 'audio/ogg', 'audio/webm'])];

/** What Messenger takes (CHANNELS §4): nothing stands below a file, and no file has a name. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'buttons', 'list'],
  choices: { buttons: { text: TEXT, most: 13, title: 20, id: 1000, titlesDiffer: false }, list: null },
  media: {
    image:    { most: 8 * MB,  mimes: PICTURES, caption: null, fileName: null },
    video:    { most: 25 * MB, mimes: VIDEOS, caption: null, fileName: null },
    audio:    { most: 25 * MB, mimes: SOUNDS, caption: null, fileName: null },
    voice:    { most: 25 * MB, mimes: [],     caption: null, fileName: null, instead: 'audio' },
    document: { most: 25 * MB, mimes: FILES, caption: null, fileName: null },
  },
  contacts: 0,
  template: null,
  replies: false,
  showsFormer: false,
  reactions: 'any',
  startsChats: false,
};
