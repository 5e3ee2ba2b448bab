import { graphemesIn } from './split';

/** What a message says (CONTRACT "Content"). Files are references: `mediaId` names one that the desk keeps. */
export type Content =
  | { readonly type: 'text'; readonly text: string }
  | MediaContent
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string; readonly address?: string }
  | { readonly type: 'contacts'; readonly contacts: readonly ContactCard[] }
  | { readonly type: 'buttons'; readonly text: string; readonly buttons: readonly Button[] }
  | { readonly type: 'list'; readonly text: string; readonly button: string; readonly sections: readonly ListSection[] }
  | { readonly type: 'button_reply'; readonly id: string; readonly title: string; readonly description?: string }
  | { readonly type: 'form_reply'; readonly data: unknown; readonly name?: string }
  | { readonly type: 'order'; readonly catalogId: string | null; readonly text: string; readonly items: readonly OrderItem[] }
  | { readonly type: 'template'; readonly name: string; readonly language: string; readonly components: readonly unknown[] }
  | { readonly type: 'share'; readonly url: string | null; readonly kind: string; readonly title?: string }
  | { readonly type: 'story_reply'; readonly text: string; readonly url: string | null }
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
  readonly problem?: string;
}

const OF_A_FILE: ReadonlySet<string> = new Set(MEDIA_TYPES);

export const isMedia = <C extends { readonly type: string }>(content: C): content is Extract<C, { readonly type: MediaType }> =>
  OF_A_FILE.has(content.type);

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

const PREVIEW = 160;

/** One line for lists: the words of the message, or what it is. At most 160 code points, never half a surrogate pair. */
export function previewOf(content: Content): string {
  const words = wordsOf(content).replace(/\s+/g, ' ').trim();
  return words.length <= PREVIEW ? words : [...words.slice(0, 2 * PREVIEW)].slice(0, PREVIEW).join('');
}

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
      return content.name;
    case 'order':
      return content.text;
    case 'share':
      return content.title ?? content.url ?? '';
    case 'form_reply':
      return content.name ?? '';
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
