import type { SeenBy } from '../../domain/access';
import type { Instant } from '../../domain/ticket';
import type { Page, Paged } from './reads';

/** Which of the queue somebody looks at: of one team, or all (null); of it only what they may see. */
export interface QueueAsked {
  readonly teamId: string | null;
  readonly seenBy: SeenBy | null;
}

/** Where a ticket stands in the queue. */
export interface QueuePlace {
  /** 1 = the next; counted over the whole queue, or that of the team, whoever may see it. */
  readonly place: number;
  readonly ticketId: string;
  /** Who had the last ticket of its chat. */
  readonly lastHandledBy: string | null;
}

export interface PlaceReads {
  /** In the order in which routing gives. */
  queuePlaces(asked: QueueAsked, page: Page): Promise<Paged<QueuePlace>>;
  /** How many they see in the queue, and since when the oldest of them waits. */
  queueFigures(asked: QueueAsked): Promise<{ readonly tickets: number; readonly oldestSince: Instant | null }>;
}
