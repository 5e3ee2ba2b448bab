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

export interface ChannelReads {
  line(channelId: string): Promise<KeptLine | null>;
  visitor(id: string): Promise<Visitor | null>;
}

export interface ChannelTx extends ChannelReads {
  /** Locked until the commit. */
  line(channelId: string): Promise<KeptLine | null>;
  saveLine(line: KeptLine): Promise<void>;
  saveVisitor(visitor: Visitor): Promise<void>;
  /** The newest who was proved to be this person of the site. */
  visitorKnownAs(channelId: string, externalId: string): Promise<Visitor | null>;
}
