import type { ChannelHealth, HealthReads, HealthTx } from '../ports/store';
import type { Database, Query } from './database';
import { decode, selected } from './rows';
import { CHANNEL_HEALTH } from './schema';
import type { Work } from './work';

const HEALTH = `select ${selected(CHANNEL_HEALTH, 'h')} from channel_health h`;

/** What a channel hears of its own: not what came for accounts that no channel has. */
const OWN = ['applied', 'ignored', 'failed'] as const;
const NEWEST = 'select heardAt from webhook_events where channelId = ? and outcome = ? order by id desc limit 1';

const MS_PER_HOUR = 60 * 60_000;

/** How channels are, and the figures by which they are judged. */
export function healthReads({ query, dialect }: Database): HealthReads {
  const type = dialect === 'mysql' ? "json_unquote(json_extract(e.about, '$.type'))" : "json_extract(e.about, '$.type')";
  const sumOf = (condition: string) => `sum(case when ${type} ${condition} then 1 else 0 end)`;
  return {
    channelHealth: (channelId) => healthOf(query, channelId, ''),
    healths: async () => (await query(HEALTH)).rows.map((row) => decode(CHANNEL_HEALTH, row)),

    async lastHeardAt(channelId) {
      const { rows } = await query(
        `select max(heardAt) as heardAt from (${OWN.map(() => `select heardAt from (${NEWEST}) newest`).join(' union all ')}) heard`,
        OWN.flatMap((outcome) => [channelId, outcome]),
      );
      return (rows[0]?.heardAt as number | null) ?? null;
    },

    async waitingToSend() {
      const { rows } = await query(
        'select channelId, count(*) as waiting, min(createdAt) as oldestAt from outbox where channelId is not null group by channelId',
      );
      return rows.map((row) => ({ channelId: row.channelId as string, waiting: Number(row.waiting), oldestAt: Number(row.oldestAt) }));
    },

    async gaps({ from, until }) {
      const { rows } = await query(
        `select e.channelId as channelId, ${sumOf("= 'receipt'")} as statuses, ${sumOf("in ('answer', 'reaction', 'edit')")} as replies,
         max(e.heardAt) as lastAt from early e where e.heardAt >= ? and e.heardAt < ? group by e.channelId`,
        [from, until],
      );
      return rows.map((row) => ({
        channelId: row.channelId as string,
        statuses: Number(row.statuses),
        replies: Number(row.replies),
        lastAt: Number(row.lastAt),
      }));
    },

    async eventsByHour(channelId, { from, until }) {
      const { rows } = await query(
        `select heardAt - heardAt % ${MS_PER_HOUR} as began, count(*) as events from webhook_events
         where channelId = ? and heardAt >= ? and heardAt < ? group by began`,
        [channelId, from, until],
      );
      return new Map(rows.map((row) => [Number(row.began), Number(row.events)]));
    },
  };
}

export const healthIn = ({ query, bulk, lock }: Work): HealthTx => ({
  channelHealth: (channelId) => healthOf(query, channelId, lock),
  saveHealth: (health) => bulk.upsert(CHANNEL_HEALTH, [{ ...health, version: health.version + 1 }]),
});

async function healthOf(query: Query, channelId: string, lock: string): Promise<ChannelHealth | null> {
  const { rows } = await query(`${HEALTH} where h.channelId = ?${lock}`, [channelId]);
  return rows[0] ? decode(CHANNEL_HEALTH, rows[0]) : null;
}
