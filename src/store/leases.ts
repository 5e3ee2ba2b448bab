import { LeaseLost, type Leases, type Tx } from '../ports/store';
import type { Database, Query } from './database';
import { brokenKey } from './failures';
import { among } from './work';

interface Making {
  readonly database: Database;
  /** The query of an open transaction, for `confirm`. */
  queryOf(tx: Tx): Query;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The database's clock in milliseconds: the only one that all instances share. */
export const DATABASE_NOW = 'floor(unix_timestamp(current_timestamp(3)) * 1000)';

/** A row for each lease that is held. A taker's token is new each time, so that a former holder can't settle any more. */
export function leases({ database, queryOf, now, newId }: Making): Leases {
  const holder = newId();
  const alone = <T>(work: (query: Query) => Promise<T>): Promise<T> =>
    database.dialect === 'mysql' ? work(database.query) : database.transaction(work);
  const clock = database.dialect === 'mysql' ? { sql: DATABASE_NOW, values: [] } : null;
  const time = () => clock ?? { sql: '?', values: [now()] };
  const holding: Leases['holding'] = async (tx, held) => {
    const tokens = new Map(held.map(({ name, token }) => [name, token]));
    const those = among(database.dialect, [...tokens.keys()].sort());
    const lock = database.dialect === 'mysql' ? ' for update' : '';
    const { rows } = await queryOf(tx)(`select name, token from leases where name ${those.sql} order by name${lock}`, [those.value]);
    return new Set(rows.filter(({ name, token }) => tokens.get(String(name)) === token).map(({ name }) => String(name)));
  };

  return {
    async take(name, ms) {
      const token = newId();
      const { sql, values } = time();
      return alone(async (query) => {
        const { affected } = await query(
          `update leases set holder = ?, token = ?, until = ${sql} + ? where name = ? and (until <= ${sql} or holder = ?)`,
          [holder, token, ...values, ms, name, ...values, holder],
        );
        if (affected > 0) return token;
        const added = await add(query, `insert into leases (name, holder, token, until) values (?, ?, ?, ${sql} + ?)`, [
          name,
          holder,
          token,
          ...values,
          ms,
        ]);
        return added ? token : null;
      });
    },

    async renew(name, token, ms) {
      const { sql, values } = time();
      const { affected } = await alone((query) =>
        query(`update leases set until = ${sql} + ? where name = ? and token = ?`, [...values, ms, name, token]),
      );
      return affected > 0;
    },

    async release(name, token) {
      await alone((query) => query('delete from leases where name = ? and token = ?', [name, token]));
    },

    async confirm(tx, name, token) {
      if (!(await holding(tx, [{ name, token }])).has(name)) throw new LeaseLost(name);
    },

    holding,
  };
}

async function add(query: Query, sql: string, values: readonly unknown[]): Promise<boolean> {
  try {
    await query(sql, values);
    return true;
  } catch (error) {
    if (brokenKey(error) === 'leases.PRIMARY') return false;
    throw error;
  }
}
