import type { Address } from '../../domain/contact';
import type { ChannelConfig } from './kind';
import type { FetchedMedia } from './media';

/** How people come to a kind whose network is the desk itself: by a page of its own, shown on sites that the configuration names. */
export interface PageDoor {
  /** Below it every channel of the kind is served. */
  readonly path: `/${string}`;
  /** Scheme, host and port of the sites on which the page may be. */
  origins(config: ChannelConfig): string[];
  /** With which a site proves who is signed in; null: it can't. */
  identitySecret(config: ChannelConfig): string | null;
  /** How the page looks and what it says; null where nobody said so. */
  look(config: ChannelConfig): PageLook;
}

export interface PageLook {
  readonly title: string | null;
  readonly color: string | null;
  readonly position: string | null;
  readonly language: string | null;
  readonly greeting: string | null;
  /** Seconds. */
  readonly greetAfter: number | null;
  readonly offlineText: string | null;
}

/** What the desk does for a kind whose network is the desk itself: pages of its own on which people write. */
export interface OwnPages {
  /** A file that a page handed over; null when it is forgotten. */
  uploaded(mediaId: string): Promise<FetchedMedia | null>;
  /** Shows on the pages of this person that an answer is being written. */
  typing(to: Address): void;
}

/** Who writes on a page of the desk, as the desk itself knows them by their token. */
export interface PageVisitor {
  readonly id: string;
  /** What the site calls them, once it has proved who they are. */
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** What a page hands over, as it is kept and heard (`ChannelKind.hear`). Times in milliseconds. */
export type PageWord = { readonly visitor: PageVisitor; readonly at: number } & (
  | { readonly type: 'message'; readonly id: string; readonly content: PageContent; readonly replyTo: string | null }
  | { readonly type: 'receipt'; readonly status: 'delivered' | 'read'; readonly reference: string; readonly upTo: boolean }
  | { readonly type: 'met' }
);

export type PageContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'button_reply'; readonly id: string; readonly title: string }
  | {
      readonly type: 'image' | 'video' | 'audio' | 'document';
      /** Of an upload of theirs. */
      readonly mediaId: string;
      readonly mime: string;
      readonly fileName: string | null;
      readonly caption: string | null;
    };
