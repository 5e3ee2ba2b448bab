import type { PlaceReads, QueueAsked } from '../../ports/store';
import type { Database } from '../database';
import { type Key, keysIn, paged } from './pages';
import { type Condition, inSight } from './ticket-lanes';

const LIST = 'queue';
const ORDER = 'queueRank, statusSince, id';
/** What comes after a row of the queue. */
const AFTER = 'queueRank >= ? and (queueRank > ? or statusSince > ? or (statusSince = ? and id > ?))';

/** The queue as people look at it. */
export function placeReads({ query, dialect }: Database): PlaceReads {
  const whole = ({ teamId }: QueueAsked): Condition =>
    teamId === null ? { sql: 'queueRank >= 0', values: [] } : { sql: 'queueRank >= 0 and teamId = ?', values: [teamId] };
  return {
    async queuePlaces(asked, page) {
      const [all, sight, from] = [whole(asked), inSight(asked.seenBy, dialect), afterKeys(keysIn(LIST, page.cursor, [0, 0, '']))];
      const numbered = `select id, queueRank, statusSince, assigneeId, teamId, row_number() over (order by ${ORDER}) as place from tickets where ${all.sql}`;
      const { rows } = await query(
        `select p.*, h.lastAssigneeId as lastHandledBy from (
           select id, queueRank, statusSince, place from (${numbered}) numbered where ${sight.sql} and ${from.sql} order by place limit ?
         ) p join tickets t on t.id = p.id join chats h on h.id = t.chatId order by p.place`,
        [...all.values, ...sight.values, ...from.values, page.limit + 1],
      );
      return paged(LIST, rows, page.limit, ['queueRank', 'statusSince', 'id'], (row) => ({
        place: Number(row.place),
        ticketId: row.id as string,
        lastHandledBy: row.lastHandledBy as string | null,
      }));
    },

    async queueFigures(asked) {
      const [all, sight] = [whole(asked), inSight(asked.seenBy, dialect)];
      const { rows } = await query(
        `select count(*) as tickets, min(statusSince) as oldestSince from tickets where ${all.sql} and ${sight.sql}`,
        [...all.values, ...sight.values],
      );
      return { tickets: Number(rows[0]?.tickets), oldestSince: (rows[0]?.oldestSince as number | null) ?? null };
    },
  };
}

function afterKeys(keys: readonly Key[] | null): Condition {
  if (keys === null) return { sql: 'true', values: [] };
  const [rank, since, id] = keys;
  return { sql: AFTER, values: [rank, rank, since, since, id] };
}
