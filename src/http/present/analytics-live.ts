import { seconds } from '../../domain/figures/durations';
import type { FigureCount } from '../../domain/figures/kept';
import type { Ranks, Stood } from '../../domain/figures/stood';
import { STATUSES } from '../../domain/ticket';
import type { Channel, House, Staff, Stage } from '../../ports/store';
import type { StagesJson } from '../schemas/analytics-live';
import { iso } from './time';

/** What things were called at the moment that is looked at. */
export interface CalledThen extends Pick<House, 'channels' | 'teams'> {
  /** In their order, deleted ones left out. */
  readonly stages: readonly Stage[];
  /** `presence`: null for a past moment. */
  readonly staff: readonly (Pick<Staff, 'id' | 'name' | 'removedAt'> & { readonly presence: Staff['presence'] | null })[];
}

/** How tickets stand, group by group. */
export function stagesJson({ at, counts, stages, statuses }: Stood, called: CalledThen): StagesJson {
  const stays = (of: readonly FigureCount[], since: 'stageSince' | 'statusSince', ranks: Ranks | undefined) => ({
    tickets: sumOf(of, 'tickets'),
    // Another machine's clock may be ahead.
    seconds: Math.max(0, sumOf(of, 'tickets') * seconds(at) - sumOf(of, since)),
    medianSeconds: ranks?.median ?? null,
    p90Seconds: ranks?.p90 ?? null,
  });
  const inStage = grouped(counts, ({ stage }) => stage);
  const inStatus = grouped(counts, ({ status }) => status);
  return {
    at: iso(at),
    stages: called.stages.map(({ key, name, color }) => ({
      key,
      name,
      color: color as StagesJson['stages'][number]['color'],
      ...stays(inStage(key), 'stageSince', stages.get(key)),
    })),
    statuses: STATUSES.map((status) => ({
      status,
      ...stays(inStatus(status), 'statusSince', status === 'closed' ? undefined : statuses.get(status)),
    })),
    channels: channelsOf(counts, called.channels),
    teams: teamsOf(counts, called.teams),
    agents: agentsOf(counts, called.staff),
  };
}

const sumOf = (counts: readonly FigureCount[], field: 'tickets' | 'stageSince' | 'statusSince'): number =>
  counts.reduce((sum, count) => sum + count[field], 0);

function grouped<K>(counts: readonly FigureCount[], keyOf: (count: FigureCount) => K): (key: K) => readonly FigureCount[] {
  const groups = new Map<K, FigureCount[]>();
  for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count]);
  return (key) => groups.get(key) ?? [];
}

const shared = (counts: readonly FigureCount[]) => ({ tickets: sumOf(counts, 'tickets'), open: openIn(counts) });

const openIn = (counts: readonly FigureCount[]): number =>
  sumOf(
    counts.filter(({ status }) => status !== 'closed'),
    'tickets',
  );

function channelsOf(counts: readonly FigureCount[], channels: readonly Channel[]): StagesJson['channels'] {
  const on = grouped(counts, ({ channelId }) => channelId);
  return channels.flatMap(({ id, kind, name, deletedAt }) =>
    deletedAt === null || on(id).length > 0 ? [{ id, kind, name, ...shared(on(id)) }] : [],
  );
}

function teamsOf(counts: readonly FigureCount[], teams: CalledThen['teams']): StagesJson['teams'] {
  const known = teams.filter(({ deletedAt }) => deletedAt === null);
  const of = grouped(counts, ({ teamId }) => (known.some(({ id }) => id === teamId) ? teamId : null));
  return [...known.map(({ id, name }) => ({ id, name, ...shared(of(id)) })), { id: null, name: null, ...shared(of(null)) }];
}

function agentsOf(counts: readonly FigureCount[], staff: CalledThen['staff']): StagesJson['agents'] {
  const held = grouped(counts, ({ assigneeId }) => assigneeId);
  const those = staff.filter(
    ({ id, presence, removedAt }) => openIn(held(id)) > 0 || (removedAt === null && presence !== null && presence !== 'offline'),
  );
  return [
    ...those.map(({ id, name, presence }) => ({ id, name, presence, open: openIn(held(id)) })),
    { id: null, name: null, presence: null, open: openIn(held(null)) },
  ];
}
