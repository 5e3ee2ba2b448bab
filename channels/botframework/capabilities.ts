import type { Capabilities } from '../../src/ports/channel';

const MB = 1024 * 1024;
const TEXT = { max: 4000, unit: 'characters' } as const;
const NAME = { max: 200, unit: 'characters' } as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PAPERS = [
  ...['application/pdf', 'text/plain', 'text/csv', 'application/zip', 'application/msword', 'application/vnd.ms-excel'],
  ...[`${OFFICE}.wordprocessingml.document`, `${OFFICE}.spreadsheetml.sheet`, `${OFFICE}.presentationml.presentation`],
];
const SOUNDS = ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'audio/x-wav'];

/** What most channels behind the service take: it names no limits itself, and refuses what is too much for one of them. */
// biome-ignore format: a table is read in columns
export const CAPABILITIES: Capabilities = {
  text: TEXT,
  contents: ['text', 'image', 'video', 'audio', 'voice', 'document', 'location', 'buttons', 'list'],
  choices: { buttons: { text: TEXT, most: 18, title: 50, id: 200, titlesDiffer: true }, list: null },
  media: {
    image:    { most: 20 * MB,  mimes: ['image/jpeg', 'image/png', 'image/gif'], caption: TEXT, fileName: NAME },
    video:    { most: 100 * MB, mimes: ['video/mp4'],                caption: TEXT, fileName: NAME },
    audio:    { most: 20 * MB,  mimes: SOUNDS, caption: TEXT, fileName: NAME },
    voice:    { most: 20 * MB,  mimes: [],                           caption: TEXT, fileName: NAME, instead: 'audio' },
    document: { most: 100 * MB, mimes: PAPERS, caption: TEXT, fileName: NAME },
  },
  contacts: 0,
  template: null,
  replies: true,
  showsFormer: true,
  reactions: [],
  startsChats: true,
};
