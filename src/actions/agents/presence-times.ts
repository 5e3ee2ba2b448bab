import { invalid } from '../../domain/errors';
import { isZone } from '../../domain/hours';
import { dayOfDate, localDay } from '../../domain/local-time';
import { midnight, type PresenceDay, presenceDays } from '../../domain/presence-days';
import type { Desk } from '../desk';

const A_WEEK = 7;
const MOST_DAYS = 62;

interface Asked {
  readonly agentId: string;
  /** Local dates, `YYYY-MM-DD`, both counted; without them the seven days up to today. */
  readonly from?: string;
  readonly to?: string;
  /** IANA name; without it the workspace's. */
  readonly zone?: string;
}

interface PresenceTimes {
  readonly zone: string;
  readonly days: readonly PresenceDay[];
}

/** How long an agent was in which presence, for which reason, on each day. At most 62 days. */
export async function presenceTimes({ store, house, clock }: Desk, { agentId, from, to, zone: asked }: Asked): Promise<PresenceTimes> {
  const zone = asked ?? house.current().settings.locale.timeZone;
  if (!isZone(zone)) throw invalid('zone', 'expected an IANA time zone such as Europe/Lisbon');
  const now = clock.now();
  const last = to === undefined ? localDay(zone, now) : dayOfDate(to);
  const first = from === undefined ? last - A_WEEK + 1 : dayOfDate(from);
  if (first > last) throw invalid('from', 'later than `to`');
  if (last - first >= MOST_DAYS) throw invalid('from', `at most ${MOST_DAYS} days`);
  const spells = await store.reads.presenceSpells(agentId, midnight(zone, first), midnight(zone, last + 1));
  return { zone, days: presenceDays(spells, { zone, first, last, now }) };
}
