import type { Instant } from '../domain/ticket';

/** Why a POST was refused at a channel's door: what the sender is told, and what the admin reads. */
// biome-ignore format: a table is read in columns
export const REJECTIONS = {
  unknown_secret: { code: 'unauthenticated', says: 'The signature is missing or wrong.', means: 'signed with a secret that the desk does not know' },
  no_signature:   { code: 'unauthenticated', says: 'The signature is missing or wrong.', means: 'no signature' },
  too_large:      { code: 'too_large',       says: 'A body may have at most 3 MiB.',     means: 'larger than 3 MiB' },
  not_json:       { code: 'bad_request',     says: 'The body is not JSON.',              means: 'not JSON' },
} as const;
export type Rejection = keyof typeof REJECTIONS;

/** POSTs that were refused for one reason. */
export interface Rejected {
  readonly rejection: Rejection;
  readonly count: number;
  readonly lastAt: Instant;
  /** Who sent the last of them, as far as it is known. */
  readonly from: string | null;
}

/** What was refused at each channel's door: counted in this process, nothing of it is kept. */
export interface Rejects {
  /** The newest first. */
  of(channelId: string): readonly Rejected[];
  add(channelId: string, rejection: Rejection, sent: { readonly at: Instant; readonly from: string | null }): Rejected;
}

export function rejects(): Rejects {
  const seen = new Map<string, Map<Rejection, Rejected>>();
  return {
    of: (channelId) => [...(seen.get(channelId)?.values() ?? [])].sort((a, b) => b.lastAt - a.lastAt),
    add(channelId, rejection, { at, from }) {
      const groups = seen.get(channelId) ?? new Map<Rejection, Rejected>();
      seen.set(channelId, groups);
      const rejected = { rejection, count: (groups.get(rejection)?.count ?? 0) + 1, lastAt: at, from };
      groups.set(rejection, rejected);
      return rejected;
    },
  };
}
