import { graphemesIn } from './split';

/** What a message says (CONTRACT "Content"). Files are references: `mediaId` names one that the desk keeps. */
export type Content =
  | { readonly type: 'text'; readonly text: string }
  | MediaContent
  | LocationContent
  | { readonly type: 'contacts'; readonly contacts: readonly ContactCard[] }
  | { readonly type: 'buttons'; readonly text: string; readonly buttons: readonly Button[] }
  | { readonly type: 'list'; readonly text: string; readonly button: string; readonly sections: readonly ListSection[] }
  | { readonly type: 'button_reply'; readonly id: string; readonly title: string; readonly description?: string }
  | { readonly type: 'form_reply'; readonly data: unknown; readonly name?: string }
  | { readonly type: 'order'; readonly catalogId: string | null; readonly text: string; readonly items: readonly OrderItem[] }
  | TemplateContent
  | ShareContent
  | StoryReplyContent
  | { readonly type: 'unsupported'; readonly kind: string; readonly raw: unknown };

export const MEDIA_TYPES = ['image', 'video', 'audio', 'voice', 'document', 'sticker'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** `waiting` to be fetched, `ready` to be shown, `failed` to come (a person may try again), `gone` with its message. */
export const MEDIA_STATES = ['waiting', 'ready', 'failed', 'gone'] as const;
export type MediaState = (typeof MEDIA_STATES)[number];

/** A file of the desk as a message shows it. Until it is `ready`, `mime` is the network's word and `bytes` is 0. */
export interface MediaContent {
  readonly type: MediaType;
  readonly mediaId: string;
  readonly mime: string;
  readonly bytes: number;
  readonly fileName?: string;
  readonly caption?: string;
  readonly animated?: boolean;
  readonly state: MediaState;
  /** Pixels, as it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** Whether there is a small picture of it. */
  readonly preview?: boolean;
  /** Why it is not there, or why there is no small picture of it: a code for which the screen has words. */
  readonly problem?: MediaProblem;
}

/** Why a file did not come; and of a picture that is here, why it is not shown small. */
export const MEDIA_PROBLEMS = [
  'gone',
  'refused',
  'too_large',
  'auth',
  'unreachable',
  'damaged',
  'empty',
  'too_many_pixels',
  'unreadable',
] as const;
export type MediaProblem = (typeof MEDIA_PROBLEMS)[number];

/** What is asked to be sent: of a file only its name here, and the words with it; the desk knows the rest. */
export type AskedContent = Exclude<Content, MediaContent> | Pick<MediaContent, 'type' | 'mediaId' | 'caption' | 'fileName'>;

const OF_A_FILE: ReadonlySet<string> = new Set(MEDIA_TYPES);

export const isMedia = <C extends { readonly type: string }>(content: C): content is Extract<C, { readonly type: MediaType }> =>
  OF_A_FILE.has(content.type);

export interface TemplateContent {
  readonly type: 'template';
  readonly name: string;
  readonly language: string;
  /** What is filled in, in the network's own shape. A file of ours is named by `mediaId`. */
  readonly components: readonly unknown[];
  /** What the customer sees; absent when the desk did not know the template. */
  readonly words?: string;
  readonly buttons?: readonly string[];
}

/** Somebody's post, reel or story; `media` is the picture or film itself, which is fetched because its link dies. */
export interface ShareContent {
  readonly type: 'share';
  readonly url: string | null;
  readonly kind: string;
  readonly title?: string;
  readonly media?: MediaContent;
}

export interface StoryReplyContent {
  readonly type: 'story_reply';
  readonly text: string;
  readonly url: string | null;
  readonly media?: MediaContent;
}

export interface Button {
  readonly id: string;
  readonly title: string;
}
export interface ListSection {
  readonly title?: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
}
export interface OrderItem {
  readonly productId: string;
  readonly quantity: number;
  readonly price: number | null;
  readonly currency: string | null;
}
export interface ContactCard {
  readonly name: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly organisation?: string;
}

export interface LocationContent {
  readonly type: 'location';
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
  /** A page about the place, where the network named one. */
  readonly url?: string;
}

/** What a message came with besides its words; what is absent was not told. */
export interface MessageContext {
  readonly forwarded?: true;
  /** Through many hands. */
  readonly frequentlyForwarded?: true;
  /** The advertisement, post or link by which the person came. */
  readonly referral?: Referral;
  /** What of the catalogue it is about. */
  readonly product?: { readonly catalogId: string | null; readonly productId: string | null };
  /** The story of ours that it answers. */
  readonly story?: { readonly id: string | null };
  /** The person shared their own card because they were asked to. */
  readonly contactRequested?: true;
  /** It came while the line was down, and was fetched later. */
  readonly missed?: true;
  /** The large heart of Instagram. */
  readonly likeHeart?: true;
}

export interface Referral {
  readonly source: 'ad' | 'post' | 'link' | 'other';
  /** Of the advertisement or post. */
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string | null;
  /** The word that whoever made the link put in it. */
  readonly ref: string | null;
  /** By which the network knows the click again. */
  readonly clickId: string | null;
}

const PREVIEW = 160;

/** One line for lists: the words of the message, or what it is. At most 160 code points, never half a surrogate pair. */
export function previewOf(content: Content): string {
  const words = shownWords(content).replace(/\s+/g, ' ').trim();
  return words.length <= PREVIEW ? words : [...words.slice(0, 2 * PREVIEW)].slice(0, PREVIEW).join('');
}

/** What these are called only a machine has thought of: image.png, voice.ogg. */
const NAMELESS: ReadonlySet<string> = new Set(['image', 'voice', 'sticker']);

/** What people read of it: its words, without a name that says nothing. */
export const shownWords = (content: Content): string =>
  isMedia(content) && NAMELESS.has(content.type) ? (content.caption ?? '') : wordsOf(content);

/** What a message says in words; empty for what has none. */
export function wordsOf(content: Content): string {
  switch (content.type) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'story_reply':
      return content.text;
    case 'button_reply':
      return content.title;
    case 'location':
      return content.name ?? content.address ?? '';
    case 'contacts':
      return content.contacts.map((card) => card.name ?? card.phones[0] ?? '').join(', ');
    case 'template':
      return content.words ?? content.name;
    case 'order':
      return content.text;
    case 'share':
      // A link to what the desk shows itself dies, and says nothing.
      return content.title ?? (content.media ? '' : (content.url ?? ''));
    case 'form_reply':
      // Its name is the network's word for its kind: flow, address_message.
      return '';
    case 'unsupported':
      return content.kind;
    default:
      return content.caption ?? content.fileName ?? '';
  }
}

const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u;

/** One emoji, however many code points it is made of. */
export function isEmoji(text: string): boolean {
  const [first, more] = graphemesIn(text);
  return first !== undefined && more === undefined && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(first);
}

/** A sticker, or up to three emoji and nothing else: a thank-you that `quietClose` lets pass (LIFECYCLE §4). */
export function isQuiet(content: Content): boolean {
  if (content.type === 'sticker') return true;
  if (content.type !== 'text') return false;
  const said = content.text.trim();
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(said) || !EMOJI_ONLY.test(said) || /[0-9#*]/.test(said)) return false;
  let emoji = 0;
  for (const grapheme of graphemesIn(said)) if (grapheme.trim() !== '' && ++emoji > 3) return false;
  return true;
}
