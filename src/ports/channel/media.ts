import type { Readable } from 'node:stream';
import type { MediaProblem } from '../../domain/content';

/** Where a network keeps a file that somebody sent: its id there, a link that dies, or both. */
export interface HeardSource {
  readonly id: string | null;
  readonly url: string | null;
  /** What the network says that the bytes hash to, base64. */
  readonly sha256: string | null;
}

/** A file that begins to come. */
export interface FetchedMedia {
  /** As the network says; the bytes say more. */
  readonly mime: string | null;
  /** null when the network does not say. */
  readonly bytes: number | null;
  readonly body: Readable;
}

/**
 * Why a file did not come. `later`: it may yet · `never`: the network has it no more, or never lets us have it ·
 * `code`: for which the screen has words · `detail`: for who runs the desk, without links or tokens.
 */
export class MediaFailure extends Error {
  constructor(
    readonly verdict: 'later' | 'never',
    readonly code: Exclude<MediaProblem, 'too_many_pixels' | 'unreadable'>,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'MediaFailure';
  }
}
