import type { Measured } from '../../actions/figures/summary';
import type { MessageSums } from '../../domain/figures/message-sums';
import type { House, Narrowed } from '../../ports/store';
import type { Call } from '../route';
import type { SummaryJson } from '../schemas/analytics-summary';

type Tables = Pick<SummaryJson, 'agents' | 'teams' | 'channels' | 'messages' | 'bot'>;

export async function summaryTables(
  call: Pick<Call<unknown, unknown>, 'desk' | 'house'>,
  measured: Measured,
  narrowed: Narrowed,
): Promise<Tables> {
  const { messages, talks, facts } = measured;
  return {
    agents: await agentsJson(call, measured, narrowed),
    teams: teamsJson(measured, call.house),
    channels: channelsJson(measured, call.house),
    messages: messages && messagesJson(messages),
    bot: talks && {
      talks: talks.of('all').total,
      contained: talks.of('contained').total,
      handOffs:
        facts.counts
          .get('hand_offs')
          ?.named()
          .map(({ name, total }) => ({ cause: name, tickets: total })) ?? [],
    },
  };
}

async function agentsJson(
  { desk }: Pick<Call<unknown, unknown>, 'desk'>,
  { agents, messages }: Measured,
  { agent }: Narrowed,
): Promise<Tables['agents']> {
  const wrote = new Map(messages?.agents.named().map(({ name, total }) => [name, total]));
  const rows = new Map(agents.map((row) => [row.id, row]));
  const ids = [...new Set([...rows.keys(), ...wrote.keys()])].filter((id) => id !== '' && (agent === undefined || agent.includes(id)));
  const known = await desk.store.reads.agentsByIds(ids);
  return known
    .map(({ id, name, removedAt }) => {
      const row = rows.get(id);
      return {
        id,
        name,
        removed: removedAt !== null,
        closed: row?.times.closed ?? 0,
        reopened: row?.times.reopened ?? 0,
        messages: messages && (wrote.get(id) ?? 0),
        firstResponse: row?.spreads.first_response ?? NONE,
        resolution: row?.spreads.resolution ?? NONE,
        handle: row?.spreads.handle ?? NONE,
      };
    })
    .sort((a, b) => b.closed - a.closed || a.name.localeCompare(b.name, 'en'));
}

const NONE = { n: 0, sum: 0, median: null, p90: null };

const teamsJson = ({ teams }: Measured, house: House): Tables['teams'] =>
  teams
    .map(({ id, times, spreads }) => {
      const team = house.teams.find((one) => one.id === id);
      return {
        id: id === '' ? null : id,
        name: team?.name ?? null,
        deleted: (team?.deletedAt ?? null) !== null,
        new: times.new,
        closed: times.closed,
        reopened: times.reopened,
        firstResponse: spreads.first_response,
        resolution: spreads.resolution,
      };
    })
    .sort((a, b) => b.new - a.new || (a.name ?? '').localeCompare(b.name ?? '', 'en'));

function channelsJson({ channels: { times }, messages }: Measured, house: House): Tables['channels'] {
  const had = (id: string) => times.has(id) || ['in', 'out'].some((way) => (messages?.channels.of(`${way} ${id}`).total ?? 0) > 0);
  return house.channels
    .filter(({ id }) => had(id))
    .map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      new: times.get(id)?.new ?? 0,
      closed: times.get(id)?.closed ?? 0,
      messagesIn: messages?.channels.of(`in ${id}`).total ?? null,
      messagesOut: messages?.channels.of(`out ${id}`).total ?? null,
    }))
    .sort((a, b) => b.new - a.new || a.name.localeCompare(b.name, 'en'));
}

type Words = NonNullable<Tables['messages']>;

function messagesJson({ authors, types }: MessageSums): Words {
  const split = (name: string) => name.split(' ') as ['in' | 'out', string];
  return {
    authors: authors.named().map(({ name, ...times }) => {
      const [direction, author] = split(name);
      return { author: author as Words['authors'][number]['author'], direction, total: times.total, series: [...times.series] };
    }),
    types: types.named().map(({ name, total }) => {
      const [direction, type] = split(name);
      return { type, direction, total };
    }),
  };
}
