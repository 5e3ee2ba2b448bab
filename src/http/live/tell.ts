import type { Desk } from '../../actions/desk';
import { channelIn } from '../../actions/rules';
import type { House } from '../../ports/store';
import { iso } from '../present/time';
import type { Round } from './gathering';
import { tellMessages } from './tell-messages';
import { tellTickets } from './tell-tickets';
import { type Emit, type Viewer, withScope } from './viewers';
import { hearsName } from './watch';

/** One round, and everybody who listens to it. */
export interface Telling {
  readonly desk: Desk;
  readonly house: House;
  readonly viewers: readonly Viewer[];
  readonly emit: Emit;
}

/** Tells everybody what they may see of what has changed, as it is now. Agents come first: what others may do hangs on their presence. */
export async function tell(telling: Telling, { agents, channels, tickets, messages }: Round): Promise<void> {
  if (telling.viewers.length === 0) return;
  await tellAgents(telling, [...agents.keys()]);
  for (const id of channels.keys()) tellChannel(telling, id);
  await tellTickets(telling, tickets);
  await tellMessages(telling, messages);
}

async function tellAgents({ desk, house, viewers, emit }: Telling, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const agent of await desk.store.reads.agentsByIds(ids)) {
    for (const viewer of viewers) if (viewer.person.id === agent.id) viewer.person = agent;
    const { id, name, presence, presenceReason, presenceSince, teamIds } = agent;
    const hearing = viewers.filter(({ watch }) => hearsName(watch, 'agent.presence_changed'));
    emit(
      hearing.map((viewer) => viewer.id),
      'agent.presence_changed',
      { id, name, presence, presenceReason, presenceSince: iso(presenceSince), teamIds },
    );
    const all = withScope(viewers, 'workspace:read').map((viewer) => viewer.id);
    if (agent.removedAt !== null) emit(all, 'workspace.changed', { version: house.version });
  }
}

/** For admins alone. */
function tellChannel({ house, viewers, emit }: Telling, channelId: string): void {
  const channel = channelIn(house, channelId);
  if (!channel) return;
  const { id, name, kind, state } = channel;
  const hearing = viewers.filter(({ person, watch }) => person.role === 'admin' && hearsName(watch, 'channel.state_changed'));
  emit(
    hearing.map((viewer) => viewer.id),
    'channel.state_changed',
    { id, name, kind, state: { ...state, since: iso(state.since) } },
  );
}
