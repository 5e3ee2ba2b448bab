import type { MediaType } from '../../src/domain/content';
import type { Misfit } from './fit';

/** A file that is to go out with the next reply of one ticket. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  /** What it goes as. */
  readonly type: MediaType;
  /** `refused`: the channel does not take it · `up`: on its way to the desk · `failed`: it did not get there · `ready`: it is there. */
  readonly state: 'refused' | 'up' | 'failed' | 'ready';
  /** How much of it is at the desk, 0 to 1. */
  readonly share: number;
  /** At the desk; null until it is there. */
  readonly mediaId: string | null;
  readonly misfit: Misfit | null;
  /** The limit for which it goes as a document. */
  readonly instead: Misfit | null;
  readonly error: unknown;
  /** Of what was recorded, in seconds. */
  readonly seconds: number | null;
  /** Where this page has it to be looked at; null after a reload. */
  readonly url: string | null;
}

/** As the desk has it now. */
export interface Uploaded {
  readonly id: string;
  readonly mime: string;
  readonly bytes: number;
}

/** What is to be known when a file is added. */
export interface Adding {
  readonly wanted?: 'voice';
  readonly seconds?: number;
}

/** How many may go at once. */
export const MOST_FILES = 20;

/** Why nothing can be sent now: a file is on its way, did not get there, or can't go. */
export function hindranceOf(files: readonly Attachment[]): 'up' | 'failed' | 'refused' | null {
  const states = new Set(files.map(({ state }) => state));
  return (['refused', 'failed', 'up'] as const).find((state) => states.has(state)) ?? null;
}

export const isReady = (file: Attachment): file is Attachment & { readonly mediaId: string } =>
  file.state === 'ready' && file.mediaId !== null;
