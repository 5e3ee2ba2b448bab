import type { MediaProblem } from '../../../src/domain/content';

export const files = {
  attach: 'Attach files',
  drop: (name: string) => `Drop files to send them to ${name}`,
  notOnNotes: 'Files go with a reply, not with a note.',
  tooMany: (most: number) => `At most ${most} files go at once. The others were left out.`,
  off: {
    up: 'A file is still on its way to the desk.',
    failed: 'A file did not get to the desk. Try again, or remove it.',
    refused: 'A file can\u2019t be sent here. Remove it.',
    recording: 'Finish the recording first.',
  },
  goOut: (count: number) => `Goes out as ${count} messages, in this order`,
  textAfter: 'The text follows as a message of its own.',
  record: 'Record a voice message',
  play: { play: 'Play', pause: 'Pause', place: 'Place in the recording' },
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
  again: 'Try again',
  notFetched: 'Not fetched',
  download: 'Download',
  view: 'Look at it in full',
};
export type FilesWords = typeof files;
