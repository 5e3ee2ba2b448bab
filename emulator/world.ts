import type { Bots } from './botframework/bots';
import type { Dial } from './dial';
import type { Ids } from './ids';
import type { Json } from './json';
import type { Random } from './random';
import type { RefusalName } from './refusals';
import type { Report } from './sending';
import type { Town } from './telegram/town';
import type { Time } from './time';
import type { Hook } from './webhook/hooks';

export type Kind = 'whatsapp' | 'instagram' | 'messenger';

export interface Template {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
  readonly quality?: 'GREEN' | 'YELLOW' | 'RED';
  /** Why it was rejected. */
  readonly reason?: string;
  /** Words, with a place or without, or … */
  readonly header?: string;
  /** … what stands there when it is sent. */
  readonly headed?: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION';
  readonly footer?: string;
  /** With {{1}}, {{2}} … where parameters go, or {{a_word}}. */
  readonly body: string;
  readonly buttons?: readonly string[];
  /** A button behind the others that opens an address, with {{1}} at its end. */
  readonly link?: { readonly text: string; readonly url: string };
}

export interface Limits {
  /** Sends per second of the account. */
  readonly perSecond: number;
  /** WhatsApp: messages to one person at once, and how often one more is allowed, in milliseconds. */
  readonly pairBurst: number;
  readonly pairEvery: number;
}

/** How an account is, as Graph tells whoever asks. */
export interface Standing {
  readonly quality: 'GREEN' | 'YELLOW' | 'RED';
  readonly limit: string;
  /** When the token ends, in milliseconds; null = never. */
  readonly tokenEndsAt: number | null;
  readonly scopes: readonly string[];
  /** Whether the app that the token is of hears the account. */
  readonly subscribed: boolean;
  /** Other apps that hear it. */
  readonly otherApps: readonly { readonly id: string; readonly name: string }[];
}

/** A business's number or profile, as Meta knows it. */
export interface Account {
  /** Phone number id, Instagram professional account id, or Page id. */
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** WhatsApp Business Account id; on Instagram the app-scoped id; the Page once more. */
  readonly businessId: string;
  /** Digits; empty where there are none. */
  readonly phone: string;
  readonly token: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly limits: Limits;
  readonly templates: readonly Template[];
  /** A test number may write only to these; null = to everybody. */
  readonly allowed: readonly string[] | null;
  readonly standing: Standing;
  /** What Graph says to every send while it lasts. */
  readonly trouble: RefusalName | null;
  readonly webhook: { readonly url: string; readonly disabled: boolean } | null;
}

/** A person with a phone. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** As people dial it, digits only; null = not on WhatsApp. */
  readonly phone: string | null;
  /** Business-scoped user id. */
  readonly userId: string | null;
  readonly username: string | null;
  /** Webhooks name only the user id. */
  readonly hidesPhone: boolean;
  /** Instagram-scoped id; null = not on Instagram. */
  readonly igsid: string | null;
  /** Page-scoped id; null = not on Messenger. */
  readonly psid: string | null;
  /** The person blocked the business: what it sends stays `sent`. */
  readonly blocks: boolean;
  /** The business blocked the person. */
  readonly blocked: boolean;
}

export interface Chat {
  readonly account: string;
  readonly customer: string;
  /** When the customer last wrote; null = never. */
  spokeAt: number | null;
  /** Another app that holds the conversation; null = the desk's. */
  heldBy: string | null;
  /** The customer sees that somebody writes, until then. */
  typingUntil: number;
  /** How much of the pair rate is used up, and as of when. */
  used: number;
  usedAt: number;
}

export type Progress = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Message {
  readonly id: string;
  readonly account: string;
  readonly customer: string;
  readonly by: 'customer' | 'business';
  /** Typed on a phone, or sent through Graph. */
  readonly via: 'phone' | 'api';
  readonly at: number;
  /** In the words of the network: `{ type, text: … }` or `{ text, attachments … }`. */
  content: Json;
  readonly replyTo: string | null;
  readonly reference: string | null;
  /** For the customer's own words: `delivered` when the webhook was answered, `read` when the business marked it. */
  progress: Progress;
  error: { readonly code: number; readonly title: string } | null;
  reactions: { customer?: string; business?: string };
  edits: number;
  deleted: boolean;
}

/** `gone` answers 404 · `wrong` gives other bytes than were told · `away` leads to this machine · `slow` never answers. */
export const LINK_TROUBLES = ['gone', 'wrong', 'away', 'slow'] as const;
export type LinkTrouble = (typeof LINK_TROUBLES)[number];

export interface Medium {
  readonly id: string;
  readonly mime: string;
  readonly bytes: Buffer;
  /** As what Instagram was handed it. */
  readonly as?: string;
  /** What its links do instead of giving the bytes. */
  readonly trouble?: LinkTrouble;
  readonly fileName: string | null;
  readonly account: string;
  readonly at: number;
}

/** A no for one of the next sends of an account: at once, or by a status after it was taken. */
export interface Order {
  readonly no: RefusalName;
  /** Only for a send to this person. */
  readonly customer: string | null;
  readonly late: boolean;
}

/** One call of Graph's send, and what was said to it. */
export interface SendRecord {
  readonly at: number;
  readonly account: string | null;
  readonly path: string;
  readonly body: unknown;
  readonly outcome: 'accepted' | 'refused' | 'failed' | 'accepted, failed' | 'accepted, unanswered';
  readonly status: number;
  readonly code: number | null;
  readonly messageId: string | null;
}

/** Everything that the twin knows; plain data that its rooms read and write. */
export interface World {
  readonly time: Time;
  readonly seed: string;
  readonly ids: Ids;
  luck: Random;
  dial: Dial;
  readonly accounts: Map<string, Account>;
  readonly customers: Map<string, Customer>;
  /** Every address that leads to a customer, and to which. */
  readonly addresses: Map<string, string>;
  readonly chats: Map<string, Chat>;
  readonly messages: Map<string, Message>;
  /** What can still become of each message that was sent through Graph. */
  readonly reports: Map<string, readonly Report[]>;
  readonly media: Map<string, Medium>;
  readonly sends: SendRecord[];
  /** Refusals that were ordered for the next sends of an account. */
  readonly ordered: Map<string, Order[]>;
  /** Providers of somebody's own, by name: the other side of signed webhooks. */
  readonly hooks: Map<string, Hook>;
  /** Sends of the running second, by account. */
  readonly seconds: Map<string, { second: number; count: number }>;
  /** Bots of the Bot Framework, and who talks to them. */
  readonly bots: Bots;
  /** Telegram's bots, and who writes to them. */
  readonly telegram: Town;
  /** Where the twin listens. */
  base: string;
}
