import type { Agent } from '../../domain/agent';
import { previewOf } from '../../domain/content';
import type { Standing } from '../../domain/figures/standing';
import type { Message } from '../../domain/message';
import type { Instant, LastMessage } from '../../domain/ticket';
import type { CalledThen, TicketView } from '../../ports/store';
import type { Desk } from '../desk';
import { namesAt } from './former';

/** A ticket as a card of the past shows it. */
export interface CardThen {
  readonly stand: Standing;
  /** As it is now: its number, and where it stands. */
  readonly now: TicketView;
  readonly contact: CalledThen;
  readonly assignee: Pick<Agent, 'id' | 'name'> | null;
  readonly last: SpokenThen | null;
}

export interface SpokenThen extends LastMessage {
  /** It was taken back since, or had been. */
  readonly deleted: boolean;
}

/** These tickets with names and words as they were; what was erased since is left out. */
export async function cardsThen(desk: Desk, at: Instant, stands: readonly Standing[]): Promise<CardThen[]> {
  const { reads } = desk.store;
  const ids = stands.map(({ ticketId }) => ticketId);
  if (ids.length === 0) return [];
  const views = new Map((await reads.ticketsByIds(ids)).map((view) => [view.ticket.id, view]));
  const contactIds = await reads.contactsOf(ids, at);
  const names = await namesAt(desk, at, { contactIds: [...contactIds.values()], agentIds: stands.map(({ assigneeId }) => assigneeId) });
  const last = await lastWords(desk, ids, at);
  return stands.flatMap((stand) => {
    const now = views.get(stand.ticketId);
    if (!now) return [];
    const contact = names.contact(contactIds.get(stand.ticketId) ?? '') ?? now.contact;
    return [{ stand, now, contact, assignee: names.agent(stand.assigneeId), last: last.get(stand.ticketId) ?? null }];
  });
}

async function lastWords({ store: { reads } }: Desk, ticketIds: readonly string[], at: Instant): Promise<Map<string, SpokenThen>> {
  const heard = await reads.lastHeard(ticketIds, at);
  if (heard.size === 0) return new Map();
  const messages = new Map((await reads.messagesByIds([...heard.values()])).map((message) => [message.id, message]));
  return new Map(
    [...heard].flatMap(([ticketId, id]) => {
      const message = messages.get(id);
      return message ? [[ticketId, spokenThen(message, at)]] : [];
    }),
  );
}

/** As lists show it, in its words of then; of one that was taken back since only that it was there. */
function spokenThen({ id, direction, author, content, former, deletedAt, heardAt }: Message, at: Instant): SpokenThen {
  const said = former?.find(({ until }) => until > at)?.content ?? content;
  const deleted = deletedAt !== null;
  return {
    id,
    direction,
    author: author.kind,
    type: deleted ? 'deleted' : said.type,
    text: deleted ? '' : previewOf(said),
    at: heardAt,
    deleted,
  };
}
