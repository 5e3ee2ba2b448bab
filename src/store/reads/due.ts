import type { Clock } from '../../ports/clock';
import { IN_ORDER, type Reads, type TimedTicket } from '../../ports/store';
import type { Database } from '../database';
import { DATABASE_NOW } from '../leases';
import { decode, quoted, selected } from '../rows';
import { OUTBOX, SWEEPS } from '../schema';
import { among } from '../work';
import { after } from './pages';

type DueReads = Pick<Reads, 'dueTickets' | 'outdatedTickets' | 'timedTickets' | 'sweep' | 'dueKeys' | 'errandsOf' | 'nextDue'>;

const TIMED = [
  'id',
  'chatId',
  'channelId',
  'status',
  'statusSince',
  'stage',
  'snoozedUntil',
  'excludeFromClosing',
  'lastCustomerMessageAt',
  'lastAgentMessageAt',
  'idleFrom',
  'reminded',
  'aliveSince',
  'confirmAskedAt',
  'confirmSentAt',
] as const satisfies readonly (keyof TimedTicket)[];

const KEEP_ORDER = IN_ORDER.map((kind) => `'${kind}'`).join(', ');

/** What the loops of the desk ask: what time has to do, and which errands wait. */
export function dueReads({ query, dialect }: Database, clock: Clock): DueReads {
  return {
    async dueTickets({ lookAt, id }, until, limit) {
      const next = after(['lookAt', 'id'], 'asc', [lookAt, id]);
      const { rows } = await query(`select id, chatId, lookAt from tickets where ${next.sql} and lookAt <= ? order by lookAt, id limit ?`, [
        ...next.values,
        until,
        limit,
      ]);
      return rows.map((row) => ({ id: row.id as string, chatId: row.chatId as string, lookAt: row.lookAt as number }));
    },

    async outdatedTickets(policyVersion, limit) {
      const { rows } = await query('select id, chatId from tickets where policyVersion < ? order by policyVersion, id limit ?', [
        policyVersion,
        limit,
      ]);
      return rows.map((row) => ({ id: row.id as string, chatId: row.chatId as string }));
    },

    /** Along the index of open tickets: the sign keeps SQLite from that of channels, and from sorting anew for every batch. */
    async timedTickets(channelIds, after, limit) {
      const those = among(dialect, channelIds);
      const { rows } = await query(
        `select ${quoted(TIMED)} from tickets where openChatId > ? and +channelId ${those.sql} order by openChatId limit ?`,
        [after, those.value, limit],
      );
      return rows.map((row) => ({ ...row, excludeFromClosing: row.excludeFromClosing === 1, reminded: row.reminded === 1 }) as TimedTicket);
    },

    async sweep(name) {
      const { rows } = await query(`select ${selected(SWEEPS, 's')} from sweeps s where s.name = ?`, [name]);
      return rows[0] ? decode(SWEEPS, rows[0]) : null;
    },

    /** A key's lease has the key's name, and runs by the clock of leases. What keeps its order waits behind an earlier one of its key. */
    async dueKeys(now, limit) {
      const lease = dialect === 'mysql' ? { sql: DATABASE_NOW, values: [] } : { sql: '?', values: [clock.now()] };
      const { rows } = await query(
        `select o.\`key\`, min(o.dueAt) as dueAt from outbox o
         where o.dueAt <= ? and not exists (select 1 from leases l where l.name = o.\`key\` and l.until > ${lease.sql})
           and (o.kind not in (${KEEP_ORDER}) or not exists (
             select 1 from outbox e where e.\`key\` = o.\`key\` and e.id < o.id and e.kind in (${KEEP_ORDER}) and e.dueAt > ?))
         group by o.\`key\` order by dueAt limit ?`,
        [now, ...lease.values, now, limit],
      );
      return rows.map((row) => row.key as string);
    },

    async errandsOf(key, limit) {
      const { rows } = await query(`select ${selected(OUTBOX, 'o')} from outbox o where o.\`key\` = ? order by o.id limit ?`, [key, limit]);
      return rows.map((row) => decode(OUTBOX, row));
    },

    async nextDue() {
      const { rows } = await query('select min(dueAt) as dueAt from outbox');
      return (rows[0]?.dueAt as number | null) ?? null;
    },
  };
}
