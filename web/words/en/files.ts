import type { MediaProblem, MediaType } from '../../../src/domain/content';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** As many of them; what a limit is about. */
const KINDS: Readonly<Record<MediaType, string>> = {
  image: 'photos',
  video: 'videos',
  audio: 'audio files',
  voice: 'voice messages',
  document: 'documents',
  sticker: 'stickers',
};

export const files = {
  attach: 'Attach files',
  attached: 'Attached files',
  drop: (name: string) => `Drop files to send them to ${name}`,
  notOnNotes: 'Files go with a reply, not with a note.',
  tooMany: (most: number) => `At most ${most} files go at once. The others were left out.`,
  remove: (name: string) => `Remove ${name}`,
  stop: (name: string) => `Stop, and remove ${name}`,
  earlier: (name: string) => `Move ${name} forward`,
  later: (name: string) => `Move ${name} back`,
  again: 'Try again',
  up: (percent: string) => `On its way, ${percent}`,
  waits: 'Waits for the others',
  notUp: 'Not attached',
  ready: (name: string) => `${name} is attached.`,
  goesAs: { document: 'Goes as a document', audio: 'Goes as an audio file' } as Readonly<Record<string, string>>,
  misfit: {
    empty: 'This file is empty.',
    size: (network: string, type: MediaType, most: string, has: string) =>
      `${network} takes ${KINDS[type]} up to ${most}; this one has ${has}.`,
    type: (network: string, type: MediaType, takes: string) => `${network} takes ${KINDS[type]} only as ${takes}.`,
  },
  off: {
    up: 'A file is still on its way to the desk.',
    failed: 'A file did not get to the desk. Try again, or remove it.',
    refused: 'A file can\u2019t be sent here. Remove it.',
    recording: 'Finish the recording first.',
  },
  goOut: (count: number) => `Goes out as ${count} messages, in this order`,
  textAfter: 'The text follows as a message of its own.',
  voice: {
    record: 'Record a voice message',
    recording: 'Recording',
    paused: 'Paused',
    pause: 'Pause',
    goOn: 'Go on',
    cancel: 'Discard',
    done: 'Finish',
    level: 'Loudness',
    denied: 'The browser does not let the desk use the microphone. Allow it in the settings of this page, beside its address.',
    none: 'No microphone was found.',
    taken: 'The microphone is in use by another program.',
    insecure: 'A browser records only on pages with https, or on this computer.',
    unsupported: 'This browser can\u2019t record in a form that the channel takes.',
    silent: 'Nothing was recorded.',
  },
  play: { play: 'Play', pause: 'Pause', place: 'Place in the recording', failed: 'It can\u2019t be played here. Download it.' },
  from: (what: string, who: string, at: string) => `${what} from ${who}, ${at}`,
  coming: 'Fetching\u2026',
  gone: 'Removed by the sender',
  notHere: (what: string) => `${what} not fetched`,
  why: {
    gone: (network: string) => `${network} has it no more.`,
    refused: (network: string) => `${network} does not hand it out.`,
    too_large: () => 'It is larger than the desk takes.',
    auth: (network: string) => `${network} does not accept the desk\u2019s access any more.`,
    unreachable: (network: string) => `${network} could not be reached.`,
    damaged: (network: string) => `It came otherwise than ${network} has it.`,
    empty: (network: string) => `${network} has nothing in it.`,
    too_many_pixels: () => 'It has too many pixels to be shown here.',
    unreadable: () => 'It can\u2019t be shown: it is no whole picture.',
  } satisfies Record<MediaProblem, (network: string) => string> as Readonly<Record<string, (network: string) => string>>,
  notFetched: 'Not fetched',
  download: 'Download',
  view: 'Look at it in full',
  viewer: {
    label: 'Photos and videos',
    place: (at: number, count: number) => `${at} of ${count}`,
    next: 'Next',
    previous: 'Previous',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Fit to the window',
    original: 'Open the original',
    failed: 'It can\u2019t be shown here. Download it.',
  },
  several: (count: number) => plural(count, { one: '1 file', other: `${count} files` }),
};
export type FilesWords = typeof files;
