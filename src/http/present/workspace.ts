import { policyFor } from '../../actions/rules';
import { kindOf } from '../../actions/sending/sendable';
import { isOpenAt } from '../../domain/hours';
import type { Settings } from '../../domain/settings';
import { hoursOfTeam, type Team, teamsNow } from '../../domain/team';
import type { Instant } from '../../domain/ticket';
import type { Channel } from '../../ports/store';
import type { Call } from '../route';
import type { WorkspaceJson } from '../schemas/workspace';
import { agentJson, everyAgent } from './agent';
import { capabilitiesJson } from './capabilities';
import { fieldJson } from './field';
import { stageJson } from './stage';
import { iso } from './time';

type Eyes = Pick<Call<unknown, unknown>, 'desk' | 'house' | 'person'>;

/** The workspace as every agent may know it. */
export async function workspaceJson({ desk, house, person }: Eyes): Promise<WorkspaceJson> {
  const { timers, routing, policy, locale } = house.settings;
  const channels = house.channels.filter(({ deletedAt }) => deletedAt === null);
  const stages = house.stages.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => a.position - b.position);
  const agents = await everyAgent(desk.store.reads);
  return {
    me: agentJson(person),
    role: person.role,
    serverTime: iso(desk.clock.now()),
    stages: stages.map(stageJson),
    fields: house.fields.map(fieldJson),
    channels: channels.map((channel) => channelForAll({ desk, house }, channel)),
    teams: teamsNow(house.teams).map((team) => teamForAll(team, house.settings, desk.clock.now())),
    agents: agents.map(({ id, name, role, presence, presenceReason, presenceSince, teamIds }) => ({
      id,
      name,
      role,
      presence,
      presenceReason,
      presenceSince: iso(presenceSince),
      teamIds: [...teamIds],
    })),
    awayReasons: [...house.awayReasons],
    policy: { ...policy },
    routing: { capacity: routing.capacity, queueAlarmAfter: routing.queueAlarmAfter, warnBefore: routing.warnBefore },
    timers: { ...timers },
    locale: { ...locale },
    setUp: { hasRealChannel: channels.some(({ trialSince }) => trialSince === null) },
  };
}

const teamForAll = (team: Team, settings: Settings, now: Instant): WorkspaceJson['teams'][number] => ({
  id: team.id,
  name: team.name,
  open: isOpenAt(hoursOfTeam(team, settings), now),
});

function channelForAll({ desk, house }: Pick<Eyes, 'desk' | 'house'>, channel: Channel): WorkspaceJson['channels'][number] {
  const { id, name, kind, state, trialSince } = channel;
  const { capabilities, window } = kindOf(desk, kind);
  const { timers } = policyFor(house, id).settings;
  return {
    id,
    kind,
    name,
    trial: trialSince !== null,
    state: { status: state.status, since: iso(state.since) },
    capabilities: capabilitiesJson(capabilities),
    window: { ...window },
    timers: { ...timers },
  };
}
