import { liveBot } from '../actions/bots/bots';
import { liveChannel } from '../actions/rules';
import { liveTeam } from '../actions/teams/teams';
import { isSeenBy, type SeenBy, seenBy } from '../domain/access';
import type { Contact, Identity } from '../domain/chat';
import { Refusal } from '../domain/errors';
import type { TicketView } from '../ports/store';
import type { Call } from './route';

type Looking = Pick<Call<unknown, unknown>, 'desk' | 'house' | 'person' | 'params'>;

const missing = (what: string): Refusal => new Refusal('not_found', `There is no such ${what}.`);

/** What the caller may see under `agentsSee`; null sees all. */
export const sightOf = ({ person, house }: Pick<Looking, 'person' | 'house'>): SeenBy | null => seenBy(person, { house });

/** The ticket of the path; what the caller may not see does not exist. */
export async function ticketInSight(call: Looking): Promise<TicketView> {
  const view = await call.desk.store.reads.ticket(call.params.id ?? '', sightOf(call));
  if (!view || !isSeenBy(view.ticket, sightOf(call))) throw missing('ticket');
  return view;
}

/** The id of the chat of the path. */
export async function chatInSight({ desk, params: { id = '' }, ...call }: Looking): Promise<string> {
  const seen = (await desk.store.reads.chat(id)) !== null && (await desk.store.reads.chatSeenBy(id, sightOf(call)));
  if (!seen) throw missing('chat');
  return id;
}

/** The message of the path, if the caller may see its chat. */
export async function messageInSight({ desk, params: { id = '' }, ...call }: Looking): Promise<void> {
  const message = await desk.store.reads.message(id);
  if (!message || !(await desk.store.reads.chatSeenBy(message.chatId, sightOf(call)))) throw missing('message');
}

export const channelInSight = async ({ house, params }: Looking) => liveChannel(house, params.id ?? '');

export const teamInSight = async ({ house, params }: Looking) => liveTeam(house, params.id ?? '');

export const botInSight = async ({ house, params }: Looking) => liveBot(house, params.id ?? '');

export async function cannedReplyInSight({ desk, params }: Pick<Looking, 'desk' | 'params'>) {
  const reply = (await desk.store.reads.cannedReplies()).find(({ id }) => id === params.id);
  if (!reply) throw missing('canned reply');
  return reply;
}

/** The view of the path, if it is the caller's or shared. */
export async function viewInSight({ desk, person, params }: Pick<Looking, 'desk' | 'person' | 'params'>) {
  const view = (await desk.store.reads.views(person.id)).find(({ id }) => id === params.id);
  if (!view) throw missing('view');
  return view;
}

export async function agentInSight({ desk, params }: Looking) {
  const [agent] = await desk.store.reads.agentsByIds([params.id ?? '']);
  if (!agent || agent.removedAt !== null) throw missing('agent');
  return agent;
}

export async function tokenInSight({ desk, params }: Looking) {
  const token = await desk.store.reads.token({ id: params.id ?? '' });
  if (!token || token.revokedAt !== null) throw missing('token');
  return token;
}

export async function stageInSight({ house, params }: Looking) {
  const stage = house.stages.find(({ key, deletedAt }) => key === params.key && deletedAt === null);
  if (!stage) throw missing('stage');
  return stage;
}

export async function webhookEventInSight(call: Looking) {
  const channel = await channelInSight(call);
  const event = await call.desk.store.reads.webhookEvent(call.params.eventId ?? '');
  if (!event || event.channelId !== channel.id) throw missing('event');
  return event;
}

/** The contact of the path with its identities, if the caller may see any of its chats. */
export async function contactInSight(call: Looking): Promise<{ contact: Contact; identities: Identity[] }> {
  const contact = await call.desk.store.reads.contact(call.params.id ?? '');
  const seen = contact && (await withIdentities(call, contact));
  if (!seen) throw missing('contact');
  return seen;
}

/** Null for a contact whose every chat is out of sight. */
export async function withIdentities(
  { desk, ...call }: Omit<Looking, 'params'>,
  contact: Contact,
): Promise<{ contact: Contact; identities: Identity[] } | null> {
  const sight = sightOf(call);
  const all = await desk.store.reads.identitiesOf(contact.id);
  if (sight === null) return { contact, identities: all };
  const identities: Identity[] = [];
  for (const identity of all) {
    if (await desk.store.reads.chatSeenBy(identity.chatId, sight)) identities.push(identity);
  }
  return identities.length > 0 ? { contact, identities } : null;
}
