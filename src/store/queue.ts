import type { QueueReads } from '../ports/store';
import type { Database } from './database';
import { withLoads } from './people';
import { decode, selected } from './rows';
import { TICKETS } from './schema';
import { among } from './work';

/** What routing looks at before it locks anything. */
export function queueReads({ query, dialect }: Database): QueueReads {
  return {
    async queued({ exceptChannels, teams, limit, skip }) {
      if (teams.length === 0) return [];
      const except = among(dialect, exceptChannels.length === 0 ? [''] : exceptChannels);
      const those = among(
        dialect,
        teams.map((id) => id ?? ''),
      );
      const { rows } = await query(
        `select ${selected(TICKETS, 't')}, c.lastAssigneeId as lastHandledBy from (
           select id from tickets where queueRank >= 0 and coalesce(teamId, '') ${those.sql} and not channelId ${except.sql}
           order by queueRank, statusSince, id limit ? offset ?
         ) q join tickets t on t.id = q.id join chats c on c.id = t.chatId order by t.queueRank, t.statusSince, t.id`,
        [those.value, except.value, limit, skip],
      );
      return rows.map((row) => ({ ticket: decode(TICKETS, row), lastHandledBy: row.lastHandledBy as string | null }));
    },

    agentsAtWork: () => withLoads(query),
  };
}
