import type { LoggedEvent, Outcome, Reads, WebhookEvent, WebhookFigures } from '../../ports/store';
import type { Database, Query } from '../database';
import { decode, providerKey, type Row, selected } from '../rows';
import { WEBHOOK_EVENTS, WEBHOOK_SIGNS } from '../schema';
import { among } from '../work';
import { pageOf } from './pages';

type WebhookReads = Pick<Reads, 'webhookEvents' | 'webhookEvent' | 'webhookFigures' | 'webhookSigns' | 'takenBack' | 'eventsNaming'>;

const EVENT = `select ${selected(WEBHOOK_EVENTS, 'w')} from webhook_events w`;
const LOGGED = `select ${selected(WEBHOOK_EVENTS, 'w')}, t.number as ticketNumber from webhook_events w left join tickets t on t.id = w.ticketId`;
const OUTCOMES: readonly Outcome[] = ['applied', 'ignored', 'failed', 'unrouted'];
const MINUTE = 60_000;

/** What providers told, and what became of it. */
export function webhookReads({ query, dialect }: Database): WebhookReads {
  return {
    webhookEvents: (channelId, outcome, page) =>
      pageOf({
        query,
        list: 'webhook events',
        select: LOGGED,
        where: outcome ? 'w.channelId = ? and w.outcome = ?' : 'w.channelId = ?',
        values: outcome ? [channelId, outcome] : [channelId],
        by: ['w.id'],
        keyNames: ['id'],
        like: [''],
        direction: 'desc',
        page,
        decode: logged,
      }),

    async webhookEvent(id) {
      const { rows } = await query(`${LOGGED} where w.id = ?`, [id]);
      return rows[0] ? logged(rows[0]) : null;
    },

    async webhookFigures(channelId, most, since) {
      return {
        first: await atEnd(query, channelId, 'asc'),
        last: await atEnd(query, channelId, 'desc'),
        counts: await countsOf(query, channelId, most),
        perMinute: await minutesOf(query, channelId, since),
      };
    },

    async eventsNaming(channelId, id, { from, until }) {
      const { rows } = await query(`${LOGGED} where w.channelId = ? and w.heardAt >= ? and w.heardAt < ? and w.raw like ?`, [
        channelId,
        from,
        until,
        `%${id}%`,
      ]);
      return rows.map(logged);
    },

    async takenBack(keys) {
      if (keys.length === 0) return [];
      const asked = new Map(keys.map((key) => [`${key.channelId} ${providerKey(key.id)}`, key]));
      const channels = among(dialect, [...new Set(keys.map(({ channelId }) => channelId))]);
      const those = among(dialect, [...new Set(keys.map(({ id }) => providerKey(id)))]);
      const { rows } = await query(
        `select channelId, providerMessageId from messages where channelId ${channels.sql} and providerMessageId ${those.sql} and deletedAt is not null`,
        [channels.value, those.value],
      );
      return rows.flatMap((row) => asked.get(`${row.channelId} ${row.providerMessageId}`) ?? []);
    },

    async webhookSigns(channelId) {
      const { rows } = await query(`select ${selected(WEBHOOK_SIGNS, 's')} from webhook_signs s where s.channelId = ? order by s.name`, [
        channelId,
      ]);
      return rows.map((row) => decode(WEBHOOK_SIGNS, row));
    },
  };
}

const logged = (row: Row): LoggedEvent => ({
  ...decode(WEBHOOK_EVENTS, row),
  ticketNumber: row.ticketNumber === null ? null : Number(row.ticketNumber),
});

async function atEnd(query: Query, channelId: string, direction: 'asc' | 'desc'): Promise<WebhookEvent | null> {
  const { rows } = await query(`${EVENT} where w.channelId = ? order by w.id ${direction} limit 1`, [channelId]);
  return rows[0] ? decode(WEBHOOK_EVENTS, rows[0]) : null;
}

/** The limit stands inside, so that a log of millions is not walked to its end. */
async function countsOf(query: Query, channelId: string, most: number): Promise<WebhookFigures['counts']> {
  const one =
    'select ? as outcome, count(*) as events from (select id from webhook_events where channelId = ? and outcome = ? limit ?) counted';
  const { rows } = await query(
    OUTCOMES.map(() => one).join(' union all '),
    OUTCOMES.flatMap((outcome) => [outcome, channelId, outcome, most]),
  );
  const counted = new Map(rows.map((row) => [row.outcome as Outcome, Number(row.events)]));
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counted.get(outcome) ?? 0])) as WebhookFigures['counts'];
}

async function minutesOf(query: Query, channelId: string, since: number): Promise<WebhookFigures['perMinute']> {
  const { rows } = await query(
    `select (heardAt - ?) - (heardAt - ?) % ${MINUTE} as began, count(*) as events from webhook_events where channelId = ? and heardAt >= ? group by began`,
    [since, since, channelId, since],
  );
  return new Map(rows.map((row) => [Number(row.began) / MINUTE, Number(row.events)]));
}
