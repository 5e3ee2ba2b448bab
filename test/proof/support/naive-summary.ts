import type { z } from 'zod';
import type { SummaryShape } from '../../../src/http/schemas/analytics-summary';
import { type Happened, localParts, type whatHappened } from './naive-figures';

export interface Asked {
  readonly zone: string;
  readonly group: 'hour' | 'day' | 'week' | 'month';
  readonly worked: boolean;
  /** Days, both counted. */
  readonly from: string;
  readonly to: string;
  /** The moment at which it is cut, if it is. */
  readonly until?: number;
  readonly narrowed: {
    readonly channel?: readonly string[];
    readonly team?: readonly (string | null)[];
    readonly agent?: readonly (string | null)[];
  };
}

type Told = z.output<typeof SummaryShape>;
type Records = ReturnType<typeof whatHappened>;

const MINUTES = [1, 2, 5, 10, 20, 60].map((minutes) => minutes * 60);
const HOURS = [1, 4, 8, 24, 72, 168].map((hours) => hours * 3600);

// biome-ignore format: a table is read in columns
const COUNTS = [
  { id: 'new_tickets',      what: 'new',      agents: false, causes: null },
  { id: 'closed_tickets',   what: 'closed',   agents: true,  causes: null },
  { id: 'reopened_tickets', what: 'reopened', agents: true,  causes: null },
  { id: 'hand_offs',        what: 'new',      agents: false, causes: ['handed_off', 'bot_failed'] },
] as const;
// biome-ignore format: a table is read in columns
const DURATIONS = [
  { id: 'first_response', what: 'answered', field: 'total',   bounds: MINUTES },
  { id: 'resolution',     what: 'closed',   field: 'total',   bounds: HOURS },
  { id: 'waiting',        what: 'closed',   field: 'waiting', bounds: MINUTES },
  { id: 'idle',           what: 'closed',   field: 'idle',    bounds: HOURS },
  { id: 'handle',         what: 'closed',   field: 'handle',  bounds: HOURS },
] as const;

const labels = new Map<string, string>();

/** What a clock of the zone shows tells in which group a moment lies. */
function labelOf({ group, zone }: Pick<Asked, 'group' | 'zone'>, at: number): string {
  const key = `${group} ${zone} ${at}`;
  const label = labels.get(key) ?? labelAt(group, zone, at);
  labels.set(key, label);
  return label;
}

function labelAt(group: Asked['group'], zone: string, at: number): string {
  const { year, month, day, hour, timeZoneName } = localParts(zone, at);
  if (group === 'hour') return `${year}-${month}-${day} ${hour} ${timeZoneName}`;
  if (group === 'day') return `${year}-${month}-${day}`;
  if (group === 'month') return `${year}-${month}`;
  const date = new Date(`${year}-${month}-${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

const countBy = <T>(list: readonly T[], key: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
};

function spread(values: readonly number[]) {
  const ordered = [...values].sort((a, b) => a - b);
  const smallest = (part: number) =>
    ordered.find((value) => ordered.filter((other) => other <= value).length * 10 >= part * ordered.length) ?? null;
  return { n: values.length, sum: values.reduce((sum, value) => sum + value, 0), median: smallest(5), p90: smallest(9) };
}

const QUARTER = 15 * 60_000;
const dayLater = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** What a period that runs is compared with: the days before it, up to the minute of the same day at which clocks first show as much as now. */
export function naiveBefore(asked: Asked, begun: number, now: number): Pick<Asked, 'from' | 'to' | 'until'> {
  const shows = (at: number) => {
    const { year, month, day, hour, minute } = localParts(asked.zone, at);
    return `${year}-${month}-${day} ${hour}:${minute}`;
  };
  const from = shows(begun).slice(0, 10);
  const days = Math.round((Date.parse(asked.from) - Date.parse(from)) / 86_400_000);
  const [today = '', clock] = shows(now).split(' ');
  const wanted = `${dayLater(today, -days)} ${clock}`;
  let at = Date.parse(`${wanted.slice(0, 10)}T00:00Z`) - 15 * 3_600_000;
  while (shows(at) < wanted) at += 60_000;
  return { from, to: dayLater(asked.from, -1), until: shows(at) === wanted ? at + (now % 60_000) : at };
}

/** The same answer, counted by hand. Of what was told only the order of the groups is looked at. */
export function naiveSummary(records: Records, asked: Asked, told: Told) {
  const groups = told.buckets.map(({ from }) => labelOf(asked, Date.parse(from)));
  if (new Set(groups).size !== groups.length) throw new Error(`a group comes twice: ${groups.join(', ')}`);
  const { narrowed } = asked;
  const isIn = ({ at }: { readonly at: number }) => {
    const date = labelOf({ ...asked, group: 'day' }, at);
    return asked.from <= date && date <= asked.to && at < (asked.until ?? Number.POSITIVE_INFINITY);
  };
  /** Messages are counted by quarters of an hour. */
  const isSaidIn = ({ at }: { readonly at: number }) => isIn({ at: at - (at % QUARTER) });
  const facts = records.happened
    .filter(isIn)
    .filter(({ channel }) => narrowed.channel?.includes(channel) ?? true)
    .filter(({ team }) => narrowed.team?.includes(team) ?? true)
    .filter(({ agent }) => narrowed.agent?.includes(agent) ?? true);
  const series = (list: readonly { readonly at: number }[]) => {
    const times = new Map(countBy(list, ({ at }) => labelOf(asked, at)).map(([label, some]) => [label, some.length]));
    return groups.map((label) => times.get(label) ?? 0);
  };
  const count = (list: readonly { readonly at: number }[]) => ({ total: list.length, series: series(list) });
  const value = (fact: Happened, field: string) => fact.lasted?.[asked.worked ? 'business' : 'all'][field] as number;
  const took = (list: readonly Happened[], what: string, field: string) =>
    spread(list.filter((one) => one.what === what).map((one) => value(one, field)));
  const times = (list: readonly Happened[], what: string) => list.filter((one) => one.what === what).length;

  const said = narrowed.team
    ? null
    : records.said
        .filter(isSaidIn)
        .filter(({ channel, by }) => (narrowed.channel?.includes(channel) ?? true) && (narrowed.agent?.includes(by) ?? true));
  const talks =
    narrowed.team || narrowed.agent
      ? null
      : records.talks.filter(isIn).filter(({ channel }) => narrowed.channel?.includes(channel) ?? true);
  const wrote = said?.filter(({ author, direction }) => author === 'agent' && direction === 'out');
  const way = (direction: string) => said?.filter((one) => one.direction === direction) ?? [];

  const counted = COUNTS.filter(({ agents }) => agents || !narrowed.agent).map(({ id, what, causes }) => {
    const list = facts.filter((fact) => fact.what === what && (causes === null || causes.some((cause) => cause === fact.cause)));
    return [
      id,
      { ...count(list), causes: countBy(list, ({ cause }) => cause).map(([cause, some]) => ({ cause, ...count(some) })) },
    ] as const;
  });
  return {
    metrics: {
      ...Object.fromEntries(counted),
      ...(said && { messages: count(said), messages_in: count(way('in')), messages_out: count(way('out')) }),
      ...(talks && { bot_talks: count(talks), bot_contained: count(talks.filter(({ contained }) => contained)) }),
    },
    durations: Object.fromEntries(
      DURATIONS.map(({ id, what, field, bounds }) => {
        const list = facts.filter((fact) => fact.what === what);
        const values = list.map((fact) => value(fact, field));
        const histogram = [...bounds, null].map((to, at) => ({
          to,
          n: values.filter((one) => one > (at === 0 ? -1 : (bounds[at - 1] as number)) && one <= (to ?? Number.POSITIVE_INFINITY)).length,
        }));
        const byLabel = new Map(countBy(list, ({ at }) => labelOf(asked, at)));
        const each = groups.map((label) => spread((byLabel.get(label) ?? []).map((fact) => value(fact, field))));
        return [id, { ...spread(values), histogram, series: each, target: null }];
      }),
    ),
    heatmap: narrowed.agent ? null : heat(facts, asked.zone),
    agents: told.agents.map(({ id, name, removed }) => {
      const its = facts.filter(({ agent }) => agent === id);
      return {
        id,
        name,
        removed,
        closed: times(its, 'closed'),
        reopened: times(its, 'reopened'),
        messages: wrote?.filter(({ by }) => by === id).length ?? null,
        firstResponse: took(its, 'answered', 'total'),
        resolution: took(its, 'closed', 'total'),
        handle: took(its, 'closed', 'handle'),
      };
    }),
    everybody: [...new Set([...facts.map(({ agent }) => agent), ...(wrote ?? []).map(({ by }) => by)])].filter((id) => id !== null).sort(),
    teams: told.teams.map(({ id, name, deleted }) => {
      const its = facts.filter(({ team }) => team === id);
      return {
        id,
        name,
        deleted,
        new: times(its, 'new'),
        closed: times(its, 'closed'),
        reopened: times(its, 'reopened'),
        firstResponse: took(its, 'answered', 'total'),
        resolution: took(its, 'closed', 'total'),
      };
    }),
    channels: told.channels.map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      new: times(facts, 'new'),
      closed: times(facts, 'closed'),
      messagesIn: said ? way('in').length : null,
      messagesOut: said ? way('out').length : null,
    })),
    messages: said && {
      authors: countBy(said, ({ direction, author }) => `${direction} ${author}`).map(([, some]) => ({
        author: some[0]?.author,
        direction: some[0]?.direction,
        ...count(some),
      })),
      types: countBy(said, ({ direction, type }) => `${direction} ${type}`).map(([, some]) => ({
        type: some[0]?.type,
        direction: some[0]?.direction,
        total: some.length,
      })),
    },
    bot: talks && {
      talks: talks.length,
      contained: talks.filter(({ contained }) => contained).length,
      handOffs: countBy(
        facts.filter(({ what, cause }) => what === 'new' && ['handed_off', 'bot_failed'].includes(cause)),
        ({ cause }) => cause,
      ).map(([cause, some]) => ({ cause, tickets: some.length })),
    },
  };
}

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function heat(facts: readonly Happened[], zone: string) {
  const shown = facts.filter(({ what }) => what === 'new').map(({ at }) => localParts(zone, at));
  const tickets = WEEK.map((day) =>
    Array.from({ length: 24 }, (_, hour) => shown.filter((one) => one.weekday === day && Number(one.hour) === hour).length),
  );
  const top = Math.max(...tickets.flat());
  const weekday = tickets.findIndex((hours) => hours.includes(top));
  return { tickets, most: top === 0 ? null : { weekday, hour: tickets[weekday]?.indexOf(top), tickets: top } };
}
