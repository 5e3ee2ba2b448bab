import type { Reads } from '../../ports/store';
import type { Database } from '../database';
import { inSight } from './ticket-lanes';

/** How many of the newest tickets are looked at: what is used now is suggested, whatever the desk has kept. */
const LOOKED_AT = 2_000;

export function tagReads({ query, dialect }: Database): Pick<Reads, 'tagsInUse'> {
  return {
    async tagsInUse(seenBy) {
      const sight = inSight(seenBy, dialect);
      const newest = 'select tags, assigneeId, teamId from tickets order by number desc limit ?';
      const { rows } = await query(`select tags from (${newest}) n where tags <> '[]' and ${sight.sql}`, [LOOKED_AT, ...sight.values]);
      const used = new Map<string, number>();
      for (const tag of rows.flatMap((row) => JSON.parse(row.tags as string) as string[])) used.set(tag, (used.get(tag) ?? 0) + 1);
      return [...used].map(([tag, tickets]) => ({ tag, tickets })).sort((a, b) => b.tickets - a.tickets || (a.tag < b.tag ? -1 : 1));
    },
  };
}
