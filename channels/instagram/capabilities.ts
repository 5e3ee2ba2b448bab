import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;

const TEXT = { max: 1000, unit: 'bytes' } as const;
const SOUNDS = ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/x-wav', 'video/mp4'];
const VIDEOS = ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'];

/** What Instagram takes (CHANNELS §3.3): nothing stands below a file, and no file has a name. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'buttons', 'list'],
  choices: { buttons: { text: TEXT, most: 13, title: 20, id: 1000, titlesDiffer: false }, list: null },
  media: {
    image:    { most: 8 * MB,  mimes: ['image/jpeg', 'image/png', 'image/gif'], caption: null, fileName: null },
    video:    { most: 25 * MB, mimes: VIDEOS,              caption: null, fileName: null },
    audio:    { most: 25 * MB, mimes: SOUNDS,              caption: null, fileName: null },
    voice:    { most: 25 * MB, mimes: [],                  caption: null, fileName: null, instead: 'audio' },
    document: { most: 25 * MB, mimes: ['application/pdf'], caption: null, fileName: null },
  },
  contacts: 0,
  template: null,
  replies: true,
  showsFormer: false,
  reactions: ['❤️'],
  startsChats: false,
};
