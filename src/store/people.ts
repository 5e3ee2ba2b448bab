import { OPEN_STATUSES } from '../domain/ticket';
import type { AgentAtWork, Tx } from '../ports/store';
import type { Query } from './database';
import { brokenKey } from './failures';
import { decode, type Row, selected } from './rows';
import { AGENTS, IDEMPOTENCY_KEYS, PRESENCE_SPELLS, SESSIONS, SETUP, SWEEPS } from './schema';
import { among, remember, type Work } from './work';

type AgentsTx = Pick<Tx, 'agentsAround' | 'agents' | 'addAgent' | 'setPassword' | 'countAdmins'>;

/** Statuses that count against an agent's capacity. */
const BUSY = OPEN_STATUSES.filter((status) => status === 'active' || status === 'proactive');

/** Agents are locked in id order, after chats and tickets. */
export function agentsIn(work: Work): AgentsTx {
  const { dialect, query, bulk } = work;
  return {
    agentsAround: () => (dialect === 'sqlite' ? aroundWithLoads(work) : aroundThenLoads(work)),

    async agents(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      return [...(await agentsWhere(work, `a.id ${those.sql}`, [those.value]))];
    },

    async addAgent(agent, passwordHash) {
      await bulk.insert(AGENTS, [agent]);
      const { id, presence, presenceReason: reason, presenceSince: from } = agent;
      await bulk.insert(PRESENCE_SPELLS, [{ id, agentId: id, presence, reason, from, to: null }]);
      if (passwordHash !== null) await query('update agents set passwordHash = ? where id = ?', [passwordHash, agent.id]);
    },

    async setPassword(agentId, passwordHash) {
      await query('update agents set passwordHash = ? where id = ?', [passwordHash, agentId]);
    },

    // Locked, so that of two admins who remove each other one comes second and sees it.
    countAdmins: async () =>
      (await query(`select id from agents where role = 'admin' and removedAt is null order by id${work.lock}`)).rows.length,
  };
}

const AROUND = "a.presence <> 'offline' and a.removedAt is null";

async function aroundWithLoads(work: Work): Promise<AgentAtWork[]> {
  const around = await withLoads(work.query);
  remember(
    work,
    'agents',
    around.map(({ agent }) => agent),
  );
  return around;
}

/** Agents who are around, in id order, with their load; in one statement, without a lock. */
export async function withLoads(query: Query): Promise<AgentAtWork[]> {
  const load = `(select count(*) from tickets t where t.assigneeId = a.id and t.status in (${BUSY.map((status) => `'${status}'`).join(', ')}))`;
  const { rows } = await query(`select ${selected(AGENTS, 'a')}, ${load} as \`load\` from agents a where ${AROUND} order by a.id`);
  return rows.map((row) => ({ agent: decode(AGENTS, row), load: Number(row.load) }));
}

/** Loads are counted in a statement of their own: within the one that waits for the locks they would be as old as its beginning. */
async function aroundThenLoads(work: Work): Promise<AgentAtWork[]> {
  const agents = await agentsWhere(work, AROUND, []);
  const loads = await loadsOf(
    work,
    agents.map(({ id }) => id),
  );
  return agents.map((agent) => ({ agent, load: loads.get(agent.id) ?? 0 }));
}

/** Agents by a condition, locked in id order. */
export async function agentsWhere(work: Work, condition: string, values: readonly unknown[]) {
  const { rows } = await work.query(`select ${selected(AGENTS, 'a')} from agents a where ${condition} order by a.id${work.lock}`, values);
  return remember(
    work,
    'agents',
    rows.map((row) => decode(AGENTS, row)),
  );
}

async function loadsOf({ dialect, query }: Work, agentIds: readonly string[]): Promise<Map<string, number>> {
  if (agentIds.length === 0) return new Map();
  const [those, busy] = [among(dialect, agentIds), among(dialect, BUSY)];
  const { rows } = await query(
    `select assigneeId, count(*) as tickets from tickets where assigneeId ${those.sql} and status ${busy.sql} group by assigneeId`,
    [those.value, busy.value],
  );
  return new Map(rows.map((row) => [row.assigneeId as string, Number(row.tickets)]));
}

type DoorTx = Pick<
  Tx,
  'addSession' | 'removeSessions' | 'setSetup' | 'claimIdempotency' | 'finishIdempotency' | 'removeIdempotency' | 'sweep' | 'saveSweep'
>;

/** Sessions, the set-up token, idempotency keys and the marks of sweeps. */
export function doorIn({ bulk, query }: Work): DoorTx {
  return {
    addSession: (session) => bulk.insert(SESSIONS, [session]),

    async removeSessions(which) {
      if ('id' in which) await query('delete from sessions where id = ?', [which.id]);
      else if ('expiredAt' in which) await query('delete from sessions where expiresAt <= ?', [which.expiredAt]);
      else await query('delete from sessions where agentId = ? and id <> ?', [which.agentId, which.except ?? '']);
    },

    async setSetup(row) {
      await query('delete from setup');
      if (row) await bulk.insert(SETUP, [{ ...row, id: 'desk' }]);
    },

    async claimIdempotency(row) {
      try {
        await bulk.insert(IDEMPOTENCY_KEYS, [row]);
        return true;
      } catch (error) {
        if (brokenKey(error) === 'idempotency_keys.PRIMARY') return false;
        throw error;
      }
    },
    finishIdempotency: (row) => bulk.update(IDEMPOTENCY_KEYS, [row]),
    async removeIdempotency(which) {
      if ('before' in which) await query('delete from idempotency_keys where createdAt < ?', [which.before]);
      else await query('delete from idempotency_keys where caller = ? and route = ? and `key` = ?', [which.caller, which.route, which.key]);
    },

    async sweep(name) {
      const row: Row | undefined = (await query(`select ${selected(SWEEPS, 's')} from sweeps s where s.name = ?`, [name])).rows[0];
      return row ? decode(SWEEPS, row) : null;
    },
    saveSweep: (row) => bulk.upsert(SWEEPS, [row]),
  };
}
