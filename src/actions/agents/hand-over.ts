import type { Agent } from '../../domain/agent';
import { clearAssignee, give, liftExclusion, sendToTeam } from '../../domain/assignment';
import { invalid } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import { type Team, teamNow } from '../../domain/team';
import type { Status, Ticket } from '../../domain/ticket';
import type { Step } from '../../domain/transitions';
import type { House, Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { knownTeam, named } from '../teams/teams';
import { actorOf, onlineAgent } from '../tickets/in-hand';
import { transact } from '../transact';

const BATCH = 100;
const HELD = ['active', 'idle', 'proactive'] as const;

/** To whom everything goes: an agent who is online, a team, or the queue of each ticket's own team. */
export type Heir = { readonly agentId: string } | { readonly teamId: string } | { readonly queue: true };

interface HandingOver {
  readonly agentId: string;
  readonly to: Heir;
  readonly by: Person;
}

/** What became of a ticket: `unassigned` keeps its status, for no row leads it to the queue; `left` was not theirs any more. */
export interface HandedOver {
  readonly ticketId: string;
  readonly number: number;
  readonly status: Status;
  readonly outcome: 'assigned' | 'queued' | 'unassigned' | 'left';
}

/** Gives away every open ticket of an agent, in batches. Those who got them already keep them when the heir goes offline meanwhile. */
export async function handOverAll(desk: Desk, asked: HandingOver): Promise<HandedOver[]> {
  const theirs = await transact(desk, async (tx, { house }) => {
    await mustBeRight(tx, house, asked);
    return tx.ticketsOf(asked.agentId, HELD);
  });
  const done: HandedOver[] = [];
  for (let from = 0; from < theirs.length; from += BATCH) {
    const batch = theirs.slice(from, from + BATCH);
    done.push(...(await transact(desk, (tx, ledger) => handOver(tx, ledger, asked, batch))));
  }
  return done;
}

async function mustBeRight(tx: Tx, house: House, { agentId, to }: HandingOver): Promise<void> {
  if ('teamId' in to) knownTeam(house, to.teamId);
  if (!('agentId' in to)) return;
  const [heir] = await tx.agents([to.agentId]);
  if (!heir || heir.removedAt !== null) throw invalid('agentId', 'no such agent');
  if (to.agentId === agentId) throw invalid('agentId', 'they have them already');
  await onlineAgent(tx, to.agentId);
}

async function handOver(
  tx: Tx,
  ledger: Ledger,
  { agentId, to, by }: HandingOver,
  batch: readonly { readonly id: string; readonly chatId: string }[],
): Promise<HandedOver[]> {
  ledger.take(await tx.hold(batch.map(({ chatId }) => chatId)));
  const heir = 'agentId' in to ? await onlineAgent(tx, to.agentId) : null;
  const team = 'teamId' in to ? knownTeam(ledger.house, to.teamId) : null;
  return batch.flatMap(({ id, chatId }) => {
    const ticket = ledger.openIn(chatId);
    if (ticket?.id !== id) return [];
    if (ticket.assigneeId !== agentId) return [said(ticket, 'left')];
    const { outcome, step } = passOn(ledger, ticket, { heir, team, actor: actorOf(by) });
    return [said(ledger.apply(included(ledger, step, actorOf(by))), outcome)];
  });
}

const said = ({ id, number, status }: Ticket, outcome: HandedOver['outcome']): HandedOver => ({ ticketId: id, number, status, outcome });

interface Passing {
  readonly heir: Agent | null;
  readonly team: Team | null;
  readonly actor: Actor;
}

function passOn(ledger: Ledger, ticket: Ticket, { heir, team, actor }: Passing): { outcome: HandedOver['outcome']; step: Step } {
  const { at } = ledger;
  const policy = ledger.policy(ticket.channelId);
  if (heir) return { outcome: 'assigned', step: give(ticket, { agentId: heir.id, actor, at, policy, cause: 'handed_over' }) };
  const teamId = team?.id ?? ticket.teamId;
  const data = team ? { team: { from: named(teamNow(ticket.teamId, ledger.house.teams)), to: named(team) } } : {};
  if (ticket.status === 'active') return { outcome: 'queued', step: sendToTeam(ticket, { teamId, actor, at, data }) };
  return { outcome: 'unassigned', step: clearAssignee(ticket, { actor, at, cause: 'handed_over', teamId, data }) };
}

/** Handing over ends an exclusion from closing (LIFECYCLE §5). */
const included = (ledger: Ledger, step: Step, actor: Actor): Step => {
  const policy = ledger.policy(step.ticket.channelId);
  const rest = liftExclusion(step.ticket, { actor, at: ledger.at, policy });
  return { ticket: rest.ticket, events: [...step.events, ...rest.events] };
};
