import type { MediaLimits } from '../files/takes';

/** How a browser records so that the channel takes it: what its recorder is asked for, and what that is made into. */
export interface Form {
  readonly recorder: string;
  readonly into: 'same' | 'ogg' | 'wav';
  readonly mime: string;
  readonly ending: string;
}

/** The best first. Opus in WebM is what Chromium has and no network takes: the same sound goes into Ogg; PCM is taken where Opus is not. */
// biome-ignore format: a table is read in columns
const FORMS: readonly Form[] = [
  { recorder: 'audio/ogg;codecs=opus',      into: 'same', mime: 'audio/ogg', ending: 'ogg' },
  { recorder: 'audio/webm;codecs=opus',     into: 'ogg',  mime: 'audio/ogg', ending: 'ogg' },
  { recorder: 'audio/mp4;codecs=mp4a.40.2', into: 'same', mime: 'audio/mp4', ending: 'm4a' },
  { recorder: 'audio/webm;codecs=opus',     into: 'wav',  mime: 'audio/wav', ending: 'wav' },
  { recorder: 'audio/ogg;codecs=opus',      into: 'wav',  mime: 'audio/wav', ending: 'wav' },
];

/** null: this browser records nothing that the channel takes. `records`: whether it can record a type. */
export function formFor(limits: MediaLimits, records: (type: string) => boolean): Form | null {
  const possible = FORMS.filter(({ recorder }) => records(recorder));
  const taken = (type: 'voice' | 'audio') => possible.find(({ mime }) => limits[type]?.mimes.includes(mime));
  return taken('voice') ?? taken('audio') ?? null;
}

/** Whether there is a button to record with at all. */
export const canRecordFor = (limits: MediaLimits | null): boolean =>
  limits !== null && 'MediaRecorder' in window && formFor(limits, (type) => MediaRecorder.isTypeSupported(type)) !== null;
