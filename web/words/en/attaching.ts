import type { MediaType } from '../../../src/domain/content';

/** As many of them; what a limit is about. */
const KINDS: Readonly<Record<MediaType, string>> = {
  image: 'photos',
  video: 'videos',
  audio: 'audio files',
  voice: 'voice messages',
  document: 'documents',
  sticker: 'stickers',
};

/** What is said of files while they are attached, recorded and looked at. */
export const attaching = {
  attached: 'Attached files',
  remove: (name: string) => `Remove ${name}`,
  stop: (name: string) => `Stop, and remove ${name}`,
  earlier: (name: string) => `Move ${name} forward`,
  later: (name: string) => `Move ${name} back`,
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
  voice: {
    recording: 'Recording',
    paused: 'Paused',
    pause: 'Pause',
    goOn: 'Go on',
    cancel: 'Discard',
    done: 'Finish',
    denied: 'The browser does not let the desk use the microphone. Allow it in the settings of this page, beside its address.',
    none: 'No microphone was found.',
    taken: 'The microphone is in use by another program.',
    insecure: 'A browser records only on pages with https, or on this computer.',
    unsupported: 'This browser can\u2019t record in a form that the channel takes.',
    silent: 'Nothing was recorded.',
  },
  viewer: {
    place: (at: number, count: number) => `${at} of ${count}`,
    next: 'Next',
    previous: 'Previous',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Fit to the window',
    original: 'Open the original',
    failed: 'It can\u2019t be shown here. Download it.',
  },
};
export type AttachingWords = typeof attaching;
