import type { Readable } from 'node:stream';
import type { ChoiceLimits } from '../../domain/choices';
import type { Content, MediaType } from '../../domain/content';
import type { MediaLimits } from '../../domain/media-limits';
import type { TextLimit } from '../../domain/split';
import type { TemplateFacts } from '../../domain/template';
import type { WindowRule } from '../../domain/window';
import type { AccountFacts } from './health';
import type { Alias, Heard, Who } from './heard';
import type { Callback, ChannelLine, OpenLine, SharedDoor } from './line';
import type { FetchedMedia, HeardSource } from './media';
import type { OwnPages, PageDoor } from './own-pages';
import type { Attention, HandOffNews, Outbound, OutboundFile, OutboundReaction, Sent, Uploaded } from './sending';

/** The outside world of a channel: an HTTP client that a test can stand in for, and the base addresses from config. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** Opens a link that somebody else named; throws when nobody answers, or when it leads where no link may. */
  open(url: string, given: { readonly headers: Readonly<Record<string, string>>; readonly home: string | null }): Promise<Opened>;
  /** Calls an address that somebody else named, under the rules of CONTRACT "Outside calls"; throws when nobody answers there, or nobody may. */
  call(url: string, given: OutsideCall): Promise<OutsideAnswer>;
  /** GRAPH_API_URL, or null for the provider's own host. */
  readonly graphUrl: string | null;
  /** TELEGRAM_API_URL, or null for the provider's own host. */
  readonly telegramUrl: string | null;
  /** BOT_FRAMEWORK_URL: stands in for all hosts of the Bot Framework; null for these. */
  readonly botFrameworkUrl: string | null;
  /** What holds the channel's line open in this process (`ChannelKind.line`); absent where another process does, or none. */
  readonly line?: OpenLine;
  /** For a kind whose network is the desk itself; absent where nothing is sent or fetched. */
  readonly pages?: OwnPages;
  /** GRAPH_API_VERSION, such as v25.0. */
  readonly graphVersion: string;
  /** Longest wait for an answer, in milliseconds; what takes longer may have gone. */
  readonly timeout: number;
  /** The desk's clock, in milliseconds, for what must say when it was made. */
  now(): number;
}

export interface OutsideCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** An address that the environment names: it is reached wherever it is. */
  readonly home?: string | null;
}

/** `headers` by their small names. The body is at most 1 MiB. */
export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a link answered; `home` of who opened it: the address that may be any, because the environment names it. */
export interface Opened {
  readonly status: number;
  readonly mime: string | null;
  /** null when it does not say. */
  readonly bytes: number | null;
  readonly body: Readable;
}

/** What a channel can send, as data: refused before it is stored, with the limit that was hit. */
export interface Capabilities {
  /** Longer words go out as several messages. */
  readonly text: TextLimit;
  /** With `buttons` and `list` when choices can be sent in any form. */
  readonly contents: readonly Content['type'][];
  readonly choices: ChoiceLimits;
  /** Files by kind; one that is missing can't be sent. */
  readonly media: MediaLimits;
  /** Cards in one message; 0 = none. */
  readonly contacts: number;
  /** Of templates: each parameter, and the kinds of file that can head one. null = the network has none. */
  readonly template: { readonly parameter: TextLimit; readonly header: readonly MediaType[] } | null;
  /** A message can quote the one that it answers. */
  readonly replies: boolean;
  /** What a message said before it was edited may be shown to who works here; what was taken back never is. */
  readonly showsFormer: boolean;
  /** Which emoji the business can put to a message. */
  readonly reactions: 'any' | readonly string[];
  /** A chat can be begun with a person who never wrote, by naming an address. */
  readonly startsChats: boolean;
}

/** What a GET of the webhook's address is answered. */
export interface Handshake {
  readonly status: number;
  readonly body: string;
}

/** A webhook that a provider calls. Pure: bytes in, facts out. */
export interface Webhook {
  /** What an admin subscribes to at the provider; none where there is nothing to choose. */
  readonly fields: readonly string[];
  /** The field of the configuration with which the network shows who it is. A new value leaves the former valid for seven days. */
  readonly secret: string;
  /** What the network shows with every call, made of that secret: for who sets the address up there by hand. */
  token?(secret: string): string;
  /** Of networks that ask before they call (Meta's GET, with `verifyToken`). */
  handshake?(query: Readonly<Record<string, string>>, tokens: readonly string[]): Handshake;
  /** Whether any of the secrets signed exactly these bytes; `now`, in milliseconds, for signatures that age. Never throws. */
  signed(raw: Buffer, headers: Readonly<Record<string, string | undefined>>, secrets: readonly string[], now: number): boolean;
  /** Whether there is any signature at all, so that a refused POST can be told from a stray one. Never throws. */
  isSigned(headers: Readonly<Record<string, string | undefined>>): boolean;
  /** By what the network names a call that it repeats until it is answered: what came under that name is not heard again. Never throws. */
  nameOf?(headers: Readonly<Record<string, string | undefined>>): string | null;
  /** The field by which an event came, from its raw words; null when they name none. Never throws. */
  fieldOf(raw: unknown): string | null;
}

/** A protocol of our own, described for who writes its other side: JSON Schemas, of which `shapes` are named `#/components/schemas/<name>`. */
export interface ChannelApi {
  readonly shapes: Readonly<Record<string, object>>;
  /** What `POST /webhooks/{channelId}` takes: the name of a shape. */
  readonly takes: string;
  /** What the desk POSTs, by name. */
  readonly tells: Readonly<Record<string, { readonly says: string; readonly schema: object }>>;
  /** What such a POST may be answered: with 2xx, and to refuse it. */
  readonly answers: { readonly taken: string; readonly refused: string };
  /** The headers that show who calls, both ways. */
  readonly headers: readonly { readonly name: string; readonly says: string }[];
}

/** One form field of a channel's configuration: form, validation, masking and docs follow it. */
export interface ConfigField {
  readonly name: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly choices?: readonly string[];
  /** Made up when it is left empty. */
  readonly made?: true;
  /** Several values, each of which must match; kept as one text with a line for each. */
  readonly list?: true;
  /** A regular expression that the value must match, and the words for when it does not. */
  readonly pattern?: { readonly source: string; readonly says: string };
  readonly says: string;
}

export type ChannelConfig = Readonly<Record<string, string>>;

/** One kind of channel. What only some can do is an optional member. */
export interface ChannelKind {
  readonly kind: string;
  readonly title: string;
  readonly config: readonly ConfigField[];
  /** The accounts at the provider for which a channel with this configuration hears and speaks. */
  accounts(config: ChannelConfig): string[];
  /** Ids of messages are its account's alone, so that a channel stays with the account for which it was connected. */
  readonly keepsAccount?: true;
  readonly capabilities: Capabilities;
  readonly window: WindowRule;
  /**
   * Everything that is said by what the network told: a parsed POST, an update, whatever its line brings. Never throws for one bad
   * event: it yields `unreadable` with the raw part. Each `raw`, heard again, says the same.
   */
  hear?(told: unknown): Heard[];
  /** How the network calls us, at an address for each channel. */
  readonly webhook?: Webhook;
  /** How it calls us when all channels of the kind have one address. */
  readonly door?: SharedDoor;
  /** How we hold a line to it open, where it doesn't call us. */
  readonly line?: ChannelLine;
  /** How people come to it where the desk is the network itself. */
  readonly page?: PageDoor;
  /** Tells the network where to call from now on, or with null that it is to call no more; twice does no harm. Throws a `SendFailure`. */
  setUp?(config: ChannelConfig, callback: Callback | null, outside: Outside): Promise<void>;
  /** Tells a bot or a hub of the network that a person is asked for, has come, or is done; throws a `SendFailure`. */
  handOff?(config: ChannelConfig, news: HandOffNews, outside: Outside): Promise<void>;
  /** The person that an admin or agent names by phone or id; throws `TypeError` with words when it is none. */
  address(to: string): Who;
  /** What kind of name a key of this network's people is; absent: nobody needs to know. */
  alias?(key: string): Alias;
  /** Resolves when the network has taken the message; throws a `SendFailure` when it has not. */
  send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent>;
  /** All templates of the account; throws a `SendFailure`. */
  templates?(config: ChannelConfig, outside: Outside): Promise<readonly TemplateFacts[]>;
  /** Hands a file to the network before the message that carries it, so that several can; throws as `send` does. */
  upload?(config: ChannelConfig, file: OutboundFile, outside: Outside): Promise<Uploaded>;
  /** It fetches files from where the desk can be reached, so that there they need no upload. */
  readonly fetchesLinks?: boolean;
  /** How long the network keeps a file that somebody sent, in milliseconds. */
  readonly keepsMedia?: number;
  /** Opens a file that somebody sent; throws a `MediaFailure`. */
  fetchMedia?(config: ChannelConfig, source: HeardSource, outside: Outside): Promise<FetchedMedia>;
  /** Puts an emoji to a message, or takes it back; throws as `send` does. */
  react?(config: ChannelConfig, reaction: OutboundReaction, outside: Outside): Promise<void>;
  /** Tells the network that a button's tap was heard, where the person's screen waits for that; throws as `send` does. */
  acknowledge?(config: ChannelConfig, tap: Attention, outside: Outside): Promise<void>;
  /** Shows the person that everything up to this message was read. */
  seen?(config: ChannelConfig, attention: Attention, outside: Outside): Promise<void>;
  /** Shows the person for some seconds that an answer is being written; may also show that the message was read. */
  typing?(config: ChannelConfig, attention: Attention, outside: Outside): Promise<void>;
  /** Asks the network how the account and its token are; throws a `SendFailure` when it can't be asked. `now` in milliseconds. */
  check?(config: ChannelConfig, outside: Outside, now: number): Promise<AccountFacts>;
  /** How long a token lives unless it is renewed, in milliseconds, where the network does not tell when one ends; null: for ever, or it tells. */
  tokenLife?(config: ChannelConfig): number | null;
  /** Of a protocol that is ours, so that others can speak it. */
  api?(): ChannelApi;
}
