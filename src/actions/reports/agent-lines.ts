import { AGENT_COLUMNS, type AgentLine } from '../../domain/figures/columns';
import { type Values, values } from '../../domain/figures/gathered-values';
import type { FactKind } from '../../domain/figures/kept';
import type { ReportedFact } from '../../ports/store';
import { giveWay } from '../give-way';
import { type Names, namesOf } from './names';
import { spanOf } from './position';
import type { Begun, Counted, Maker, Source } from './source';

/** So much of the period at a time. */
const SLICE = 6 * 60 * 60_000;

interface Work {
  closed: number;
  waiting: number;
  idle: number;
  readonly response: Values;
  readonly total: Values;
  readonly handle: Values;
}

/** Agents with what they closed and answered first in the period, by name. */
export async function agentSource(desk: Maker, report: Begun, counted: Counted): Promise<Source<AgentLine>> {
  return { columns: AGENT_COLUMNS, slices: lines(desk, report, await namesOf(desk, report), counted) };
}

async function* lines(desk: Maker, report: Begun, names: Names, counted: Counted): AsyncGenerator<readonly AgentLine[]> {
  const agents = new Map<string, Work>();
  const workOf = (id: string): Work => {
    const known = agents.get(id) ?? { closed: 0, waiting: 0, idle: 0, response: values(), total: values(), handle: values() };
    agents.set(id, known);
    return known;
  };
  for await (const { agentId, total } of facts(desk, report, 'answered')) if (agentId) workOf(agentId).response.add(total ?? 0);
  for await (const fact of facts(desk, report, 'closed')) {
    if (!fact.agentId) continue;
    counted.tickets++;
    closed(workOf(fact.agentId), fact);
  }
  await names.meet(agents.keys());
  const told = [...agents].map(([agentId, work]) => lineOf(agentId, names.agent(agentId) ?? '', work));
  yield told.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.agentId < b.agentId ? -1 : 1));
}

function closed(work: Work, { total, handle, waiting, idle }: ReportedFact): void {
  work.closed++;
  work.total.add(total ?? 0);
  work.handle.add(handle ?? 0);
  work.waiting += waiting ?? 0;
  work.idle += idle ?? 0;
}

const lineOf = (agentId: string, name: string, { response, total, handle, ...work }: Work): AgentLine => ({
  agentId,
  name,
  ...work,
  response: response.durations(),
  total: total.durations(),
  handle: handle.durations(),
});

/** The facts of a kind in the period, up to the position. */
async function* facts(desk: Maker, report: Begun, kind: FactKind): AsyncGenerator<ReportedFact> {
  const { between, channelIds } = spanOf(desk.house.current(), report);
  const first = await desk.store.reads.firstTicketAt();
  const to = Math.min(between.to, report.at + 1);
  for (let from = Math.max(between.from, first ?? to); from < to; from += SLICE) {
    const slice = await desk.store.reads.factsBetween(kind, report.batch, { from, to: Math.min(from + SLICE, to) });
    for (const fact of slice) if (!channelIds || channelIds.includes(fact.channelId)) yield fact;
    await giveWay();
  }
}
