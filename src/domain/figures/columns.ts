import type { Instant } from '../ticket';
import { seconds } from './durations';
import type { ReportType } from './report';
import type { Column } from './sheet';

/** A ticket as its report tells it: as of the report's position, with the names that held then. */
export interface TicketLine {
  readonly contactId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly channelKind: string;
  readonly account: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly createdAt: Instant;
  readonly firstResponseAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly status: string;
  readonly stage: string;
  /** Milliseconds, by key, up to its newest event. */
  readonly stages: Readonly<Record<string, number>>;
  /** The key of its stage, in which it has stood so long since. */
  readonly stands: string;
  readonly standing: number;
  readonly assignee: string | null;
  readonly team: string | null;
  readonly tags: readonly string[];
  readonly priority: string;
  readonly reopens: number;
  readonly response: number | null;
  /** null = never closed: seconds are counted when a ticket closes. */
  readonly waiting: number | null;
  readonly handle: number | null;
  readonly idle: number | null;
  readonly total: number | null;
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly closeCause: string | null;
}

export type NamedStage = { readonly key: string; readonly name: string };

// biome-ignore format: a table is read in columns
const BEFORE_STAGES: readonly Column<TicketLine>[] = [
  { id: 'customer_id',    heading: 'Customer ID',    kind: 'id',     value: (row) => row.contactId,       sentence: 'The desk’s id of the person.' },
  { id: 'ticket_id',      heading: 'Ticket ID',      kind: 'id',     value: (row) => row.ticketId,        sentence: 'The desk’s id of the ticket.' },
  { id: 'ticket_number',  heading: 'Ticket',         kind: 'number', value: (row) => row.number,          sentence: 'The ticket’s number, as it is shown.' },
  { id: 'channel',        heading: 'Channel',        kind: 'word',   value: (row) => row.channelKind,     sentence: 'The kind of channel.' },
  { id: 'account',        heading: 'Account',        kind: 'text',   value: (row) => row.account,         sentence: 'The connected account, by its name in the desk.' },
  { id: 'name',           heading: 'Customer',       kind: 'text',   value: (row) => row.name,            sentence: 'What the person is called.' },
  { id: 'address',        heading: 'Phone or user name', kind: 'text', value: (row) => row.address,       sentence: 'The person’s phone in digits, else @username, else the network’s id.' },
  { id: 'created',        heading: 'Created',        kind: 'time',   value: (row) => row.createdAt,       sentence: 'When the ticket was created.' },
  { id: 'first_response', heading: 'First response', kind: 'time',   value: (row) => row.firstResponseAt, sentence: 'When the business answered first.' },
  { id: 'closed',         heading: 'Closed',         kind: 'time',   value: (row) => row.closedAt,        sentence: 'When it was closed last; empty while it is open.' },
  { id: 'status',         heading: 'Status',         kind: 'word',   value: (row) => row.status,          sentence: 'Its status when the report was begun.' },
  { id: 'stage',          heading: 'Stage',          kind: 'text',   value: (row) => row.stage,           sentence: 'Its stage when the report was begun.' },
];

// biome-ignore format: a table is read in columns
const AFTER_STAGES: readonly Column<TicketLine>[] = [
  { id: 'assignee',       heading: 'Agent',          kind: 'text',   value: (row) => row.assignee,        sentence: 'Who has it, or had it last.' },
  { id: 'team',           heading: 'Team',           kind: 'text',   value: (row) => row.team,            sentence: 'The team that it is in.' },
  { id: 'tags',           heading: 'Tags',           kind: 'text',   value: (row) => (row.tags.length === 0 ? null : row.tags.join(', ')), sentence: 'Its tags, with commas between them.' },
  { id: 'priority',       heading: 'Priority',       kind: 'word',   value: (row) => row.priority,        sentence: 'Its priority.' },
  { id: 'reopens',        heading: 'Reopened',       kind: 'number', value: (row) => row.reopens,         sentence: 'How many times it was opened again.' },
  { id: 'first_response_seconds', heading: 'First response (s)', kind: 'number', value: (row) => row.response, sentence: 'Seconds from its creation to the first answer; empty without one, and where an agent wrote first.' },
  { id: 'waiting_seconds', heading: 'Waiting (s)',   kind: 'number', value: (row) => row.waiting,         sentence: 'Seconds that the customer waited for an answer, of the times that the ticket was open and closed again; empty until it closes first.' },
  { id: 'handle_seconds', heading: 'Handled (s)',    kind: 'number', value: (row) => row.handle,          sentence: 'Seconds that an agent had it as active, of the same times; empty until it closes first.' },
  { id: 'idle_seconds',   heading: 'Idle (s)',       kind: 'number', value: (row) => row.idle,            sentence: 'Seconds that it was idle, of the same times; empty until it closes first.' },
  { id: 'total_seconds',  heading: 'Total (s)',      kind: 'number', value: (row) => row.total,           sentence: 'Seconds from opening to closing, of the same times; empty until it closes first.' },
  { id: 'messages_in',    heading: 'Messages in',    kind: 'number', value: (row) => row.messagesIn,      sentence: 'Messages of the customer.' },
  { id: 'messages_out',   heading: 'Messages out',   kind: 'number', value: (row) => row.messagesOut,     sentence: 'Messages to the customer.' },
  { id: 'close_cause',    heading: 'Closed by',      kind: 'word',   value: (row) => row.closeCause,      sentence: 'Why it was closed.' },
];

const IN_STAGE =
  'Whole seconds that the ticket has been in this stage, up to the moment of the report; a column for each stage of the period.';

const inStage = ({ key, name }: NamedStage): Column<TicketLine> => ({
  id: `stage:${key}`,
  heading: `${name} (s)`,
  kind: 'number',
  value: ({ stages, stands, standing }) => seconds((stages[key] ?? 0) + (stands === key ? standing : 0)),
  sentence: IN_STAGE,
});

export const ticketColumns = (stages: readonly NamedStage[]): readonly Column<TicketLine>[] => [
  ...BEFORE_STAGES,
  ...stages.map(inStage),
  ...AFTER_STAGES,
];

/** Durations of many tickets: how many, their sum, their middle and the one that nine of ten do not exceed (nearest rank). */
export interface Durations {
  readonly n: number;
  readonly sum: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** What an agent did in the period. */
export interface AgentLine {
  readonly agentId: string;
  readonly name: string;
  readonly closed: number;
  readonly response: Durations;
  readonly total: Durations;
  readonly handle: Durations;
  readonly waiting: number;
  readonly idle: number;
}

// biome-ignore format: a table is read in columns
export const AGENT_COLUMNS: readonly Column<AgentLine>[] = [
  { id: 'agent_id',         heading: 'Agent ID',               kind: 'id',     value: (row) => row.agentId,         sentence: 'The desk’s id of the agent.' },
  { id: 'agent',            heading: 'Agent',                  kind: 'text',   value: (row) => row.name,            sentence: 'What the agent is called.' },
  { id: 'closed',           heading: 'Closed',                 kind: 'number', value: (row) => row.closed,          sentence: 'Tickets closed in the period that they had then.' },
  { id: 'responses',        heading: 'First responses',        kind: 'number', value: (row) => row.response.n,      sentence: 'Tickets created in the period that they answered first.' },
  { id: 'response_seconds', heading: 'First responses (s)',    kind: 'number', value: (row) => row.response.sum,    sentence: 'Seconds from creation to these answers, in sum.' },
  { id: 'response_median',  heading: 'First response, median (s)', kind: 'number', value: (row) => row.response.median, sentence: 'Half of these answers took no longer.' },
  { id: 'response_p90',     heading: 'First response, nine of ten (s)', kind: 'number', value: (row) => row.response.p90, sentence: 'Nine of ten of these answers took no longer.' },
  { id: 'total_seconds',    heading: 'Total (s)',              kind: 'number', value: (row) => row.total.sum,       sentence: 'Seconds from opening to closing of the closed tickets, in sum.' },
  { id: 'total_median',     heading: 'Total, median (s)',      kind: 'number', value: (row) => row.total.median,    sentence: 'Half of them took no longer.' },
  { id: 'total_p90',        heading: 'Total, nine of ten (s)', kind: 'number', value: (row) => row.total.p90,       sentence: 'Nine of ten of them took no longer.' },
  { id: 'handle_seconds',   heading: 'Handled (s)',            kind: 'number', value: (row) => row.handle.sum,      sentence: 'Seconds that the closed tickets were active, in sum.' },
  { id: 'handle_median',    heading: 'Handled, median (s)',    kind: 'number', value: (row) => row.handle.median,   sentence: 'Half of them were active no longer.' },
  { id: 'waiting_seconds',  heading: 'Waiting (s)',            kind: 'number', value: (row) => row.waiting,         sentence: 'Seconds that the customers of the closed tickets waited, in sum.' },
  { id: 'idle_seconds',     heading: 'Idle (s)',               kind: 'number', value: (row) => row.idle,            sentence: 'Seconds that the closed tickets were idle, in sum.' },
];

/** A stage, by the tickets that were created in the period. */
export interface StageLine {
  readonly key: string;
  readonly name: string;
  /** Those that stand in it. */
  readonly now: number;
  readonly spent: Durations;
}

// biome-ignore format: a table is read in columns
export const STAGE_COLUMNS: readonly Column<StageLine>[] = [
  { id: 'stage_key',     heading: 'Stage key',       kind: 'text',   value: (row) => row.key,          sentence: 'By which the API calls the stage.' },
  { id: 'stage',         heading: 'Stage',           kind: 'text',   value: (row) => row.name,         sentence: 'What the stage is called.' },
  { id: 'tickets_now',   heading: 'Tickets in it',   kind: 'number', value: (row) => row.now,          sentence: 'Of the tickets created in the period, those in this stage when the report was begun.' },
  { id: 'tickets',       heading: 'Tickets',         kind: 'number', value: (row) => row.spent.n,      sentence: 'Of the same tickets, those that have been in it.' },
  { id: 'seconds',       heading: 'Time in it (s)',  kind: 'number', value: (row) => row.spent.sum,    sentence: 'Seconds that they have been in it, in sum, up to the moment of the report.' },
  { id: 'median',        heading: 'Median (s)',      kind: 'number', value: (row) => row.spent.median, sentence: 'Half of them were in it no longer.' },
  { id: 'p90',           heading: 'Nine of ten (s)', kind: 'number', value: (row) => row.spent.p90,    sentence: 'Nine of ten of them were in it no longer.' },
];

/** A message without its words. */
export interface MessageLine {
  readonly messageId: string;
  readonly at: Instant;
  readonly channelKind: string;
  readonly account: string;
  readonly direction: string;
  readonly authorKind: string;
  readonly author: string | null;
  readonly type: string;
  readonly number: number | null;
  readonly contactId: string;
}

// biome-ignore format: a table is read in columns
export const MESSAGE_COLUMNS: readonly Column<MessageLine>[] = [
  { id: 'message_id',    heading: 'Message ID',  kind: 'id',     value: (row) => row.messageId,   sentence: 'The desk’s id of the message.' },
  { id: 'at',            heading: 'Heard',       kind: 'time',   value: (row) => row.at,          sentence: 'When the desk heard it, or took it to be sent.' },
  { id: 'channel',       heading: 'Channel',     kind: 'word',   value: (row) => row.channelKind, sentence: 'The kind of channel.' },
  { id: 'account',       heading: 'Account',     kind: 'text',   value: (row) => row.account,     sentence: 'The connected account, by its name in the desk.' },
  { id: 'direction',     heading: 'Direction',   kind: 'word',   value: (row) => row.direction,   sentence: '`in`: from the customer, `out`: to the customer.' },
  { id: 'author_kind',   heading: 'Author',      kind: 'word',   value: (row) => row.authorKind,  sentence: 'Who wrote it: customer, agent, bot, the desk itself (system), or the business in its own app (channel_app).' },
  { id: 'author',        heading: 'Author name', kind: 'text',   value: (row) => row.author,      sentence: 'The agent’s name, where an agent wrote it.' },
  { id: 'type',          heading: 'Type',        kind: 'word',   value: (row) => row.type,        sentence: 'What it is: text, image, location…' },
  { id: 'ticket_number', heading: 'Ticket',      kind: 'number', value: (row) => row.number,      sentence: 'The ticket that it is part of; empty in a closed chat.' },
  { id: 'customer_id',   heading: 'Customer ID', kind: 'id',     value: (row) => row.contactId,   sentence: 'The desk’s id of the person.' },
];

/** What stands in a report of each type; the stages of the desk are told once, for all of them. */
export const COLUMNS: Readonly<Record<ReportType, readonly Column<never>[]>> = {
  customer_tickets: ticketColumns([{ key: '*', name: 'Each stage' }]),
  agents: AGENT_COLUMNS,
  stages: STAGE_COLUMNS,
  messages: MESSAGE_COLUMNS,
};
