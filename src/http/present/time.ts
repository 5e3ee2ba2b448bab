import type { Instant } from '../../domain/ticket';

/** ISO 8601, UTC, milliseconds. */
export const iso = (instant: Instant): string => new Date(instant).toISOString();

export const isoOrNull = (instant: Instant | null): string | null => (instant === null ? null : iso(instant));
