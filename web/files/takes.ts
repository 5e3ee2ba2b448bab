import type { SendingChannel } from '../composer/channel';

/** What a channel takes of files, by what they go as. */
export type MediaLimits = SendingChannel['capabilities']['media'];

const CHOSEN = ['image', 'video', 'audio', 'document'] as const;

/** Whether this channel takes any file at all. */
export const takesFiles = (limits: MediaLimits | undefined): limits is MediaLimits =>
  limits !== undefined && CHOSEN.some((type) => limits[type] !== undefined);

/** For the file chooser: everything that goes as something. */
export function acceptOf(limits: MediaLimits): string {
  return [...new Set(CHOSEN.flatMap((type) => limits[type]?.mimes ?? []))].join(',');
}
