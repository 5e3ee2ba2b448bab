import { z } from 'zod';
import { ANNOUNCED, type AnnouncedName, type Standing } from '../../domain/events';
import type { Ticket } from '../../domain/ticket';
import { Status } from '../schemas/ticket';

const Key = z.string().min(1).max(64);
const some = <Item extends z.ZodType>(item: Item, max = 100) => z.array(item).max(max);

const List = z.strictObject({
  assignee: z.union([Key, some(Key)]).optional(),
  status: some(Status).optional(),
  stage: some(Key).optional(),
  team: some(Key).optional(),
  channel: some(Key).optional(),
});

/** What a socket asks to hear of; nothing else of tickets and messages reaches it from then on. */
export const WatchBody = z.strictObject({
  lists: some(List, 50).default([]),
  tickets: some(Key, 200).default([]),
  chats: some(Key, 20).default([]),
  events: some(z.enum(ANNOUNCED)).optional(),
  counts: z.boolean().default(false),
});

interface WatchedList {
  /** null = nobody. */
  readonly assignees: readonly (string | null)[] | null;
  readonly status: readonly string[] | null;
  readonly stage: readonly string[] | null;
  /** null in it = none. */
  readonly teams: readonly (string | null)[] | null;
  readonly channel: readonly string[] | null;
}

export interface Watch {
  readonly lists: readonly WatchedList[];
  readonly tickets: ReadonlySet<string>;
  readonly chats: ReadonlySet<string>;
  /** null = every name. */
  readonly events: ReadonlySet<AnnouncedName> | null;
  readonly counts: boolean;
}

/** Until a socket narrows, it hears everything that it may see, and no counts. */
export const EVERYTHING = null;

/** A watch with its words resolved: `me` is who asks. */
export function watchOf({ lists, tickets, chats, events, counts }: z.output<typeof WatchBody>, me: string): Watch {
  return {
    lists: lists.map(({ assignee, status, stage, team, channel }) => ({
      assignees: assignee === undefined ? null : [assignee].flat().map((who) => (who === 'me' ? me : who === 'none' ? null : who)),
      status: status ?? null,
      stage: stage ?? null,
      teams: team?.map((id) => (id === 'none' ? null : id)) ?? null,
      channel: channel ?? null,
    })),
    tickets: new Set(tickets),
    chats: new Set(chats),
    events: events ? new Set(events) : null,
    counts,
  };
}

export const hearsName = (watch: Watch | null, name: AnnouncedName): boolean => !watch?.events || watch.events.has(name);

export const hearsChat = (watch: Watch | null, chatId: string): boolean => watch === EVERYTHING || watch.chats.has(chatId);

/** Whether a change of a ticket concerns the watch: it is or was in one of its lists, or is one of its tickets. */
export function hearsTicket(watch: Watch | null, ticket: Standing & Pick<Ticket, 'id'>, was: Standing | null | undefined): boolean {
  if (watch === EVERYTHING || watch.tickets.has(ticket.id)) return true;
  if (was === undefined) return true;
  return watch.lists.some((list) => fits(list, ticket) || (was !== null && fits(list, was)));
}

const has = <T>(asked: readonly T[] | null, value: T): boolean => asked === null || asked.includes(value);

const fits = ({ assignees, status, stage, teams, channel }: WatchedList, ticket: Standing): boolean =>
  has(assignees, ticket.assigneeId) &&
  has(teams, ticket.teamId) &&
  has(status, ticket.status) &&
  has(stage, ticket.stage) &&
  has(channel, ticket.channelId);
