import type { Address } from '../../domain/contact';
import type { Content, MediaContent, MediaType, ShareContent, StoryReplyContent } from '../../domain/content';
import type { TemplateFacts } from '../../domain/template';
import type { Quality } from './health';
import type { HeardSource } from './media';
import type { LateProblem } from './sending';

/** What happened at a network, in our words. Pure data: `hear` makes it, `actions/receive` decides what it does. */
export type Heard =
  | HeardMessage
  | HeardEcho
  | HeardReceipt
  | HeardReaction
  | HeardEdit
  | HeardDeletion
  | HeardIdentity
  | HeardPast
  | HeardImport
  | HeardPhonebook
  | HeardHandover
  | HeardHandOff
  | HeardMet
  | HeardAccount
  | HeardTemplate
  | HeardNotice
  | HeardUnreadable;

/** Where a network packs several contents into one message, each becomes a message: the first has its id, the others have a number behind it. */
export const partId = (id: string, index: number): string => (index === 0 ? id : `${id}#${index}`);

/** The id of the message that a part belongs to; any other id as it is. */
export const wholeOf = (id: string): string => id.replace(/#\d+$/, '');

/** Words and ten attachments. */
export const MOST_PARTS = 11;

interface HeardBase {
  /** The account at the provider that this concerns: it routes an event of a shared URL to its channel; null = the channel of the URL. */
  readonly account: string | null;
  /** The provider's words, as they came (the one event, not the whole POST). */
  readonly raw: unknown;
}

/** A file as the network tells of it: not here yet. */
export interface HeardMedia {
  readonly type: MediaType;
  readonly source: HeardSource;
  readonly mime: string;
  readonly fileName?: string;
  readonly caption?: string;
  readonly animated?: boolean;
  /** For how many milliseconds it may be kept; absent: as long as its message. */
  readonly keptFor?: number;
}

/** What a message says, as a network tells it. */
export type HeardContent =
  | Exclude<Content, MediaContent | Showing>
  | HeardMedia
  | HeardShowing<ShareContent>
  | HeardShowing<StoryReplyContent>;

type Showing = ShareContent | StoryReplyContent;
type HeardShowing<C extends Showing> = Omit<C, 'media'> & { readonly media?: HeardMedia };

/** A person as the network names them. */
export interface Who {
  /** Canonical keys, the most stable first; every one of them leads to the same person. At least one. */
  readonly keys: readonly string[];
  readonly address: Address;
  /** Of keys that are another spelling of what the network wrote: its own. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** What else must be told to the network to reach them: the newest is kept with the chat, and given to every send. */
  readonly route?: Route;
  readonly name?: string | null;
  readonly username?: string | null;
}

/** JSON, as small as it can be. */
export type Route = Readonly<Record<string, unknown>>;

/** A customer wrote, and it counts as a customer's message (LIFECYCLE §4). */
export interface HeardMessage extends HeardBase {
  readonly type: 'message';
  readonly id: string;
  readonly from: Who;
  /** Provider's time in milliseconds; null when missing or unreadable. */
  readonly at: number | null;
  readonly content: HeardContent;
  /** Provider's id of the message that this one answers. */
  readonly replyTo?: string | null;
  /** Referral, forwarding, product, quick-reply payload. */
  readonly context?: Readonly<Record<string, unknown>> | null;
  /** It came while the line was down, and is fetched now: it is marked so, and no bot answers it. */
  readonly missed?: boolean;
}

/** The business answered from its own phone or app, or our own sending came back. */
export interface HeardEcho extends HeardBase {
  readonly type: 'echo';
  readonly id: string;
  readonly to: Who;
  readonly at: number | null;
  readonly content: HeardContent;
  readonly replyTo?: string | null;
  /** What the sender had the network carry along: our own message id when the sending was ours (Messenger's `metadata`). */
  readonly reference?: string | null;
  /** As in a receipt. */
  readonly round?: number;
}

/** What became of a message that we sent. Names it by provider id, by our own reference, or by everything up to a message. */
export interface HeardReceipt extends HeardBase {
  readonly type: 'receipt';
  readonly id: string | null;
  /** Our own message id that travelled with the send, when the network gives it back. */
  readonly reference?: string | null;
  /** Which sending of it, when a person had it sent again; 0 = the first. */
  readonly round?: number;
  /** Everything sent to this person up to and including `id` has this status (Instagram's `read`). */
  readonly upTo?: boolean;
  /** Everything sent to `who` up to this moment of the network has this status; `id` is null (Messenger's watermark). */
  readonly until?: number;
  readonly who?: Who | null;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: number | null;
  readonly error?: LateProblem | null;
}

export interface HeardReaction extends HeardBase {
  readonly type: 'reaction';
  readonly target: string;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  /** null takes the reaction back. */
  readonly emoji: string | null;
  readonly at: number | null;
}

export interface HeardEdit extends HeardBase {
  readonly type: 'edit';
  readonly target: string;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  readonly content: HeardContent;
  readonly at: number | null;
  /** The network tells of changes that nobody sees, too: where it says what the message says already, nothing is new. */
  readonly maybeUnseen?: true;
}

export interface HeardDeletion extends HeardBase {
  readonly type: 'deletion';
  readonly target: string;
  /** All parts of the target go with it (`partId`). */
  readonly whole?: boolean;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  readonly at: number | null;
}

/** What kind of name a key is, and the name in it. */
export interface Alias {
  readonly kind: 'phone' | 'user_id' | 'parent_user_id' | 'username' | 'scoped_id' | 'other';
  readonly value: string;
}

/** A person's names changed: a new number, a new scoped id. `who` is how they were known until then, `now` all that holds from then on. */
export interface HeardIdentity extends HeardBase {
  readonly type: 'identity';
  readonly who: Who;
  readonly now: Who;
  readonly at: number | null;
}

/** Said through the business's phone before this channel was here: imported into its place, and news to nobody (CHANNELS §2.5 `history`). */
export interface HeardPast extends HeardBase {
  readonly type: 'past';
  readonly id: string;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  readonly at: number | null;
  readonly content: HeardContent;
  readonly replyTo?: string | null;
  readonly context?: Readonly<Record<string, unknown>> | null;
  /** What became of the business's words. */
  readonly status: HeardReceipt['status'] | null;
}

/** How far an import of the past has come, or that there will be none. */
export interface HeardImport extends HeardBase {
  readonly type: 'import';
  /** Percent of the whole. */
  readonly progress: number | null;
  readonly phase: number | null;
  readonly declined: { readonly code: string | null; readonly detail: string } | null;
}

/** What the business's own phone calls somebody; null = it has forgotten them. */
export interface HeardPhonebook extends HeardBase {
  readonly type: 'phonebook';
  readonly who: Who;
  readonly name: string | null;
  readonly at: number | null;
}

/** Another app took the conversation, or gave it to us (CHANNELS §3.2). */
export interface HeardHandover extends HeardBase {
  readonly type: 'handover';
  readonly who: Who;
  readonly held: boolean;
  /** Who has it now. */
  readonly appId: string | null;
  readonly at: number | null;
}

/** A bot of the network hands a conversation to people: a ticket opens. */
export interface HeardHandOff extends HeardBase {
  readonly type: 'hand_off';
  /** The network's name of it, with which it is told what becomes of it. */
  readonly id: string;
  readonly who: Who;
  readonly at: number | null;
  /** Why, in the bot's words. */
  readonly reason: string | null;
  /** What was said before, as text, oldest first. */
  readonly transcript: string | null;
}

/** Somebody is there, or is called otherwise, and has said nothing: they installed an app, opened a chat, signed in. No ticket, no bot. */
export interface HeardMet extends HeardBase {
  readonly type: 'met';
  readonly who: Who;
  readonly at: number | null;
  /** E-mail and whatever else the network tells of them. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Something about the account itself. `alarm` goes to the operator; `paused` also stops sending until an admin acts. */
export interface HeardAccount extends HeardBase {
  readonly type: 'account';
  readonly event: string;
  readonly severity: 'info' | 'alarm' | 'paused';
  readonly detail: string;
  /** Beginnings of the events that it takes back. */
  readonly ends?: readonly string[];
  /** How the account is rated from now on; null = it does not say. */
  readonly quality?: Pick<Quality, 'rating' | 'limit'>;
}

/** A message template of the account is not as it was. */
export interface HeardTemplate extends HeardBase {
  readonly type: 'template';
  readonly name: string;
  readonly language: string;
  readonly changes: Partial<Pick<TemplateFacts, 'status' | 'quality' | 'category' | 'reason'>>;
  /** More has changed than is told: all of them are to be read again. */
  readonly more: boolean;
}

/** Recorded, and nothing else: groups, comments, calls, standby, opt-ins, referrals alone, unknown kinds. */
export interface HeardNotice extends HeardBase {
  readonly type: 'notice';
  /** Why it changes nothing, as a word: `group`, `standby`, `referral`, `unknown_field:…`. */
  readonly kind: string;
}

/** A part that could not be understood; kept as `failed` so that it can be replayed. */
export interface HeardUnreadable extends HeardBase {
  readonly type: 'unreadable';
  readonly reason: string;
}
