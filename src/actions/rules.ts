import { Refusal } from '../domain/errors';
import { type Around, type Policy, policyOf } from '../domain/policy';
import { liveTargets } from '../domain/targets';
import { teamsNow } from '../domain/team';
import type { Channel, House } from '../ports/store';

const policies = new WeakMap<House, Map<string, Policy>>();

/** The rules that hold for a channel's tickets, made once for each state of the configuration. */
export function policyFor(house: House, channelId: string): Policy {
  const made = policies.get(house) ?? new Map<string, Policy>();
  policies.set(house, made);
  const policy =
    made.get(channelId) ?? policyOf(house.settings, channelIn(house, channelId)?.overrides ?? {}, house.policyVersion, aroundIn(house));
  made.set(channelId, policy);
  return policy;
}

export const channelIn = (house: House, channelId: string): Channel | undefined => house.channels.find(({ id }) => id === channelId);

/** A channel that is not deleted, or `not_found`. */
export function liveChannel(house: House, channelId: string): Channel {
  const channel = channelIn(house, channelId);
  if (!channel || channel.deletedAt !== null) throw new Refusal('not_found', 'There is no such channel.');
  return channel;
}

function aroundIn({ stages, teams, targets }: House): Around {
  return {
    stages: new Set(stages.filter(({ system, deletedAt }) => !system && deletedAt === null).map(({ key }) => key)),
    teams: new Map(teamsNow(teams).map((team) => [team.id, team])),
    targets: liveTargets(targets, teams),
  };
}
