import type { Desk } from '../../actions/desk';
import { channelIn } from '../../actions/rules';
import type { Scope } from '../../domain/access';
import type { AnnouncedName } from '../../domain/events';
import type { House } from '../../ports/store';
import { healthLineJson } from '../present/channel-health';
import { reportJson } from '../present/report';
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
export async function tell(telling: Telling, { agents, channels, reports, tickets, messages }: Round): Promise<void> {
  if (telling.viewers.length === 0) return;
  await tellAgents(telling, [...agents.keys()]);
  for (const [id, { names }] of channels) {
    if (names.has('channel.state_changed')) tellChannel(telling, id);
    if (names.has('channel.health_changed')) await tellHealth(telling, id);
  }
  for (const [id, { names }] of reports) await tellReport(telling, id, names);
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

/** For admins alone, and tokens that may read channels. */
function tellChannel({ house, viewers, emit }: Telling, channelId: string): void {
  const channel = channelIn(house, channelId);
  if (!channel) return;
  const { id, name, kind, state } = channel;
  emit(admins(viewers, 'channel.state_changed'), 'channel.state_changed', { id, name, kind, state: { ...state, since: iso(state.since) } });
}

/** Which problems there are; their words are in the channel's health. For admins alone, and tokens that may read channels. */
async function tellHealth({ desk, house, viewers, emit }: Telling, channelId: string): Promise<void> {
  const channel = channelIn(house, channelId);
  const health = channel && (await desk.store.reads.channelHealth(channelId));
  if (!channel || !health) return;
  const { id, name, kind } = channel;
  emit(admins(viewers, 'channel.health_changed'), 'channel.health_changed', { id, name, kind, health: healthLineJson(health) });
}

/** How far a report is made, as `GET /reports/{id}` tells it. For admins alone, and tokens that may read reports. */
async function tellReport({ desk, viewers, emit }: Telling, id: string, names: ReadonlySet<AnnouncedName>): Promise<void> {
  const report = await desk.store.reads.report(id);
  if (!report) return;
  for (const name of names) emit(admins(viewers, name, 'reports:read'), name, reportJson(report));
}

const admins = (viewers: readonly Viewer[], name: AnnouncedName, scope: Scope = 'channels:read'): string[] =>
  withScope(viewers, scope)
    .filter(({ person, watch }) => person.role === 'admin' && hearsName(watch, name))
    .map(({ id }) => id);
