import type { Readable } from 'node:stream';

/** A report's file while it is written, under a name that nobody reads. */
export interface NewReportFile {
  /** Resolves when more may come. Throws with the code `ENOSPC` when the disk is full. */
  write(bytes: Uint8Array): Promise<void>;
  /** On this disk, whole, and under its own name from now on. */
  done(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Forgets what was written. Never throws. */
  letGo(): Promise<void>;
}

/** One file of a zip. */
export interface Packed {
  readonly name: string;
  readonly parts: AsyncIterable<Uint8Array>;
}

/** Where reports lie: a bucket, or a folder of this process's own. None is ever held in memory as a whole. */
export interface ReportFiles {
  /** Whether every instance gives out what any of them made. */
  readonly shared: boolean;
  /** Written in the folder of this process. What one that died left of this report is removed first. */
  begin(id: string): Promise<NewReportFile>;
  /** Lays a file that is done where it is given out from, under its name once all of it is there. Throws `FilesDown`. */
  keep(id: string, bytes: number): Promise<void>;
  /** null when it is not here. Throws `FilesDown`. */
  open(id: string): Promise<Readable | null>;
  /** What is not there is removed too; what is being written is whoever's who writes it. */
  remove(id: string): Promise<void>;
  /** Removes from the folder what belongs to none of these reports. */
  tidy(ids: ReadonlySet<string>): Promise<void>;
  /** These files as a zip, piece by piece: the same bytes for the same files. */
  pack(files: AsyncIterable<Packed>): AsyncIterable<Uint8Array>;
}
