import { Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import { record } from '../../domain/record';
import type { Team } from '../../domain/team';
import type { Ticket } from '../../domain/ticket';
import type { House, Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { actorOf } from '../tickets/in-hand';
import { ROUTING, transact } from '../transact';
import { setMembers } from './save-team';
import { liveTeam, named } from './teams';

const BATCH = 200;

/**
 * Deletes a team that no channel and no rule names (`in_use`): from this transaction on its tickets read, filter and are given
 * away as those of no team; an errand writes the rows and events of the open ones in batches.
 */
export async function removeTeam(desk: Desk, { teamId, by }: { readonly teamId: string; readonly by: Person }): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    const house = await tx.house();
    const team = liveTeam(house, teamId);
    mustBeUnused(house, teamId);
    await tx.saveTeam({ ...team, deletedAt: ledger.at, updatedAt: ledger.at, version: team.version + 1 }, { policy: true });
    await setMembers(tx, ledger, teamId, []);
    ledger.addErrand({ key: `team:${teamId}`, kind: 'team_deletion', payload: { teamId, by: { ...actorOf(by) } } });
  });
  await desk.house.refresh();
  desk.queue.wake([ROUTING]);
}

function mustBeUnused({ channels, rules }: House, teamId: string): void {
  const using = [
    ...channels
      .filter((channel) => channel.teamId === teamId && channel.deletedAt === null)
      .map(({ id, name }) => ({ kind: 'channel', id, name })),
    ...rules.filter(({ then }) => then.teamId === teamId).map(({ id, name }) => ({ kind: 'rule', id, name })),
  ];
  if (using.length === 0) return;
  const names = using.map(({ kind, name }) => `the ${kind} ${name}`).join(', ');
  throw new Refusal('in_use', `It is named by ${names}: take it from there first.`, { using });
}

/** Takes one batch of a deleted team's open tickets out of it; true when none is left. */
export function emptyTeam(desk: Desk, teamId: string, by: Actor): Promise<boolean> {
  return transact(desk, async (tx, ledger) => {
    const team = ledger.house.teams.find(({ id }) => id === teamId) ?? null;
    const found = await tx.ticketsOfTeam(teamId, BATCH);
    for (const ticket of await hold(tx, ledger, found)) if (ticket.teamId === teamId) leave(ledger, ticket, team, by);
    return found.length === 0;
  });
}

function leave(ledger: Ledger, ticket: Ticket, team: Team | null, actor: Actor): void {
  const data = { team: { from: named(team), to: null } };
  ledger.apply(record(ticket, { type: 'updated', cause: 'team_deleted', actor, at: ledger.at, patch: { teamId: null }, data }));
}

async function hold(tx: Tx, ledger: Ledger, found: readonly { readonly chatId: string }[]): Promise<Ticket[]> {
  ledger.take(await tx.hold(found.map(({ chatId }) => chatId)));
  return found.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket): ticket is Ticket => ticket !== null);
}
