import { calledAt } from '../../domain/contact';
import { type WhoThen, whoAt } from '../../domain/figures/merged';
import type { Instant } from '../../domain/ticket';
import type { Person } from '../../ports/store';
import { houseAt, namesAt } from '../figures/former';
import type { Begun, Maker } from './source';

/** What everything was called just before a report's position: what is renamed in that very millisecond may come after it. */
export const nameTime = ({ at }: Pick<Begun, 'at'>): Instant => at - 1;

/** What everything was called at a report's position. */
export interface Names {
  channel(id: string): { readonly kind: string; readonly name: string };
  team(id: string | null): string | null;
  readonly who: WhoThen;
  /** Whether there is such a stage; tickets of a deleted one count as open. */
  isStage(key: string): boolean;
  stage(key: string): string;
  agent(id: string | null): string | null;
  /** Asks for agents that are not known yet. */
  meet(agentIds: Iterable<string | null>): Promise<void>;
}

const UNKNOWN = { kind: '', name: '' };

export async function namesOf(desk: Maker, report: Pick<Begun, 'at'>): Promise<Names> {
  const at = nameTime(report);
  const house = await houseAt(desk, at);
  const channels = new Map(house.channels.map(({ id, kind, name }) => [id, { kind, name }]));
  const teams = new Map(house.teams.map(({ id, name, deletedAt }) => [id, deletedAt === null ? name : null]));
  const stages = new Map(house.stages.map(({ key, name, deletedAt }) => [key, deletedAt === null || deletedAt > at ? name : null]));
  const agents = new Map<string, string>();
  const who = whoAt(await desk.store.reads.merges(), at);
  const open = stages.get('open') ?? '';
  return {
    channel: (id) => channels.get(id) ?? UNKNOWN,
    who,
    team: (id) => teams.get(id ?? '') ?? null,
    isStage: (key) => (stages.get(key) ?? null) !== null,
    stage: (key) => stages.get(key) ?? open,
    agent: (id) => agents.get(id ?? '') ?? null,
    async meet(ids) {
      const unknown = [...new Set(ids)].filter((id): id is string => id !== null && !agents.has(id));
      if (unknown.length === 0) return;
      const names = await namesAt(desk, at, { agentIds: unknown });
      for (const id of unknown) agents.set(id, names.agent(id)?.name ?? '');
    },
  };
}

/** A person as they were called at a moment, with what reaches them: the phone, else @username. */
export function personAt(person: Person | null, report: Pick<Begun, 'at'>): { name: string | null; address: string | null } {
  if (!person) return { name: null, address: null };
  const { name, phone, username } = person.formerly === null ? person : calledAt(person, nameTime(report));
  return { name, address: phone || (username ? `@${username}` : null) };
}
