import { type Contact, calledAt } from '../../domain/contact';
import type { FormerValue } from '../../domain/figures/kept';
import type { CalledThen, FormerReads, FormerTx } from '../../ports/store';
import type { Database } from '../database';
import { FORMER_VALUES } from '../schema';
import { among, type Work } from '../work';

/** Of one thing the value that ended first after the moment comes last. */
const FORMER = 'select f.`of`, f.id, f.value from former_values f where f.until > ? and f.`of`';
const LAST_FIRST = 'order by f.until desc';

export function formerReads({ query, dialect }: Database): FormerReads {
  return {
    async formerHouse(at) {
      const { rows } = await query(`${FORMER} in ('settings', 'stage', 'team', 'channel') ${LAST_FIRST}`, [at]);
      const values = rows.map((row) => ({ of: row.of as FormerValue['of'], id: row.id as string, value: parsed(row.value) }));
      return [...new Map(values.map((one) => [`${one.of} ${one.id}`, one])).values()];
    },

    async formerAgents(ids, at) {
      if (ids.length === 0) return new Map();
      const those = among(dialect, ids);
      const { rows } = await query(`${FORMER} = 'agent' and f.id ${those.sql} ${LAST_FIRST}`, [at, those.value]);
      return new Map(rows.map((row) => [row.id as string, parsed(row.value)]));
    },

    async formerTypes(messageIds, at) {
      if (messageIds.length === 0) return new Map();
      const those = among(dialect, messageIds);
      const { rows } = await query(`${FORMER} = 'message' and f.id ${those.sql} ${LAST_FIRST}`, [at, those.value]);
      return new Map(rows.map((row) => [row.id as string, parsed(row.value) as string]));
    },

    async contactsAt(ids, at) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`select id, name, phone, username, formerly from contacts where id ${those.sql}`, [those.value]);
      return rows.map((row) => {
        const contact = { ...(row as unknown as CalledThen), formerly: parsed(row.formerly) as Contact['formerly'] };
        return { id: contact.id, ...calledAt(contact, at) };
      });
    },
  };
}

const parsed = (value: unknown): unknown => (value === null ? null : JSON.parse(value as string));

export const formerIn = (work: Work): FormerTx => ({
  houseMoved: () => work.house.moved,
  keepFormer: (values) => work.bulk.insertMissing(FORMER_VALUES, values),
});
