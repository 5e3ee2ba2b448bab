import type { Caller } from '../../actions/desk';
import { channelIn, policyFor } from '../../actions/rules';
import { kindOf } from '../../actions/sending/sendable';
import { askingOf } from '../../actions/tickets/in-hand';
import { holderOf } from '../../domain/chat';
import { fieldsOf, shownFields } from '../../domain/fields';
import { type Action, allowedActions } from '../../domain/permissions';
import type { Policy } from '../../domain/policy';
import { STAGE_COLORS } from '../../domain/stages';
import { aimsOf, nextDue, stateOf } from '../../domain/targets';
import { teamNow } from '../../domain/team';
import { type Instant, isOpen, type LastMessage, type Ticket, waitingSince } from '../../domain/ticket';
import { timersOf } from '../../domain/time';
import { replyWindow } from '../../domain/window';
import type { House, TicketView } from '../../ports/store';
import type { Call } from '../route';
import type { TicketJson } from '../schemas/ticket';
import { type Named, namesOf } from './names';
import { iso, isoOrNull } from './time';

type Eyes = Pick<Call<unknown, unknown>, 'desk' | 'house' | 'person'>;

/** Tickets as this caller sees them now: names in one query, timers and permissions worked out at reading. */
export async function ticketsJson(eyes: Eyes, views: readonly TicketView[]): Promise<TicketJson[]> {
  const nameOf = await namesOf(
    eyes.desk.store.reads,
    views.flatMap(({ ticket }) => [ticket.assigneeId, ticket.lastAssigneeId]),
  );
  return views.map((view) => ticketJson(eyes, view, nameOf));
}

function ticketJson(eyes: Eyes, view: TicketView, nameOf: (id: string | null) => Named | null): TicketJson {
  const { ticket } = view;
  return {
    id: ticket.id,
    number: ticket.number,
    chatId: ticket.chatId,
    previousTicketId: ticket.previousTicketId,
    subject: ticket.subject,
    status: ticket.status,
    stage: stageOf(eyes.house, ticket.stage),
    priority: ticket.priority,
    tags: [...ticket.tags],
    fields: shownFields(ticket.fields, fieldsOf('ticket', eyes.house.fields)),
    channel: channelOf(eyes.house, ticket.channelId),
    contact: contactOf(view),
    assignee: nameOf(ticket.assigneeId),
    lastAssignee: nameOf(ticket.lastAssigneeId),
    team: teamOf(eyes.house, ticket.teamId),
    unread: ticket.unread,
    waiting: ticket.waiting,
    waitingSince: isoOrNull(waitingSince(ticket)),
    excludeFromClosing: ticket.excludeFromClosing,
    confirmAskedAt: isoOrNull(ticket.confirmAskedAt),
    closeCause: ticket.closeCause,
    lastMessage: ticket.lastMessage && lastMessageJson(ticket.lastMessage, view.lastDelivery),
    heldBy: heldBy(view),
    ...timesOf(ticket),
    ...nowOf(eyes, view),
    version: ticket.version,
  };
}

function heldBy(view: TicketView): TicketJson['heldBy'] {
  const holder = holderOf(view);
  return holder && { appId: holder.appId, since: iso(holder.since) };
}

function timesOf(ticket: Ticket) {
  return {
    statusSince: iso(ticket.statusSince),
    snoozedUntil: isoOrNull(ticket.snoozedUntil),
    lastCustomerMessageAt: isoOrNull(ticket.lastCustomerMessageAt),
    lastAgentMessageAt: isoOrNull(ticket.lastAgentMessageAt),
    firstResponseAt: isoOrNull(ticket.firstResponseAt),
    createdAt: iso(ticket.createdAt),
    updatedAt: iso(ticket.updatedAt),
    closedAt: isoOrNull(ticket.closedAt),
  };
}

/** What depends on the moment and on who asks. */
function nowOf({ desk, house, person }: Eyes, { ticket, windowFrom }: TicketView) {
  const policy = policyFor(house, ticket.channelId);
  const kind = channelIn(house, ticket.channelId)?.kind;
  const window = kind && desk.kinds.has(kind) ? replyWindow(kindOf(desk, kind).window, windowFrom, desk.clock.now()) : null;
  return {
    timers: timersOf(ticket, policy).map(({ kind, dueAt }) => ({ kind, dueAt: iso(dueAt) })),
    ...targetsOf(ticket, policy, desk.clock.now()),
    replyWindow: window && { closesAt: isoOrNull(window.closesAt), state: window.state },
    allowedActions: actionsFor(house, person, ticket),
  };
}

function targetsOf(ticket: Ticket, policy: Policy, now: Instant): Pick<TicketJson, 'targets' | 'dueAt'> {
  return {
    targets: aimsOf(ticket, policy).map((aim) => ({
      kind: aim.kind,
      dueAt: iso(aim.dueAt),
      state: stateOf(aim, policy, now),
      endedAt: isoOrNull(aim.endedAt),
    })),
    dueAt: isoOrNull(isOpen(ticket) ? nextDue(ticket, policy) : null),
  };
}

/** What this person may do with the ticket now. */
export const actionsFor = (house: House, person: Caller, ticket: Ticket): Action[] =>
  allowedActions(ticket, askingOf(person, person), policyFor(house, ticket.channelId));

type StageOfTicket = TicketJson['stage'];

/** A stage deleted meanwhile shows as `open`. */
export function stageOf({ stages }: House, key: string): StageOfTicket {
  const stage = stages.find((stage) => stage.key === key && stage.deletedAt === null) ?? stages.find((stage) => stage.key === 'open');
  const color = STAGE_COLORS.find((known) => known === stage?.color) ?? 'ink';
  return { key: stage?.key ?? 'open', name: stage?.name ?? 'Open', color };
}

function teamOf({ teams }: House, teamId: string | null): TicketJson['team'] {
  const team = teamNow(teamId, teams);
  return team && { id: team.id, name: team.name };
}

export function channelOf(house: House, channelId: string): TicketJson['channel'] {
  const { kind = '', name = '' } = channelIn(house, channelId) ?? {};
  return { id: channelId, kind, name };
}

function contactOf({ contact, address }: TicketView): TicketJson['contact'] {
  // Of this chat: somebody who was found to be one person with another has names elsewhere too.
  const username = address.display.startsWith('@') ? address.display : contact.username && `@${contact.username}`;
  return {
    id: contact.id,
    name: contact.name,
    address: address.phone || username || address.id || address.display,
    avatarUrl: contact.avatarUrl,
  };
}

const lastMessageJson = (last: LastMessage, delivery: TicketView['lastDelivery']) => ({ ...last, at: iso(last.at), delivery });
