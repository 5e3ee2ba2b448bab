import type { HealthKnown } from '../../domain/health-facts';
import type { Instant } from '../../domain/ticket';
import type { HeardAccount } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import { freshHealth } from './judge-channel';

const MOST_ALARMS = 20;

/** Keeps what a network says of an account until it takes it back, or an admin has seen to it. */
export async function keepAccountNews(tx: Tx, channelId: string, heard: HeardAccount, at: Instant): Promise<void> {
  if (heard.severity !== 'alarm' && !heard.ends && !heard.quality) return;
  const health = (await tx.channelHealth(channelId)) ?? freshHealth(channelId, at);
  await tx.saveHealth({ ...health, known: after(health.known, heard, at) });
}

function after(known: HealthKnown, { severity, event, detail, ends = [], quality }: HeardAccount, at: Instant): HealthKnown {
  const others = known.alarms.filter((alarm) => alarm.event !== event && !ends.some((ended) => alarm.event.startsWith(ended)));
  const alarms = severity === 'alarm' ? [{ event, detail, at }, ...others].slice(0, MOST_ALARMS) : others;
  if (!quality) return { ...known, alarms };
  const { rating = null, limit = null } = known.quality ?? {};
  return { ...known, alarms, quality: { rating: quality.rating ?? rating, limit: quality.limit ?? limit, at } };
}
