import { type Hours, workingTimeBetween } from '../hours';
import type { Instant } from '../ticket';
import { NOTHING, seconds } from './durations';
import { factsIn } from './facts';
import type { FigureFact, Gathered, Spans, TicketFigures } from './kept';
import { longerBy, owed } from './lull';
import { type Counted, type Facts, type Said, standOf } from './trace';

/** The hours in which the tickets of a channel and team were worked on at a moment; null = always. */
export type HoursFor = (of: { readonly channelId: string; readonly teamId: string | null }, at: Instant) => Hours | null;

/**
 * What is kept of a ticket after its next trace, and what of it counts. To be given a ticket's traces by `seq`; null before the first one.
 * Time passes for the ticket as it stood: between two traces nothing of it changed. A trace with seq 0 only tells of words.
 */
export function advance(
  figures: TicketFigures | null,
  trace: Counted,
  hoursFor: HoursFor,
): { readonly figures: TicketFigures; readonly facts: readonly FigureFact[] } {
  const { seq, batch } = trace;
  if (figures && seq === 0) return { figures: { ...figures, ...words(figures, trace), batch }, facts: [] };
  const before = figures ? passed(figures, trace.at, hoursFor) : begun(trace);
  // One copy: a row has forty fields, and a busy desk thousands of traces a second.
  const changed = { ...before, ...happened(before, trace, hoursFor), ...words(before, trace), seq, batch };
  return factsIn(changed, figures, trace);
}

/** The first of a ticket's traces says all of it. */
function begun(trace: Counted): TicketFigures {
  const { at, chatId, channelId, ticketId, now, was, did } = trace;
  const first = did.moved?.[0];
  const stand = now ?? was ?? { status: 'pending', stage: 'open', assigneeId: null, teamId: null, statusSince: at, stageSince: at };
  const facts: Facts = { ...UNKNOWN, createdAt: at, ...did.facts };
  const { number, contactId, createdAt, closeCause, priority, tags } = facts;
  return {
    ticketId: ticketId as string,
    number,
    chatId,
    contactId,
    channelId,
    createdAt,
    closeCause,
    priority,
    tags,
    ...standOf(stand),
    openCause: first?.cause ?? '',
    openRule: first?.rule ?? null,
    proactive: first?.to === 'proactive',
    openedAt: createdAt,
    closedAt: null,
    reopens: 0,
    agentId: stand.assigneeId,
    firstResponseAt: null,
    response: null,
    responseWorked: null,
    respondedBy: null,
    waitingFrom: null,
    waitedUntil: createdAt,
    gathered: NOTHING,
    spent: NOTHING,
    stages: {},
    statuses: {},
    messagesIn: 0,
    messagesOut: 0,
    seq: trace.seq,
    at: Math.max(at, createdAt),
    batch: trace.batch,
  };
}

const UNKNOWN: Omit<Facts, 'createdAt'> = {
  number: 0,
  contactId: '',
  waitingFrom: null,
  firstResponseAt: null,
  closeCause: null,
  priority: 'medium',
  tags: [],
};

/** The time since the newest trace is the stage's, the status's, and while it is open the spell's. */
function passed(figures: TicketFigures, until: Instant, hoursFor: HoursFor): TicketFigures {
  const { at: from, status, stage } = figures;
  if (until <= from) return figures;
  return {
    ...figures,
    at: until,
    stages: longer(figures.stages, stage, until - from),
    statuses: longer(figures.statuses, status, until - from),
    ...(status === 'closed'
      ? {}
      : {
          gathered: longerBy(figures, spansUntil(figures, until, hoursFor)),
          ...(figures.waitingFrom === null ? {} : { waitedUntil: until }),
        }),
  };
}

function spansUntil(figures: TicketFigures, until: Instant, hoursFor: HoursFor): Gathered {
  const hours = hoursFor(figures, figures.at);
  const plain = spansOf(figures, (since) => Math.max(0, until - since));
  if (hours === null) return { plain, worked: plain };
  return { plain, worked: spansOf(figures, (since) => (since >= until ? 0 : workingTimeBetween(hours, since, until))) };
}

/** What of the time since then counts as what. Waiting is counted once, though an answer that failed makes it begin earlier again. */
function spansOf({ at, status, waitingFrom, waitedUntil }: TicketFigures, lasting: (since: Instant) => number): Spans {
  const total = lasting(at);
  return {
    total,
    handle: status === 'active' ? total : 0,
    waiting: waitingFrom === null ? 0 : lasting(Math.max(waitingFrom, waitedUntil ?? waitingFrom)),
    idle: status === 'idle' ? total : 0,
  };
}

/** The changed facts; the first answer with how long it took. */
function happened(figures: TicketFigures, trace: Counted, hoursFor: HoursFor): Partial<TicketFigures> {
  const { now, did, at } = trace;
  const { waitingFrom = figures.waitingFrom, ...facts } = did.facts ?? {};
  const agentId = now?.assigneeId ?? figures.agentId;
  const next = { ...facts, gathered: owed(figures, trace, waitingFrom), waitingFrom, ...now, agentId };
  const { firstResponseAt = figures.firstResponseAt, createdAt = figures.createdAt } = facts;
  if (figures.firstResponseAt !== null || firstResponseAt === null || figures.proactive) return next;
  const [from, to] = [createdAt, Math.max(createdAt, firstResponseAt)];
  return {
    ...next,
    response: seconds(to - from),
    responseWorked: seconds(workingTimeBetween(hoursFor({ ...figures, ...now }, at), from, to)),
    respondedBy: did.said?.find(({ direction, author }) => direction === 'out' && author === 'agent')?.authorId ?? null,
  };
}

const words = (figures: TicketFigures, { did: { said = [], joined } }: Counted): Pick<TicketFigures, 'messagesIn' | 'messagesOut'> => ({
  messagesIn: figures.messagesIn + timesOf(said, 'in') + (joined?.in ?? 0),
  messagesOut: figures.messagesOut + timesOf(said, 'out') + (joined?.out ?? 0),
});

const timesOf = (said: readonly Said[], way: Said['direction']): number =>
  said.reduce((times, one) => times + (one.direction === way ? one.times : 0), 0);

const longer = (times: Readonly<Record<string, number>>, key: string, by: number): Readonly<Record<string, number>> => ({
  ...times,
  [key]: (times[key] ?? 0) + by,
});
