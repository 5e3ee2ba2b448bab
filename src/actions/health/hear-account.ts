import type { HealthKnown } from '../../domain/health-facts';
import type { Instant } from '../../domain/ticket';
import type { ChannelConfig, HeardAccount } from '../../ports/channel';
import type { Hearing } from '../hearing/hearing';
import type { Ledger } from '../ledger';
import { freshHealth } from './judge-channel';

const MOST_ALARMS = 20;

type Around = Pick<Hearing, 'desk' | 'tx' | 'ledger' | 'channelId'>;

/**
 * Keeps what a network says of an account until it takes it back, or an admin has seen to it. An account may have several numbers,
 * each a channel: what is said of one number names none that we know, so all of them are asked for at once.
 */
export async function keepAccountNews({ desk, tx, ledger, channelId }: Around, heard: HeardAccount): Promise<void> {
  if (heard.severity !== 'alarm' && !heard.ends && !heard.quality) return;
  const sharing = sharingOf(desk, ledger, channelId, heard.account);
  for (const id of sharing) {
    const health = (await tx.channelHealth(id)) ?? freshHealth(id, ledger.at);
    const isOfOne = heard.quality !== undefined && sharing.length > 1;
    const known = isOfOne ? { ...health.known, asked: null } : after(health.known, heard, ledger.at);
    await tx.saveHealth({ ...health, known });
  }
}

/** The channels of an account, in the order of their ids, in which their health is locked. */
function sharingOf({ kinds }: Hearing['desk'], { house }: Ledger, channelId: string, account: string | null): string[] {
  const kind = house.channels.find(({ id }) => id === channelId)?.kind;
  const accounts = (config: ChannelConfig) => kinds.get(kind ?? '')?.accounts(config) ?? [];
  const live = house.channels.filter((one) => one.deletedAt === null && one.kind === kind);
  const those = live.filter(({ config }) => account !== null && accounts(config).includes(account)).map(({ id }) => id);
  return (those.includes(channelId) ? those : [channelId]).sort();
}

function after(known: HealthKnown, { severity, event, detail, ends = [], quality }: HeardAccount, at: Instant): HealthKnown {
  const others = known.alarms.filter((alarm) => alarm.event !== event && !ends.some((ended) => alarm.event.startsWith(ended)));
  const alarms = severity === 'alarm' ? [{ event, detail, at }, ...others].slice(0, MOST_ALARMS) : others;
  if (!quality) return { ...known, alarms };
  const { rating = null, limit = null } = known.quality ?? {};
  return { ...known, alarms, quality: { rating: quality.rating ?? rating, limit: quality.limit ?? limit, at } };
}
