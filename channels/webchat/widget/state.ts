import type { Log } from './log';
import type { Attached } from './uploads';
import type { Config, Waiting } from './wire';

/** All that the widget shows. */
export interface State {
  readonly config: Config;
  readonly open: boolean;
  /** The greeting stands beside the button. */
  readonly greets: boolean;
  /** The desk can't be reached. */
  readonly offline: boolean;
  /** Somebody of the desk is there. */
  readonly online: boolean;
  readonly log: Log;
  /** The newest message of the visitor that somebody has read. */
  readonly readTo: string | null;
  /** There are messages before the first of these. */
  readonly older: boolean;
  readonly waiting: readonly Waiting[];
  readonly attached: readonly Attached[];
  /** Who is writing; an empty name: somebody. */
  readonly typing: string | null;
  readonly unread: number;
}

/** Before anything has come or was done. */
export const restingState = (config: Config): State => ({
  config,
  open: false,
  greets: false,
  offline: false,
  online: config.online,
  log: new Map(),
  readTo: null,
  older: false,
  waiting: [],
  attached: [],
  typing: null,
  unread: 0,
});

/** What a visitor does. */
export interface Acts {
  open(): void;
  close(): void;
  /** Says the text, and the files that are attached. */
  say(text: string): void;
  choose(messageId: string, choice: { readonly id: string; readonly title: string }): void;
  retry(clientId: string): void;
  drop(clientId: string): void;
  attach(files: Iterable<File>): void;
  detach(id: string): void;
  reattach(id: string): void;
  types(): void;
  /** Brings the messages before. */
  older(): void;
  dismissGreeting(): void;
  /** The file, or the small picture of it. */
  file(mediaId: string, preview: boolean): Promise<Blob>;
  draft(): string;
  keepDraft(text: string): void;
}
