import type { Instant } from '../ticket';
import type { MessageCount } from './kept';
import type { Trace } from './trace';

/** Every zone's hours and days begin at one. */
export const QUARTER = 15 * 60_000;

export const quarterOf = (at: Instant): Instant => Math.floor(at / QUARTER) * QUARTER;

/** The messages that these traces tell of, by quarter of an hour and by what they are; of customers, who are many, by their kind alone. */
export function messagesIn(traces: readonly Pick<Trace, 'at' | 'channelId' | 'did'>[]): MessageCount[] {
  const counts = new Map<string, MessageCount>();
  for (const { at, channelId, did } of traces)
    for (const { direction, author, type, times, ...rest } of did.said ?? []) {
      const quarter = quarterOf(at);
      const authorId = author === 'customer' ? '' : (rest.authorId ?? '');
      const key = `${quarter} ${channelId} ${direction} ${author} ${authorId} ${type}`;
      const known = counts.get(key)?.times ?? 0;
      counts.set(key, { quarter, channelId, direction, author, authorId, type, times: known + times });
    }
  return [...counts.values()];
}
