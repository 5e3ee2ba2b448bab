import type { Role } from './agent';
import type { Settings } from './settings';
import { type Team, teamsGone } from './team';
import type { Ticket } from './ticket';

/** Who a call of the API is for. */
export type For = 'anyone' | 'agents' | 'admins';

/** What tokens can be given a part in, and the calls of it by their tags. What has no row here is for people only. */
// biome-ignore format: a table is read in columns
export const RESOURCES = {
  tickets:          { tags: ['tickets', 'ticket actions'], scopes: ['read', 'write'] },
  messages:         { tags: ['messages'],                  scopes: ['read', 'write'] },
  contacts:         { tags: ['contacts'],                  scopes: ['read', 'write'] },
  workspace:        { tags: [],                            scopes: ['read'] },
  live:             { tags: [],                            scopes: ['read'] },
  agents:           { tags: ['agents'],                    scopes: ['read', 'write'] },
  teams:            { tags: ['teams'],                     scopes: ['read', 'write'] },
  routing:          { tags: ['routing'],                   scopes: ['read', 'write'] },
  channels:         { tags: ['channels'],                  scopes: ['read', 'write'] },
  bots:             { tags: ['bots'],                      scopes: ['read', 'write'] },
  stages:           { tags: ['stages'],                    scopes: ['read', 'write'] },
  fields:           { tags: ['fields'],                    scopes: ['read', 'write'] },
  'canned-replies': { tags: ['canned replies'],            scopes: ['read', 'write'] },
  settings:         { tags: ['settings'],                  scopes: ['read', 'write'] },
  reports:          { tags: ['reports', 'report schedules'], scopes: ['read', 'write'] },
  analytics:        { tags: ['analytics'],                 scopes: ['read'] },
  audit:            { tags: ['audit'],                     scopes: ['read'] },
} as const satisfies Record<string, { readonly tags: readonly string[]; readonly scopes: readonly ('read' | 'write')[] }>;

export type Scope = { [R in keyof typeof RESOURCES]: `${R}:${(typeof RESOURCES)[R]['scopes'][number]}` }[keyof typeof RESOURCES];

/** Every scope; `*` stands for all of them. */
export const SCOPES = Object.entries(RESOURCES).flatMap(([name, { scopes }]) => scopes.map((scope) => `${name}:${scope}` as Scope));

/** What a token needs for a call: a scope, `any` for whatever token, or null: only people may. */
export type Needs = Scope | 'any' | null;

interface CallOfTheApi {
  readonly method: string;
  readonly tag: string;
  readonly for: For;
  /** In place of what follows from the tag and the method. */
  readonly needs?: Needs;
}

/** Reading takes `<resource>:read`, everything else `<resource>:write`. */
export function needsOf({ method, tag, needs }: Pick<CallOfTheApi, 'method' | 'tag' | 'needs'>): Needs {
  if (needs !== undefined) return needs;
  const wanted = method === 'get' ? 'read' : 'write';
  const found = Object.entries(RESOURCES).find(([, { tags }]) => (tags as readonly string[]).includes(tag));
  return found ? (`${found[0]}:${wanted}` as Scope) : null;
}

/** Who calls: a person by a session, or a machine by a token with its scopes. */
export interface Calling {
  readonly role: Role;
  readonly scopes?: readonly string[];
}

export type Bar = 'unauthenticated' | 'people_only' | 'scope_missing' | 'forbidden';

/** Why somebody may not make a call, whatever it is about; null when they may. Nobody = no session, no token. */
export function barred(who: Calling | null, call: CallOfTheApi): Bar | null {
  if (call.for === 'anyone') return null;
  if (!who) return 'unauthenticated';
  return outOfScope(who, needsOf(call)) ?? (call.for === 'admins' && who.role !== 'admin' ? 'forbidden' : null);
}

/** Whether a token lacks what is needed; people lack nothing. */
export function outOfScope({ scopes }: Calling, needs: Needs): 'people_only' | 'scope_missing' | null {
  if (scopes === undefined || needs === 'any') return null;
  if (needs === null) return 'people_only';
  return scopes.includes('*') || scopes.includes(needs) ? null : 'scope_missing';
}

/** Through whose eyes tickets are looked at, under `agentsSee` (LIFECYCLE §8). */
export interface SeenBy {
  readonly agentId: string;
  readonly teamIds: readonly string[];
  readonly sees: Settings['policy']['agentsSee'];
  /** Ids of deleted teams: their tickets are those of no team. */
  readonly goneTeams?: readonly string[];
}

interface Looking {
  readonly id: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
}

interface Within {
  readonly house: { readonly settings: Settings; readonly teams: readonly Pick<Team, 'id' | 'deletedAt'>[] };
}

/** What somebody may see; null sees all. */
export function seenBy({ id, role, teamIds }: Looking, { house: { settings, teams } }: Within): SeenBy | null {
  const sees = settings.policy.agentsSee;
  if (role === 'admin' || sees === 'all') return null;
  const goneTeams = teamsGone(teams);
  return { agentId: id, teamIds: teamIds.filter((team) => !goneTeams.includes(team)), sees, goneTeams };
}

type OfWhom = Pick<Ticket, 'assigneeId' | 'teamId'>;

// biome-ignore format: a table is read in columns
const SEES: Record<SeenBy['sees'], (ticket: OfWhom, by: SeenBy) => boolean> = {
  all:  () => true,
  own:  ({ assigneeId }, { agentId }) => assigneeId === agentId,
  team: ({ assigneeId, teamId }, { agentId, teamIds, goneTeams = [] }) =>
    assigneeId === agentId || (teamId === null || goneTeams.includes(teamId) ? assigneeId === null : teamIds.includes(teamId)),
};

/** The one rule of who sees a ticket; lists ask the same of the database (`inSight`). */
export const isSeenBy = (ticket: OfWhom, by: SeenBy | null): boolean => by === null || SEES[by.sees](ticket, by);
