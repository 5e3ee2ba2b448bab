import type { Announcement } from '../domain/events';

/** Rings after a commit. A lost ring delays a screen, nothing else. */
export interface Bus {
  announce(announcements: readonly Announcement[]): void;
  listen(hear: (announcements: readonly Announcement[]) => void): () => void;
}
