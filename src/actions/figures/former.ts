import type { Agent } from '../../domain/agent';
import type { FormerValue } from '../../domain/figures/kept';
import { DEFAULT_SETTINGS, withSettings } from '../../domain/settings';
import type { Instant } from '../../domain/ticket';
import type { CalledThen, Channel, House, Stage } from '../../ports/store';
import type { Desk } from '../desk';

type Memory = Pick<Desk, 'store' | 'house'>;
type Thing = Pick<FormerValue, 'of' | 'id' | 'value'>;

/**
 * The settings, stages, teams and channels as they were at a moment: names, hours, overrides, whose and by which bot; the rest of the
 * configuration is as it is now. What came later is left out; what was deleted since stands without `deletedAt`.
 */
export async function houseAt(desk: Memory, at: Instant): Promise<House> {
  const house = await desk.house.refresh();
  const former = new Map((await desk.store.reads.formerHouse(at)).map((one) => [`${one.of} ${one.id}`, one]));
  const settings = former.get('settings desk')?.value as House['settings'] | undefined;
  return {
    ...house,
    settings: settings ? withSettings(DEFAULT_SETTINGS, settings) : house.settings,
    stages: stagesThen(house.stages, former),
    teams: house.teams.filter(({ createdAt }) => createdAt <= at).map((team) => ({ ...team, ...valueIn(former, 'team', team.id) })),
    channels: house.channels
      .filter(({ createdAt }) => createdAt <= at)
      .map((channel): Channel => ({ ...channel, ...valueIn(former, 'channel', channel.id) })),
  };
}

function stagesThen(stages: readonly Stage[], former: ReadonlyMap<string, Thing>): Stage[] {
  return stages
    .filter(({ key }) => former.get(`stage ${key}`)?.value !== null)
    .map((stage) => ({ ...stage, ...valueIn(former, 'stage', stage.key) }))
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
}

const valueIn = (former: ReadonlyMap<string, Thing>, of: Thing['of'], id: string): object => former.get(`${of} ${id}`)?.value ?? {};

/** These agents as they were at a moment: name, role, capacity, teams and whether they were removed; unknown ids are left out. */
export async function agentsAt({ store: { reads } }: Memory, at: Instant, ids: readonly string[]): Promise<Agent[]> {
  const former = await reads.formerAgents(ids, at);
  return (await reads.agentsByIds(ids)).map((agent) => ({ ...agent, ...(former.get(agent.id) as Partial<Agent> | undefined) }));
}

/** What people were called at a moment. */
export interface NamesThen {
  contact(id: string): CalledThen | null;
  agent(id: string | null): Pick<Agent, 'id' | 'name'> | null;
}

/** The names of contacts and agents at a moment; those of stages, teams and channels are in `houseAt`. */
export async function namesAt(
  desk: Memory,
  at: Instant,
  { contactIds = [], agentIds = [] }: { readonly contactIds?: readonly string[]; readonly agentIds?: readonly (string | null)[] },
): Promise<NamesThen> {
  const asked = [...new Set(agentIds.filter((id): id is string => id !== null))];
  const agents = new Map((await agentsAt(desk, at, asked)).map((agent) => [agent.id, agent]));
  const contacts = new Map((await desk.store.reads.contactsAt([...new Set(contactIds)], at)).map((contact) => [contact.id, contact]));
  return { contact: (id) => contacts.get(id) ?? null, agent: (id) => agents.get(id ?? '') ?? null };
}
