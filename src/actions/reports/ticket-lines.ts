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
  const { waiting, handle, idle, total } = spentIn(figures);
  return {
    contactId: figures.contactId,
    ticketId: figures.ticketId,
    number: figures.number,
    channelKind: channel.kind,
    account: channel.name,
    name,
    address: address ?? displays.get(figures.chatId) ?? null,
    createdAt: figures.createdAt,
    firstResponseAt: figures.firstResponseAt,
    closedAt: figures.closedAt,
    status: figures.status,
    stage: names.stage(figures.stage),
    stages: figures.stages,
    stands: figures.stage,
    standing: standingUntil(figures, at),
    assignee: names.agent(figures.agentId),
    team: names.team(figures.teamId),
    tags: figures.tags,
    priority: figures.priority,
    reopens: figures.reopens,
    response: figures.response,
    waiting,
    handle,
    idle,
    total,
    messagesIn: figures.messagesIn,
    messagesOut: figures.messagesOut,
    closeCause: figures.closeCause,
  };
}

const UNCOUNTED = { waiting: null, handle: null, idle: null, total: null };

/** What is not counted yet is no 0. */
const spentIn = ({ closedAt, reopens, spent }: FiguresOfOne['figures']) => (closedAt === null && reopens === 0 ? UNCOUNTED : spent.plain);

/** What is kept ends with the ticket's newest trace; it has stood in its stage since. */
const standingUntil = ({ at: kept }: FiguresOfOne['figures'], at: number): number => Math.max(0, at - kept);

export function stagesUntil(figures: FiguresOfOne['figures'], at: number): Readonly<Record<string, number>> {
  const { stages, stage } = figures;
  const standing = standingUntil(figures, at);
  return standing === 0 ? stages : { ...stages, [stage]: (stages[stage] ?? 0) + standing };
}
