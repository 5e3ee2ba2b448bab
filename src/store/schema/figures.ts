import type {
  BotTalk,
  FigureCount,
  FigureFact,
  Folded,
  FormerValue,
  MessageCount,
  Snapshot,
  SnapshotPart,
  TicketFigures,
} from '../../domain/figures/kept';
import type { PackedDay } from '../../domain/figures/packing';
import type { Report, ReportSchedule } from '../../domain/figures/report';
import type { Trace } from '../../domain/figures/trace';
import type { Difference, Replay } from '../../domain/replay/result';
import { bytes, flag, id, instant, integer, json, key, maybe, plain, type Table, text, word } from '../columns';

const SPANS = ['total', 'handle', 'waiting', 'idle', 'totalWorked', 'handleWorked', 'waitingWorked', 'idleWorked'];

export const TRACES: Table<Trace> = {
  ...plain,
  name: 'traces',
  primary: ['id'],
  columns: {
    id,
    batch: maybe(integer),
    at: instant,
    channelId: id,
    chatId: id,
    ticketId: maybe(id),
    seq: integer,
    was: maybe(json),
    now: maybe(json),
    did: json,
  },
  indexes: [
    { name: 'traces_batch', on: ['batch', 'id'] },
    { name: 'traces_ticket', on: ['ticketId', 'seq'] },
  ],
};

export const FOLDED: Table<Folded> = {
  ...plain,
  name: 'folded',
  primary: ['id'],
  columns: {
    id: word,
    batch: integer,
    at: instant,
    traces: integer,
    sinceSnapshot: integer,
    historyAfter: maybe(id),
    checkedAt: maybe(instant),
    drifted: integer,
    driftedAt: maybe(instant),
  },
};

export const TICKET_FIGURES: Table<TicketFigures> = {
  ...plain,
  name: 'ticket_figures',
  primary: ['ticketId'],
  columns: {
    ticketId: id,
    number: integer,
    chatId: id,
    contactId: id,
    channelId: id,
    createdAt: instant,
    openCause: text,
    openRule: maybe(text),
    proactive: flag,
    openedAt: instant,
    closedAt: maybe(instant),
    closeCause: maybe(text),
    reopens: integer,
    status: word,
    stage: key(64),
    assigneeId: maybe(id),
    teamId: maybe(id),
    statusSince: instant,
    stageSince: instant,
    agentId: maybe(id),
    priority: word,
    tags: json,
    firstResponseAt: maybe(instant),
    response: maybe(integer),
    responseWorked: maybe(integer),
    respondedBy: maybe(id),
    waitingFrom: maybe(instant),
    waitedUntil: maybe(instant),
    gathered: json,
    spent: json,
    stages: json,
    statuses: json,
    messagesIn: integer,
    messagesOut: integer,
    seq: integer,
    at: instant,
    batch: integer,
  },
  indexes: [
    { name: 'ticket_figures_created', on: ['createdAt', 'ticketId'] },
    { name: 'ticket_figures_stage', on: ['stage', 'stageSince'] },
    { name: 'ticket_figures_status', on: ['status', 'statusSince'] },
  ],
};

export const FIGURE_FACTS: Table<FigureFact> = {
  ...plain,
  name: 'figure_facts',
  primary: ['traceId', 'kind'],
  columns: {
    traceId: id,
    kind: word,
    at: instant,
    batch: integer,
    ticketId: id,
    channelId: id,
    teamId: maybe(id),
    agentId: maybe(id),
    cause: word,
    total: maybe(integer),
    handle: maybe(integer),
    waiting: maybe(integer),
    idle: maybe(integer),
    totalWorked: maybe(integer),
    handleWorked: maybe(integer),
    waitingWorked: maybe(integer),
    idleWorked: maybe(integer),
  },
  indexes: [
    // Whole facts but for their tickets: a summary of 90 days reads a quarter of a million of each kind, from here alone in a third of the time.
    { name: 'figure_facts_at', on: ['kind', 'at', 'batch', 'channelId', 'teamId', 'agentId', 'cause', ...SPANS] },
    { name: 'figure_facts_ticket', on: ['ticketId'] },
  ],
};

export const FIGURE_COUNTS: Table<FigureCount> = {
  ...plain,
  name: 'figure_counts',
  primary: ['id'],
  columns: {
    id: key(191),
    channelId: id,
    teamId: maybe(id),
    assigneeId: maybe(id),
    status: word,
    stage: key(64),
    tickets: integer,
    statusSince: instant,
    stageSince: instant,
  },
};

export const MESSAGE_COUNTS: Table<MessageCount> = {
  ...plain,
  name: 'message_counts',
  primary: ['quarter', 'channelId', 'direction', 'author', 'authorId', 'type'],
  columns: { quarter: instant, channelId: id, direction: word, author: word, authorId: id, type: word, times: integer },
};

export const BOT_TALKS: Table<BotTalk> = {
  ...plain,
  name: 'bot_talks',
  primary: ['id'],
  columns: {
    id,
    chatId: id,
    channelId: id,
    startedAt: instant,
    lastAt: instant,
    answers: integer,
    ticketId: maybe(id),
    endedAt: maybe(instant),
    cause: maybe(text),
  },
  indexes: [
    { name: 'bot_talks_chat', on: ['chatId', 'lastAt'] },
    { name: 'bot_talks_started', on: ['startedAt'] },
  ],
};

export const SNAPSHOTS: Table<Snapshot> = {
  ...plain,
  name: 'snapshots',
  primary: ['at'],
  columns: { at: instant, batch: integer, counts: json },
};

export const SNAPSHOT_PARTS: Table<SnapshotPart> = {
  ...plain,
  name: 'snapshot_parts',
  primary: ['at', 'part'],
  columns: { at: instant, part: integer, tickets: json },
};

export const PACKED_DAYS: Table<PackedDay> = {
  ...plain,
  name: 'packed_days',
  primary: ['of', 'day', 'batch', 'part'],
  columns: { of: word, day: integer, batch: integer, part: integer, bytes },
};

export const FORMER_VALUES: Table<FormerValue> = {
  ...plain,
  name: 'former_values',
  primary: ['of', 'id', 'until'],
  columns: { of: word, id: key(64), until: instant, value: maybe(json), by: maybe(text) },
};

export const REPORTS: Table<Report> = {
  ...plain,
  name: 'reports',
  primary: ['id'],
  columns: {
    id,
    request: json,
    by: json,
    scheduleId: maybe(id),
    state: word,
    batch: maybe(integer),
    at: maybe(instant),
    position: maybe(json),
    rows: integer,
    expected: maybe(integer),
    manifest: maybe(json),
    problem: maybe(text),
    createdAt: instant,
    startedAt: maybe(instant),
    finishedAt: maybe(instant),
    expiresAt: maybe(instant),
    version: integer,
  },
  indexes: [{ name: 'reports_expiry', on: ['state', 'expiresAt'] }],
};

export const REPORT_SCHEDULES: Table<ReportSchedule> = {
  ...plain,
  name: 'report_schedules',
  primary: ['id'],
  columns: {
    id,
    request: json,
    cron: text,
    mailTo: json,
    by: json,
    paused: flag,
    lastAt: maybe(instant),
    nextAt: maybe(instant),
    createdAt: instant,
    updatedAt: instant,
    version: integer,
  },
};

export const REPLAYS: Table<Replay> = {
  ...plain,
  name: 'replays',
  primary: ['id'],
  columns: {
    id,
    request: json,
    by: json,
    state: word,
    progress: json,
    result: maybe(json),
    createdAt: instant,
    finishedAt: maybe(instant),
    version: integer,
  },
};

export const REPLAY_TICKETS: Table<{ readonly replayId: string; readonly place: number; readonly difference: Difference }> = {
  ...plain,
  name: 'replay_tickets',
  primary: ['replayId', 'place'],
  columns: { replayId: id, place: integer, difference: json },
};
