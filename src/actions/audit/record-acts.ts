import { type Act, type Acting, changesBetween, oneAct } from '../../domain/acts';
import type { Agent } from '../../domain/agent';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import type { Entry } from '../ledger/journal';
import { houseActs } from './house-acts';

/** Leaves one row of the record for what an admin's transaction has changed, and answers whether it did; who is no admin leaves none. */
export async function recordActs(desk: Desk, tx: Tx, ledger: Ledger, made: unknown): Promise<boolean> {
  const { acting } = desk;
  if (!acting) return false;
  const moved = (await tx.houseVersion()) !== ledger.house.version;
  const ofHouse = moved ? houseActs(desk, ledger.house, await tx.house()) : [];
  const act =
    oneAct([...ledger.acts(), ...agentActs(ledger.changedAgents(), acting), ...ofHouse]) ?? (moved ? null : otherwise(acting, made));
  if (act) await recordAct(desk, tx, acting, act);
  return act !== null;
}

/** By the name of the call; what it made gives its name. */
function otherwise({ otherwise: act, recorded }: Acting, made: unknown): Act | null {
  if (!act || recorded) return null;
  const { id, name } = (made ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  const target = act.target && { ...act.target, id: act.target.id || String(id ?? ''), name: typeof name === 'string' ? name : null };
  return { ...act, target };
}

/** Leaves a row for one act, in a transaction that has no ledger. */
export async function recordAct(
  { newId, clock }: Pick<Desk, 'newId' | 'clock'>,
  tx: Tx,
  { actor, address }: Pick<Acting, 'actor' | 'address'>,
  act: Act,
): Promise<void> {
  await tx.addAudit([{ id: newId(), at: clock.now(), actor, address, ...act }]);
}

/** What an admin sets of an agent; the rest is the desk's own. */
const SET = ['name', 'email', 'role', 'capacity', 'teamIds', 'presence', 'presenceReason'] as const;

function agentActs(entries: readonly Entry<Agent>[], { actor }: Acting): Act[] {
  return entries.flatMap(({ was, now }) => {
    if (!was) return [];
    const target = { kind: 'agent', id: now.id, name: now.name };
    if (now.removedAt !== null) return was.removedAt === null ? [{ act: 'agent.removed', target, changes: [] }] : [];
    const changes = changesBetween(chosen(was), chosen(now));
    const mine = now.id === actor.id && changes.every(({ path }) => path.startsWith('presence'));
    return changes.length > 0 && !mine ? [{ act: 'agent.changed', target, changes }] : [];
  });
}

const chosen = (agent: Agent) => Object.fromEntries(SET.map((field) => [field, agent[field]]));
