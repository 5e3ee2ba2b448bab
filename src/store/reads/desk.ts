import type { Reads } from '../../ports/store';
import type { Database } from '../database';
import { readHouse, readHouseVersion } from '../house';
import { decode, selected } from '../rows';
import { AGENTS, IDEMPOTENCY_KEYS, loginOf, SESSIONS } from '../schema';
import { among } from '../work';
import { pageOf } from './pages';

type AgentReads = Pick<Reads, 'agents' | 'agentsByIds' | 'agentByEmail' | 'countAdmins'>;

const AGENT = `select ${selected(AGENTS, 'a')} from agents a`;

/** Agents who are not removed; by id, also those who are. */
export function agentReads({ query, dialect }: Database): AgentReads {
  return {
    agents(page, filter = {}) {
      const asked = Object.entries({ role: filter.role, presence: filter.presence }).filter(([, value]) => value !== undefined);
      return pageOf({
        query,
        list: 'agents',
        select: AGENT,
        where: ['a.removedAt is null', ...asked.map(([column]) => `a.${column} = ?`)].join(' and '),
        values: asked.map(([, value]) => value),
        by: ['a.id'],
        keyNames: ['id'],
        like: [''],
        direction: 'asc',
        page,
        decode: (row) => decode(AGENTS, row),
      });
    },

    async agentsByIds(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`${AGENT} where a.id ${those.sql} order by a.id`, [those.value]);
      return rows.map((row) => decode(AGENTS, row));
    },

    async agentByEmail(email) {
      const { rows } = await query(`select ${selected(AGENTS, 'a')}, a.passwordHash from agents a where a.login = ?`, [loginOf(email)]);
      return rows[0] ? { agent: decode(AGENTS, rows[0]), passwordHash: rows[0].passwordHash as string | null } : null;
    },

    async countAdmins() {
      const { rows } = await query("select count(*) as admins from agents where role = 'admin' and removedAt is null");
      return Number(rows[0]?.admins);
    },
  };
}

type DeskReads = Pick<Reads, 'house' | 'houseVersion' | 'session' | 'setup' | 'idempotency'>;

export function deskReads({ query }: Database): DeskReads {
  return {
    house: () => readHouse(query),
    houseVersion: () => readHouseVersion(query),

    async session(id) {
      const { rows } = await query(`select ${selected(SESSIONS, 's')} from sessions s where s.id = ?`, [id]);
      return rows[0] ? decode(SESSIONS, rows[0]) : null;
    },

    async setup() {
      const { rows } = await query('select `hash`, expiresAt from setup');
      return rows[0] ? { hash: rows[0].hash as string, expiresAt: rows[0].expiresAt as number } : null;
    },

    async idempotency(caller, route, key) {
      const { rows } = await query(
        `select ${selected(IDEMPOTENCY_KEYS, 'i')} from idempotency_keys i where i.caller = ? and i.route = ? and i.\`key\` = ?`,
        [caller, route, key],
      );
      return rows[0] ? decode(IDEMPOTENCY_KEYS, rows[0]) : null;
    },
  };
}
