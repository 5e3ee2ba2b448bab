import { MESSAGE_COLUMNS, type MessageLine } from '../../domain/figures/columns';
import { idFrom, idUntil } from '../../domain/figures/trace-ids';
import type { FiguresOfOne, MessageHead } from '../../ports/store';
import { giveWay } from '../give-way';
import { asOf } from './as-of';
import { type Names, namesOf, nameTime } from './names';
import { spanOf } from './position';
import type { Begun, Counted, Maker, Source } from './source';

const SLICE = 100;

/** What is heard this long before is stored by then, whichever instance stores it: later the same report has the same messages. */
const SETTLED = 15_000;

/** Messages that were stored in the period up to the position, by id, which is about the order in which they were. */
export async function messageSource(desk: Maker, report: Begun, counted: Counted): Promise<Source<MessageLine>> {
  return { columns: MESSAGE_COLUMNS, slices: lines(desk, report, await namesOf(desk, report), counted) };
}

async function* lines(desk: Maker, report: Begun, names: Names, counted: Counted): AsyncGenerator<readonly MessageLine[]> {
  for await (const slice of messages(desk, report)) {
    await names.meet(slice.map(({ authorId }) => authorId));
    const ids = new Set(slice.flatMap(({ ticketId }) => ticketId ?? []));
    const tickets = await asOf(desk, report, await desk.store.reads.ticketsOfMessages([...ids]));
    const then = new Map(tickets.map(({ figures }) => [figures.ticketId, figures]));
    for (const { chatId } of slice) counted.chats.add(chatId);
    const types = await desk.store.reads.formerTypes(
      slice.map(({ id }) => id),
      nameTime(report),
    );
    yield slice.map((message) => lineOf({ ...message, type: types.get(message.id) ?? message.type }, names, then));
  }
}

async function* messages(desk: Maker, report: Begun): AsyncGenerator<readonly MessageHead[]> {
  const { between, channelIds } = spanOf(desk.house.current(), report);
  const to = Math.min(between.to, report.at - SETTLED);
  const ids = { from: idFrom(between.from), to: idUntil(to) };
  for (let after: string | null = null; ; ) {
    const slice: readonly MessageHead[] = await desk.store.reads.messageSlice(ids, after, SLICE);
    after = slice.at(-1)?.id ?? null;
    if (after === null) return;
    yield slice.filter(
      ({ heardAt, direction, importedAt, channelId }) =>
        heardAt >= between.from &&
        heardAt < to &&
        direction !== 'note' &&
        importedAt === null &&
        (!channelIds || channelIds.includes(channelId)),
    );
    await giveWay();
  }
}

function lineOf(message: MessageHead, names: Names, then: ReadonlyMap<string, FiguresOfOne['figures']>): MessageLine {
  const { id, heardAt, channelId, chatId, authorKind, authorId, direction, type, contactId } = message;
  const ticket = then.get(message.ticketId ?? '') ?? null;
  const channel = names.channel(channelId);
  return {
    messageId: id,
    at: heardAt,
    channelKind: channel.kind,
    account: channel.name,
    direction,
    authorKind,
    author: names.agent(authorId) || null,
    type,
    number: ticket && !cameAfter(ticket, heardAt) ? ticket.number : null,
    contactId: ticket ? names.who.contact(ticket.contactId) : names.who.chat(chatId, contactId),
  };
}

/** What was said after the ticket had closed was taken along when it opened again, which the position does not know of. */
const cameAfter = ({ closedAt }: FiguresOfOne['figures'], heardAt: number): boolean => closedAt !== null && heardAt > closedAt;
