import type { Instant } from '../../domain/ticket';
import type { Media } from './delivery';

export interface MediaReads {
  media(id: string): Promise<Media | null>;
}

export interface MediaTx {
  /** Those that there are, locked; the chats of those that have one must be held. */
  media(ids: readonly string[]): Promise<Media[]>;
  addMedia(media: readonly Media[]): Promise<void>;
  /** Rows that this transaction has locked. */
  saveMedia(media: readonly Media[]): Promise<void>;
  /** Of these addresses, those that a file or its small picture still lies under. */
  hashesInUse(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Files that were uploaded before a time and never became part of a message: they are forgotten here, and answered. */
  removeLoose(before: Instant, limit: number): Promise<Media[]>;
  /** The files of these messages that went with them, locked. */
  goneWith(messageIds: readonly string[]): Promise<Media[]>;
}
