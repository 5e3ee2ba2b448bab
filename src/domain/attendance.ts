import type { Instant } from './ticket';

/** How often an instance says whom it has live connections to. */
export const BEAT_EVERY = 15_000;

/** What has not beaten for so long is of an instance that died. */
const BEAT_LASTS = 45_000;

/** A sweep that comes later than this after the one before found the desk asleep or down. */
const AWAKE = 20_000;

/** Beats from after this moment are of instances that live. */
export const freshFrom = (at: Instant): Instant => at - BEAT_LASTS;

/** Whether nobody looked for a while, so that nobody's absence was seen: it counts anew (LIFECYCLE §8). */
export const wasAsleep = (lookedAt: Instant | null, at: Instant): boolean => lookedAt === null || at - lookedAt > AWAKE;

/** Somebody who is online in a spell that has had a live connection. */
export interface Attended {
  readonly agentId: string;
  readonly goneSince: Instant | null;
  readonly isLive: boolean;
}

interface Looking {
  readonly at: Instant;
  /** ms */
  readonly grace: number;
  readonly anew: boolean;
}

/** What a look at somebody finds: `lost` counts from now, `back` counts no more, `over` has been gone for the grace. */
export function attendanceOf({ isLive, goneSince }: Attended, { at, grace, anew }: Looking): 'lost' | 'back' | 'over' | 'same' {
  if (isLive) return goneSince === null ? 'same' : 'back';
  if (goneSince === null || anew) return 'lost';
  return isOver(goneSince, { at, grace }) ? 'over' : 'same';
}

export const isOver = (goneSince: Instant, { at, grace }: Pick<Looking, 'at' | 'grace'>): boolean => at >= goneSince + grace;
