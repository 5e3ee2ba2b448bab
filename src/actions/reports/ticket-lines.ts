import { type TicketLine, ticketColumns } from '../../domain/figures/columns';
import type { FiguresOfOne } from '../../ports/store';
import { giveWay } from '../give-way';
import { asOf, withPeople } from './as-of';
import { type Names, namesOf, personAt } from './names';
import { spanOf } from './position';
import type { Begun, Counted, Maker, Source } from './source';

/** So many tickets at a time: a millisecond or two, and so few that they are forgotten while they are young (250 took 25 MB more). */
const SLICE = 100;

/** Tickets created in the period, by creation, as they stood at the position. */
export async function* ticketSlices(desk: Maker, report: Begun, counted: Counted): AsyncGenerator<readonly FiguresOfOne[]> {
  const { between, channelIds } = spanOf(desk.house.current(), report);
  const wanted = channelIds && new Set(channelIds);
  for (let after = null as { at: number; id: string } | null; ; ) {
    const slice = await desk.store.reads.ticketSlice(between, after, SLICE);
    const last = slice.at(-1);
    if (!last) return;
    after = { at: last.figures.createdAt, id: last.figures.ticketId };
    const ours = wanted ? slice.filter(({ figures }) => wanted.has(figures.channelId)) : slice;
    const stood = await asOf(desk, report, ours);
    counted.tickets += stood.length;
    for (const { figures } of stood) counted.chats.add(figures.chatId);
    yield stood;
    await giveWay();
  }
}

export async function ticketSource(desk: Maker, report: Begun, counted: Counted): Promise<Source<TicketLine>> {
  const names = await namesOf(desk, report);
  return { columns: ticketColumns(report.position.stages), slices: lines(desk, report, names, ticketSlices(desk, report, counted)) };
}

async function* lines(desk: Maker, report: Begun, names: Names, slices: AsyncIterable<readonly FiguresOfOne[]>) {
  for await (const stood of slices) {
    const slice = await withPeople(desk, names.who, stood);
    await names.meet(slice.map(({ figures }) => figures.agentId));
    const people = slice.map(({ person }) => personAt(person, report));
    const displays = await desk.store.reads.displaysOf(
      slice.flatMap(({ figures }, at) => (people[at]?.address === null ? [figures.chatId] : [])),
    );
    yield slice.map((one, at) => lineOf(one, report, names, people[at] as ReturnType<typeof personAt>, displays));
  }
}

function lineOf(
  { figures }: FiguresOfOne,
  { at }: Begun,
  names: Names,
  { name, address }: ReturnType<typeof personAt>,
  displays: ReadonlyMap<string, string>,
): TicketLine {
  const channel = names.channel(figures.channelId);
  return {
    ...figures,
    channelKind: channel.kind,
    account: channel.name,
    name,
    address: address ?? displays.get(figures.chatId) ?? null,
    stage: names.stage(figures.stage),
    stages: stagesUntil(figures, at),
    assignee: names.agent(figures.agentId),
    team: names.team(figures.teamId),
    ...spentIn(figures),
  };
}

const UNCOUNTED = { waiting: null, handle: null, idle: null, total: null };

/** What is not counted yet is no 0. */
const spentIn = ({ closedAt, reopens, spent }: FiguresOfOne['figures']) => (closedAt === null && reopens === 0 ? UNCOUNTED : spent.plain);

/** What is kept ends with the ticket's newest trace; it has stood in its stage since. */
export function stagesUntil({ stages, stage, at: kept }: FiguresOfOne['figures'], at: number): Readonly<Record<string, number>> {
  return at <= kept ? stages : { ...stages, [stage]: (stages[stage] ?? 0) + at - kept };
}
