import { liveBot } from '../actions/bots/bots';
import { liveChannel } from '../actions/rules';
import { liveTeam } from '../actions/teams/teams';
import { isSeenBy, type SeenBy, seenBy } from '../domain/access';
import type { Contact } from '../domain/contact';
import { Refusal } from '../domain/errors';
import type { Media, TicketView } from '../ports/store';
import type { InSight } from './present/contact';
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

/** The file of the path: of a message whose chat the caller may see, or the caller's own that is part of none yet. */
export async function mediaInSight({ desk, params: { id = '' }, ...call }: Looking): Promise<Media> {
  const media = await desk.store.reads.media(id);
  const seen = media?.chatId ? await desk.store.reads.chatSeenBy(media.chatId, sightOf(call)) : media?.uploadedBy === call.person.id;
  if (!media || !seen) throw missing('file');
  return media;
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

/** The contact of the path with its identities, if the caller may see any of its chats. One that was found to be another is gone. */
export async function contactInSight(call: Looking): Promise<InSight> {
  return someoneInSight(call, call.params.id ?? '');
}

/** The same of a contact that is named elsewhere. */
export async function someoneInSight(call: Omit<Looking, 'params'>, id: string): Promise<InSight> {
  const { reads } = call.desk.store;
  const contact = await reads.contact(id);
  const mergedInto = contact?.mergedInto ?? null;
  const there = mergedInto === null ? contact : await reads.contact(mergedInto);
  const seen = there && (await withIdentities(call, there));
  if (!seen) throw missing('contact');
  if (mergedInto !== null) throw new Refusal('gone', 'This contact was found to be another one.', { mergedInto });
  return seen;
}

/** Null for a contact whose every chat is out of sight. */
export async function withIdentities({ desk, ...call }: Omit<Looking, 'params'>, contact: Contact): Promise<InSight | null> {
  const { reads } = desk.store;
  const sight = sightOf(call);
  const [all, every] = await Promise.all([reads.identitiesOf(contact.id), reads.chatsOfContact(contact.id)]);
  if (sight === null) return { contact, all: true, chats: every, identities: all };
  const chats: InSight['chats'][number][] = [];
  for (const chat of every) if (await reads.chatSeenBy(chat.chatId, sight)) chats.push(chat);
  if (chats.length === 0) return null;
  return { contact, all: false, chats, identities: all.filter(({ chatId }) => chats.some((chat) => chat.chatId === chatId)) };
}
