import type { Readable } from 'node:stream';

/** What the bytes of a file say, whatever anybody calls it. */
export interface Look {
  readonly mime: string;
  /** Pixels as they are shown; null for what is no picture, or can't be read as one. */
  readonly width: number | null;
  readonly height: number | null;
  /** A small WebP of a picture, without what cameras write into theirs. */
  readonly preview: Buffer | null;
  /** Why there is none of a picture. */
  readonly problem: 'too_many_pixels' | 'unreadable' | null;
}

/** A file that was taken in, and lies apart until it is kept. */
export interface TakenFile {
  readonly bytes: number;
  /** sha256, hex: its address once it is kept. */
  readonly hash: string;
  /** `said`: what others call it; the bytes decide. */
  look(said: { readonly mime: string | null; readonly fileName: string | null }): Promise<Look>;
  /** Lays it under its hash; what lies there already is the same. */
  keep(): Promise<void>;
  /** Forgets what was not kept. Never throws. */
  letGo(): Promise<void>;
}

/** A part of a file, both ends included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where files lie: a folder, or a bucket. No file is ever held in memory as a whole. */
export interface Files {
  /** Where, in words for who runs the desk. */
  readonly place: string;
  /** Bytes of the largest file that is taken in. */
  readonly most: number;
  /** Takes a file in as it comes; throws `TooLarge` beyond `most` bytes. */
  takeIn(body: Readable): Promise<TakenFile>;
  /** null when there is none under this hash. */
  open(hash: string, range?: Range): Promise<Readable | null>;
  has(hash: string): Promise<boolean>;
  /** What is not there is removed too. */
  remove(hash: string): Promise<void>;
  /** Throws with words when nothing can be kept there. */
  check(): Promise<void>;
  /** Forgets what was taken in more than a day ago and never kept: whoever took it in is dead. */
  tidy(): Promise<void>;
}

export class TooLarge extends Error {
  constructor(readonly most: number) {
    super(`a file has more than ${most} bytes`);
    this.name = 'TooLarge';
  }
}

/** The place does not answer, or does not let us in. */
export class FilesDown extends Error {
  constructor(cause: unknown) {
    super(
      `the place of files does not answer as it should: ${cause instanceof Error ? `${cause.name}, ${cause.message}` : String(cause)}`,
      {
        cause,
      },
    );
    this.name = 'FilesDown';
  }
}
