import type { Content } from '../../../src/domain/content';

/** What the desk tells of a channel before anybody writes. */
export interface Config {
  readonly title: string | null;
  readonly color: string | null;
  /** Where the button stands. */
  readonly position?: 'left' | 'right' | null;
  readonly greeting: string | null;
  /** Seconds after which the greeting shows by itself; null = never. */
  readonly greetAfter: number | null;
  readonly offlineText: string | null;
  readonly online: boolean;
  readonly limits: { readonly text: number; readonly file: { readonly most: number; readonly mimes: readonly string[] } };
  readonly language: string | null;
}

export interface Visitor {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly isKnown: boolean;
}

export interface Session {
  readonly token: string;
  readonly visitor: Visitor;
}

/** A message as the visitor sees it. */
export interface Message {
  readonly id: string;
  /** Of two states of this message the one with the higher is newer. */
  readonly rev: number;
  readonly by: 'visitor' | 'agent' | 'bot' | 'system';
  readonly name: string | null;
  /** null: it was taken back. */
  readonly content: Content | null;
  readonly replyTo: string | null;
  readonly sentAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly clientId: string | null;
  readonly state: 'sent' | 'delivered' | 'read' | null;
}

export interface Messages {
  readonly messages: readonly Message[];
  /** From where to ask on; its meaning is the desk's own. */
  readonly rev: string;
  readonly more: boolean;
  /** The newest message of the visitor that somebody has read. */
  readonly readTo: string | null;
}

export type FileType = 'image' | 'video' | 'audio' | 'document';

/** What a visitor can say. */
export type Said =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'button_reply'; readonly id: string; readonly title: string }
  | { readonly type: FileType; readonly mediaId: string };

export interface Uploaded {
  readonly mediaId: string;
  readonly mime: string;
  readonly bytes: number;
  readonly fileName: string | null;
}

/** Who the site says its visitor is, proved by a signature that its server made. */
export interface Identity {
  readonly externalId: string;
  readonly name?: string;
  readonly email?: string;
  readonly signature: string;
}

/** What the desk pushes. */
export type Frame =
  | { readonly type: 'hello'; readonly rev: string; readonly online: boolean }
  | { readonly type: 'messages'; readonly messages: readonly Message[]; readonly rev: string }
  | { readonly type: 'typing'; readonly on: boolean; readonly name: string | null }
  | { readonly type: 'read'; readonly to: string }
  | { readonly type: 'online'; readonly on: boolean }
  | { readonly type: 'bye' };

/** What is kept until the desk has it. `failed`: why it was refused; null = it still goes out by itself. */
export interface Waiting {
  readonly clientId: string;
  readonly content: Said;
  /** Of a file. */
  readonly fileName?: string;
  readonly replyTo: string | null;
  /** Milliseconds, by the visitor's clock. */
  readonly at: number;
  readonly failed: string | null;
}
