import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { LineMemory, LineState, LineWish } from '../channel';

/** A line that some process holds open, or held last (`ChannelLine`). */
export interface KeptLine {
  readonly channelId: string;
  readonly state: LineState;
  /** Since when it is in this status. */
  readonly since: Instant;
  readonly kept: LineMemory | null;
  /** What an admin has asked of it and its holder has not taken yet. */
  readonly wish: LineWish | null;
}

/** Who writes in a web chat, as the desk knows them by the token of their browser. */
export interface Visitor {
  readonly id: string;
  readonly channelId: string;
  /** A token of another generation is nobody's: it moves when the visitor signs in or out. */
  readonly generation: number;
  /** What the site calls them, once it has proved who they are. */
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly facts: Readonly<Record<string, string>> | null;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
}

/** A chat as the person who writes in it follows it. */
export interface Thread {
  readonly chatId: string;
  readonly contactId: string;
  /** The change counter, and the `seq` of the newest message. */
  readonly rev: number;
  readonly seq: number;
  /** How many of the person's newest messages nobody has read. */
  readonly unread: number;
  /** The ticket that is open in it. */
  readonly ticketId: string | null;
}

/** Where a page of older messages begins. */
export type Said = Pick<Message, 'chatId' | 'sentAt' | 'seq'>;

export interface ChannelReads {
  line(channelId: string): Promise<KeptLine | null>;
  visitor(id: string): Promise<Visitor | null>;
  /** The chats to which this key leads, or once led; by id. */
  threads(channelId: string, key: string): Promise<Thread[]>;
  /** Newest first; with `before`, what was said before that. */
  saidIn(chatIds: readonly string[], before: Said | null, limit: number): Promise<Message[]>;
  /** The person's own newest message in a ticket, without the `unread` newest of them. */
  readIn(chatId: string, unread: number): Promise<Pick<Message, 'id' | 'seq' | 'sentAt'> | null>;
  /** What went out last up to a `seq`, and was taken by its network. */
  sentUpTo(chatId: string, seq: number): Promise<Message | null>;
  /** The message that a network calls so. */
  messageCalled(channelId: string, providerMessageId: string): Promise<Message | null>;
}

export interface ChannelTx extends ChannelReads {
  /** Locked until the commit. */
  line(channelId: string): Promise<KeptLine | null>;
  saveLine(line: KeptLine): Promise<void>;
  /** Locked until the commit. */
  visitor(id: string): Promise<Visitor | null>;
  /** One of whom there is no row yet; a lost race begins the transaction again. */
  addVisitor(visitor: Visitor): Promise<void>;
  saveVisitor(visitor: Visitor): Promise<void>;
  /** Forgets visitors who have not come since a time. */
  removeVisitors(unseenSince: Instant): Promise<void>;
}
