import type { Instant } from '../domain/ticket';

/** POSTs that were refused at a channel's door: counted in this process, nothing of them is kept. */
export interface Rejected {
  readonly count: number;
  readonly lastAt: Instant;
  readonly reason: string;
}

export interface Rejects {
  of(channelId: string): Rejected | null;
  add(channelId: string, reason: string, at: Instant): Rejected;
}

export function rejects(): Rejects {
  const seen = new Map<string, Rejected>();
  return {
    of: (channelId) => seen.get(channelId) ?? null,
    add(channelId, reason, at) {
      const rejected = { count: (seen.get(channelId)?.count ?? 0) + 1, lastAt: at, reason };
      seen.set(channelId, rejected);
      return rejected;
    },
  };
}
