import type { MediaProblem, MediaState, MediaType } from '../../domain/content';
import type { Actor } from '../../domain/events';
import type { TemplateFacts } from '../../domain/template';
import type { Instant } from '../../domain/ticket';

/** Where a network keeps a file: its id there, a link that dies, or both. */
export interface MediaSource {
  readonly id: string | null;
  readonly url: string | null;
  /** What the network says that the bytes hash to, base64. */
  readonly sha256: string | null;
}

/** One file of a message, or one that was uploaded and belongs to none yet. The bytes lie outside the database, under their hash. */
export interface Media {
  readonly id: string;
  readonly channelId: string | null;
  readonly chatId: string | null;
  readonly messageId: string | null;
  readonly uploadedBy: string | null;
  readonly state: MediaState;
  readonly source: MediaSource | null;
  /** As the bytes say once they are here; before, as the network says. */
  readonly mime: string;
  readonly bytes: number;
  readonly fileName: string | null;
  /** sha256 of the bytes, hex: their address. */
  readonly hash: string | null;
  /** The address of the small picture of it. */
  readonly preview: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly problem: { readonly code: MediaProblem; readonly detail: string } | null;
  readonly createdAt: Instant;
  /** When it became what it is. */
  readonly settledAt: Instant | null;
}

/** A file of ours that a network has already, by what it is sent as. */
export interface ProviderMedia {
  readonly channelId: string;
  readonly hash: string;
  readonly type: MediaType;
  readonly providerId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
}

/** A message template of a channel's business account, as the network described it last. */
export interface Template extends TemplateFacts {
  readonly channelId: string;
  readonly syncedAt: Instant;
}

/** How far the desk's copy of a channel's templates can be trusted. */
export interface TemplateList {
  readonly channelId: string;
  /** When the network last told all of them; null = never. */
  readonly syncedAt: Instant | null;
  readonly triedAt: Instant;
  /** Why the last try failed. */
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

/** Nothing is sent within this scope before `until`, by any instance. */
export interface Pause {
  /** `recipient:<chat>`, `number:<channel>` or `app:<mark>`. */
  readonly scope: string;
  readonly since: Instant;
  readonly until: Instant;
  /** How often in a row it was renewed. */
  readonly times: number;
  readonly code: string;
  readonly providerCode: string | null;
  readonly detail: string;
}

/** A name of a person that holds no more: somebody else may have it now. */
export interface PastIdentity {
  readonly id: string;
  readonly channelId: string;
  readonly key: string;
  readonly chatId: string;
  readonly contactId: string;
  readonly createdAt: Instant;
  readonly until: Instant;
  readonly reason: string;
  readonly spelling: string | null;
  readonly source: string | null;
}

/** Two contacts were found to be one person; `moved` is what it takes to part them again. */
export interface ContactMerge {
  readonly id: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly moved: Readonly<Record<string, unknown>>;
  readonly undoneBy: Actor | null;
  readonly undoneAt: Instant | null;
}

/** Somebody said that these two are not the same person. */
export interface DifferentPeople {
  readonly oneId: string;
  readonly otherId: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** What the business's own phone calls somebody; null = nothing any more. Kept for people who have not written yet, too. */
export interface PhonebookEntry {
  readonly channelId: string;
  /** As identities are named (`Identity.key`). */
  readonly key: string;
  readonly name: string | null;
  /** By the phone's clock: the newest word stands. */
  readonly at: Instant;
}
