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
  const acts = [...ledger.acts(), ...ofHouse, ...agentActs(ledger.changedAgents(), acting)];
  const call = acting.recorded || (moved && acts.length === 0) ? null : callAct(acting, made);
  const act = oneAct(call && isOfAnother(call, acts) ? [call, ...acts] : acts) ?? call;
  if (act) await recordAct(desk, tx, acting, act);
  return act !== null;
}

/** The act as the call is named; what it made gives its name. */
function callAct({ otherwise: act }: Acting, made: unknown): Act | null {
  if (!act?.target) return act;
  const { id, name } = (made ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  return {
    ...act,
    target: { ...act.target, id: act.target.id || String(id ?? ''), name: typeof name === 'string' ? name : act.target.name },
  };
}

/** Whether the call was about one thing and all that shows is a change of others, as of a team whose agents changed. */
const isOfAnother = ({ target }: Act, acts: readonly Act[]): boolean =>
  Boolean(target?.id) && acts.length > 0 && acts.every((act) => act.target?.kind !== target?.kind);

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
