import { isIn, teamOf } from '../../domain/eligible';
import { isOpenAt } from '../../domain/hours';
import { hoursOfTeam } from '../../domain/team';
import type { Channel } from '../../ports/store';
import type { Desk } from '../desk';
import { policyFor } from '../rules';

const MOST = 200;

/** Whether somebody is there to answer what comes in by this channel: within working hours, and online in its team. */
export async function isAttended(desk: Desk, { id, teamId }: Pick<Channel, 'id' | 'teamId'>): Promise<boolean> {
  const policy = policyFor(desk.house.current(), id);
  const team = teamOf({ teamId }, policy);
  if (!isOpenAt(hoursOfTeam(team, policy.settings), desk.clock.now())) return false;
  const { data } = await desk.store.reads.agents({ limit: MOST, cursor: null }, { presence: 'online' });
  return data.some((agent) => isIn(agent, team));
}
