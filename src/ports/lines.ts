import type { OpenLine } from './channel';

/** The lines that this process holds open (`ChannelLine`). */
export interface Lines {
  /** Once it is ready; undefined while it is not, or when another process holds it. */
  ready(channelId: string): OpenLine | undefined;
}

/** For who holds none. */
export const NO_LINES: Lines = { ready: () => undefined };
