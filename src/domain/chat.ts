import type { BotState } from './bot';
import type { Address, Called } from './contact';
import type { Instant, Ticket } from './ticket';

/** The never-ending thread between one person and one channel. */
export interface Chat {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  /** Where answers go, as the channel's `send` understands it. */
  readonly address: Address;
  /** `seq` of the newest message. */
  readonly seq: number;
  /** The change counter: every stored or changed message takes the next. */
  readonly rev: number;
  /** Fences the bot: moves with an agent's message, an echo, every opening, closing and assignment (LIFECYCLE §7). */
  readonly turn: number;
  /** The desk's clock, never going back within a chat. */
  readonly heardAt: Instant;
  /** `seq` of the newest message that counts as the customer's. */
  readonly lastCustomerSeq: number;
  /** Provider time of the customer's last message, from which the answer window runs; see `sentAt` of LIFECYCLE §5. */
  readonly windowFrom: Instant | null;
  readonly lastTicketId: string | null;
  readonly lastClosedAt: Instant | null;
  /** `seq` of the newest message when the last ticket closed: what came later was never part of a ticket. */
  readonly lastClosedSeq: number;
  readonly lastAssigneeId: string | null;
  /** null until a bot has been asked since the last close. */
  readonly bot: BotState | null;
  /** What went out up to this moment has been read by the customer (Instagram's "seen", Messenger's watermark). */
  readonly readUpTo: Instant | null;
  /** What went out up to this moment has come to the customer's phone. */
  readonly deliveredUpTo: Instant | null;
  /** Whether another app holds the conversation at the network (`holderOf`): then it answers, and the bot keeps out. */
  readonly heldBy: HeldBy | null;
  /** What else the network wants to be told to reach the person, as it said last; null where an address is enough. */
  readonly route: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Instant;
  readonly version: number;
}

/** The newest word on who holds a conversation at the network; kept when it came back, so that an older one changes nothing. */
export interface HeldBy {
  /** false: it is ours again. */
  readonly held: boolean;
  readonly appId: string | null;
  /** By the network's clock, as far as it told. */
  readonly since: Instant;
}

/** Another app that holds a conversation; null when it is ours. */
export const holderOf = ({ heldBy }: Pick<Chat, 'heldBy'>): HeldBy | null => (heldBy?.held ? heldBy : null);

/** A thread in which nothing has been said yet. */
export const newChat = ({ at, ...who }: Pick<Chat, 'id' | 'channelId' | 'contactId' | 'address'> & { readonly at: Instant }): Chat => ({
  ...who,
  seq: 0,
  rev: 0,
  turn: 0,
  heardAt: at,
  lastCustomerSeq: 0,
  windowFrom: null,
  lastTicketId: null,
  lastClosedAt: null,
  lastClosedSeq: 0,
  lastAssigneeId: null,
  bot: null,
  readUpTo: null,
  deliveredUpTo: null,
  heldBy: null,
  route: null,
  createdAt: at,
  version: 1,
});

/** A chat that this transaction holds, with its ticket that is not closed. */
export interface Held {
  readonly chat: Chat;
  readonly ticket: Ticket | null;
  readonly blocked: boolean;
  readonly called: Called;
}
