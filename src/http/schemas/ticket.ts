import { z } from 'zod';
import { parseDuration } from '../../domain/duration';
import { DELIVERY_ORDER } from '../../domain/message';
import { ACTIONS } from '../../domain/permissions';
import { STAGE_COLORS } from '../../domain/stages';
import { TARGET_KINDS, TARGET_STATES } from '../../domain/targets';
import { PRIORITIES, STATUSES } from '../../domain/ticket';
import { TIMERS } from '../../domain/time';
import { TICKET_SORTS } from '../../ports/store';
import { Sendable } from './content';
import { Fields, FieldsPatch } from './field';
import { Flag, Id, Named, PageQuery, several, Time, words } from './shared';

export const Status = z.enum(STATUSES);
const Priority = z.enum(PRIORITIES);

const LastMessage = z.object({
  id: Id,
  direction: z.enum(['in', 'out', 'note']),
  author: z.enum(['customer', 'agent', 'bot', 'system', 'channel_app']),
  type: z.string(),
  text: z.string().meta({ description: 'A preview of at most 160 characters.' }),
  at: Time,
  delivery: z
    .enum([...DELIVERY_ORDER, 'failed'])
    .nullable()
    .meta({ description: 'How far it got; null when it is none of ours.' }),
});

const ReplyWindow = z.object({ closesAt: Time.nullable(), state: z.enum(['open', 'template_only', 'human_agent', 'closed']) });

const TicketTarget = z.object({
  kind: z.enum(TARGET_KINDS),
  dueAt: Time,
  state: z.enum(TARGET_STATES).meta({ description: '`soon`: within `routing.warnBefore`, and over half of its time has passed.' }),
  endedAt: Time.nullable().meta({ description: 'When it was answered or closed; null while that is awaited.' }),
});

export const TicketShape = z
  .object({
    id: Id,
    number: z.int().meta({ description: 'For people; grows roughly, with gaps.' }),
    chatId: Id,
    previousTicketId: Id.nullable(),
    subject: z.string().nullable(),
    status: Status,
    statusSince: Time,
    stage: z.object({ key: z.string(), name: z.string(), color: z.enum(STAGE_COLORS) }),
    priority: Priority,
    tags: z.array(z.string()),
    fields: Fields,
    channel: z.object({ id: Id, kind: z.string(), name: z.string() }),
    contact: z.object({
      id: Id,
      name: z.string().nullable(),
      address: z.string().meta({ description: 'Phone in digits, else @username, else the provider\u2019s id.' }),
      avatarUrl: z.string().nullable(),
    }),
    assignee: Named.nullable(),
    lastAssignee: Named.nullable(),
    team: Named.nullable(),
    unread: z.int().meta({ description: 'Customer messages that nobody has read yet.' }),
    waiting: z.boolean().meta({ description: 'The customer has written and nobody has answered.' }),
    waitingSince: Time.nullable().meta({
      description:
        'Since when somebody waits: the customer for an answer to the first message that nobody has answered, else the ticket in the queue.',
    }),
    snoozedUntil: Time.nullable().meta({ description: 'null in stage `snoozed`: until the customer replies.' }),
    excludeFromClosing: z.boolean(),
    confirmAskedAt: Time.nullable().meta({ description: 'When the customer was asked whether it may be closed.' }),
    closeCause: z.string().nullable(),
    timers: z.array(z.object({ kind: z.enum(TIMERS), dueAt: Time })).meta({ description: 'What time will do, soonest first.' }),
    targets: z.array(TicketTarget).meta({ description: 'How soon it is to be answered and resolved; empty without targets.' }),
    dueAt: Time.nullable().meta({ description: 'When the next of its targets is due, or was when that is missed and still awaited.' }),
    lastMessage: LastMessage.nullable(),
    lastCustomerMessageAt: Time.nullable(),
    lastAgentMessageAt: Time.nullable(),
    firstResponseAt: Time.nullable(),
    createdAt: Time,
    updatedAt: Time,
    closedAt: Time.nullable(),
    heldBy: z.object({ appId: z.string().nullable(), since: Time }).nullable().meta({
      description:
        'Another app that holds the conversation at the network: it answers, bots and automatic texts keep out, and answers may be refused.',
    }),
    replyWindow: ReplyWindow.nullable().meta({ description: 'What may be sent now; null for a network without a window.' }),
    allowedActions: z.array(z.enum(ACTIONS)).meta({ description: 'For the caller, now.' }),
    version: z.int(),
  })
  .meta({ id: 'Ticket' });
export type TicketJson = z.input<typeof TicketShape>;

const FILTERS = {
  status: several(Status, 'Any of these statuses.'),
  stage: several(z.string(), 'Any of these stages, by key.'),
  assignee: several(z.string(), 'Agent ids, `me`, or `none`.'),
  team: several(z.string(), 'Any of these teams, or `none`.'),
  channel: several(z.string(), 'Any of these channels.'),
  priority: several(Priority, 'Any of these priorities.'),
  tag: several(z.string(), 'Any of these tags.'),
  unread: Flag.optional(),
  due: z
    .enum(['missed', 'soon'])
    .optional()
    .meta({ description: 'Open ones whose next target is missed, or due within `routing.warnBefore`.' }),
  mentioned: z
    .enum(['me', 'unseen'])
    .optional()
    .meta({ description: 'Those with a note that names the caller; `unseen`: and that the caller has not seen.' }),
  q: z.string().trim().max(256).optional().meta({ description: '#number, phone, name, @username, or words of a message.' }),
};

export const CountsQuery = z.strictObject(FILTERS);
export const TicketsQuery = PageQuery.extend({
  ...FILTERS,
  sort: z
    .enum(TICKET_SORTS)
    .default('-number')
    .meta({ description: '`queue`: only what is in the queue, in the order in which the desk assigns.' }),
});

export const Counts = z
  .object({
    mine: z.int().meta({ description: 'Open and assigned to the caller.' }),
    unassigned: z.int().meta({ description: 'Open and assigned to nobody.' }),
    queue: z.int().meta({ description: 'Pending and not snoozed.' }),
    oldestInQueueSince: Time.nullable().meta({ description: 'Since when the oldest of these waits.' }),
    open: z.int(),
    snoozed: z.int(),
    closed: z.int(),
    unread: z.int().meta({ description: 'Customer messages in open tickets that nobody has read.' }),
    mentions: z.int().meta({ description: 'Notes that name the caller and that the caller has not seen, whatever the filters.' }),
    byStatus: z.object(Object.fromEntries(STATUSES.map((status) => [status, z.int()])) as Record<(typeof STATUSES)[number], z.ZodInt>),
    byTeam: z
      .array(z.object({ teamId: Id, open: z.int(), queue: z.int() }))
      .meta({ description: 'Teams that have open tickets; `queue` = pending and not snoozed.' }),
  })
  .meta({ id: 'TicketCounts' });

export const TagsQuery = PageQuery.extend({ q: z.string().trim().max(64).optional() });
export const TagShape = z.object({ tag: z.string(), tickets: z.int() });

export const NewTicket = z
  .strictObject({ chatId: Id.optional(), channelId: Id.optional(), to: words(256).optional(), content: Sendable })
  .refine(
    ({ chatId, channelId, to }) =>
      chatId === undefined ? channelId !== undefined && to !== undefined : channelId === undefined && to === undefined,
    {
      message: 'expected chatId, or channelId and to',
      path: ['chatId'],
    },
  )
  .meta({ description: 'A first message into a closed chat, named by `chatId`, or by `channelId` and the address `to`.' });

export const TicketPatch = z.strictObject({
  stage: words(64).optional(),
  priority: Priority.optional(),
  tags: z.array(words(64)).max(50).optional(),
  subject: words(256).nullable().optional(),
  excludeFromClosing: z.boolean().optional(),
  fields: FieldsPatch.optional(),
});

export const Close = z.strictObject({
  ask: z
    .boolean()
    .optional()
    .meta({ description: 'Ask the customer first; it closes with their yes, or without an answer within `timers.confirmCloseAfter`.' }),
});
export const Assign = z.strictObject({ agentId: Id });
export const Transfer = z
  .strictObject({ agentId: Id.optional(), teamId: Id.optional(), note: words(4096).nullable().optional() })
  .refine(({ agentId, teamId }) => (agentId === undefined) !== (teamId === undefined), {
    message: 'expected exactly one of agentId and teamId',
    path: ['agentId'],
  });

const Lasting = z.string().superRefine((text, context) => {
  const ms = parseDuration(text);
  if (typeof ms !== 'number') context.addIssue({ code: 'custom', message: ms.error });
});

export const Snooze = z
  .strictObject({
    until: z.iso.datetime({ offset: true }).optional(),
    for: Lasting.optional().meta({ description: 'An ISO 8601 duration, such as PT2H.' }),
    untilReply: z.literal(true).optional(),
  })
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    message: 'expected exactly one of until, for and untilReply',
    path: ['until'],
  });
