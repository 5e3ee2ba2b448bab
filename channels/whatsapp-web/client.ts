import type { Json } from '../common/json';
import type { Names } from './told';

/**
 * What the channel needs of whatsapp-web.js, in plain JSON: `real-client.ts` has the real one behind it, tests one that behaves like it.
 * Any of these may reject, or never settle, once the page has crashed: of that no event tells.
 */
export interface WebClient {
  /** The library's own events, messages as JSON; and `broken` for what it would have thrown at nobody. */
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  /** Starts the browser and loads the page. Rejects when that fails; otherwise events tell what becomes of it. */
  initialize(): Promise<void>;
  /** Asks for a code to type on this phone instead of a picture; `code` tells it. */
  pair(phone: string): Promise<void>;
  /** `CONNECTED`, or how else it is. */
  getState(): Promise<unknown>;
  /** The number that is logged in, in digits. */
  account(): string | null;
  /** How WhatsApp calls a number (`…@c.us`, `…@lid`); null = nobody has it. */
  numberId(phone: string): Promise<string | null>;
  names(id: string): Promise<Names>;
  /** The message as it stands then, mostly before a server has it; null when it says nothing of what became of it. */
  sendMessage(chat: string, saying: Saying): Promise<Json | null>;
  /** False when it knows none of these messages. */
  react(messages: readonly string[], emoji: string): Promise<boolean>;
  sendSeen(chat: string): Promise<void>;
  sendTyping(chat: string): Promise<void>;
  /** Chats with one person in which something was said since then (seconds). */
  chatsSince(seconds: number): Promise<readonly string[]>;
  /** The newest so many messages of a chat, in any order. */
  messagesIn(chat: string, most: number): Promise<readonly Json[]>;
  /** null when there is nothing to load, or not yet. What has more bytes than `most` is not begun: it comes in one piece, and would break the page. */
  download(message: string, most: number): Promise<Downloaded | 'too_large' | null>;
  /** Unlinks this device. */
  logout(): Promise<void>;
  /** Ends the browser, whatever state it is in; resolves when no process of it is left. */
  destroy(): Promise<void>;
}

/** What is sent. Of several messages that may be quoted the first that is known is. */
export interface Saying {
  readonly text?: string;
  readonly file?: SaidFile;
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly name?: string; readonly address?: string };
  readonly cards?: readonly string[];
  readonly quotes: readonly string[];
}

export interface SaidFile {
  readonly as: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
  readonly mime: string;
  readonly base64: string;
  readonly name: string | null;
}

export interface Downloaded {
  readonly mimetype: string;
  readonly base64: string;
}

export interface Making {
  /** Where the session lies. */
  readonly folder: string;
  /** CHROME_PATH, or null. */
  readonly chromePath: string | null;
}

/** Rejects with a `NoBrowser` where there is none. Nothing runs before `initialize`. */
export type MakeClient = (making: Making) => Promise<WebClient>;

export class NoBrowser extends Error {}
