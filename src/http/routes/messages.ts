import { retryMessage, settleMessage } from '../../actions/sending/again';
import { reactToMessage } from '../../actions/sending/react-to-message';
import { chatToTypeIn, showTyping } from '../../actions/sending/show-typing';
import { answerTicket } from '../../actions/tickets/answer-ticket';
import { writeNote } from '../../actions/tickets/write-note';
import type { Content } from '../../domain/content';
import { Refusal } from '../../domain/errors';
import type { Message } from '../../domain/message';
import type { Paged } from '../../ports/store';
import { eventsJson } from '../present/event';
import { messageJson } from '../present/message';
import { type Call, type Route, route } from '../route';
import { Again, EventShape, MessageShape, MessagesQuery, NewMessage, NewNote, NewReaction, Seen } from '../schemas/message';
import { listOf, Nothing, PageQuery, pageOf } from '../schemas/shared';
import { chatInSight, messageInSight, ticketInSight } from '../sight';

const list = { method: 'get', for: 'agents', tag: 'messages', query: MessagesQuery, status: 200, answer: listOf(MessageShape) } as const;
const write = {
  method: 'post',
  for: 'agents',
  tag: 'messages',
  finds: ticketInSight,
  status: 201,
  answer: MessageShape,
  again: messageAgain,
  versioned: true,
} as const;

const REFUSED = ['forbidden', 'agent_not_online', 'ticket_closed', 'assigned_to_other'] as const;

export const MESSAGES: readonly Route[] = [
  route({
    ...list,
    path: '/tickets/{id}/messages',
    says: 'The messages and notes of a ticket, newest first.',
    finds: ticketInSight,
    handle: async ({ desk, house, params: { id = '' }, query }) =>
      pageJson({ desk, house }, await desk.store.reads.messages({ ticketId: id }, pageOf(query), query.after)),
  }),
  route({
    ...list,
    path: '/chats/{id}/messages',
    says: 'Everything that was ever said in a chat, newest first.',
    finds: chatInSight,
    handle: async ({ desk, house, params: { id = '' }, query }) =>
      pageJson({ desk, house }, await desk.store.reads.messages({ chatId: id }, pageOf(query), query.after)),
  }),
  route({
    ...write,
    path: '/tickets/{id}/messages',
    says: 'Write to the customer. It is stored and queued; its delivery follows. What is too long becomes several messages; the first is answered.',
    body: NewMessage,
    refuses: ['forbidden', 'agent_not_online', 'ticket_closed', 'assigned_to_other', 'window_closed', 'newer_message'],
    handle: async ({ desk, house, person, params, version, body }) =>
      messageJson(
        { desk, house },
        await answerTicket(desk, {
          ticketId: params.id ?? '',
          by: person,
          version,
          content: body.content as Content,
          replyTo: body.replyTo ?? null,
          seen: body.seen,
          confirmed: body.confirmed,
        }),
      ),
  }),
  route({
    ...write,
    path: '/tickets/{id}/notes',
    says: 'Leave a note for colleagues; the customer never sees it. Whom it names is told.',
    body: NewNote,
    handle: async ({ desk, house, person, params, version, body }) =>
      messageJson({ desk, house }, await writeNote(desk, { ticketId: params.id ?? '', by: person, version, ...body })),
  }),
  route({
    method: 'post',
    path: '/tickets/{id}/typing',
    for: 'agents',
    tag: 'messages',
    says: 'Show the customer that an answer is being written, at most every five seconds. WhatsApp marks their message as read.',
    finds: ticketInSight,
    body: Nothing,
    status: 204,
    answer: null,
    refuses: ['forbidden', 'agent_not_online', 'ticket_closed', 'assigned_to_other'],
    handle: async ({ desk, person, params: { id = '' } }) => {
      void showTyping(desk, await chatToTypeIn(desk, { ticketId: id, by: person }));
    },
  }),
  route({
    method: 'put',
    path: '/messages/{id}/reaction',
    for: 'agents',
    tag: 'messages',
    says: 'Put an emoji to a message as the business, or take it back. Taken back by the desk when the network refuses it.',
    finds: messageInSight,
    body: NewReaction,
    status: 200,
    answer: MessageShape,
    refuses: ['forbidden', 'agent_not_online', 'ticket_closed', 'assigned_to_other'],
    handle: async ({ desk, house, person, params: { id = '' }, body }) =>
      messageJson({ desk, house }, await reactToMessage(desk, { messageId: id, by: person, emoji: body.emoji })),
  }),
  route({
    method: 'post',
    path: '/messages/{id}/retry',
    for: 'agents',
    tag: 'messages',
    says: 'Send a failed message again: the same message, a new attempt. One that may have arrived only with `evenIfSent`.',
    finds: messageInSight,
    body: Again,
    status: 200,
    answer: MessageShape,
    refuses: [...REFUSED, 'delivery_known', 'may_have_been_sent', 'not_retryable', 'media_gone', 'window_closed'],
    handle: async ({ desk, house, person, params: { id = '' }, body }) =>
      messageJson({ desk, house }, await retryMessage(desk, { messageId: id, by: person, evenIfSent: body.evenIfSent ?? false })),
  }),
  route({
    method: 'post',
    path: '/messages/{id}/settle',
    for: 'agents',
    tag: 'messages',
    says: 'Say that a message arrived of which nobody knows whether it was sent.',
    finds: messageInSight,
    body: Seen,
    status: 200,
    answer: MessageShape,
    refuses: [...REFUSED, 'delivery_known'],
    handle: async ({ desk, house, person, params: { id = '' } }) =>
      messageJson({ desk, house }, await settleMessage(desk, { messageId: id, by: person })),
  }),
  route({
    method: 'get',
    path: '/tickets/{id}/events',
    for: 'agents',
    tag: 'messages',
    says: 'Every change of a ticket, with its cause, who did it, and why.',
    finds: ticketInSight,
    query: PageQuery,
    status: 200,
    answer: listOf(EventShape),
    handle: async ({ desk, params: { id = '' }, query }) => {
      const { data, nextCursor } = await desk.store.reads.events(id, pageOf(query));
      return { data: await eventsJson(desk.store.reads, data), nextCursor };
    },
  }),
];

type Eyes = Pick<Call<unknown, unknown>, 'desk' | 'house'>;

const pageJson = (eyes: Eyes, { data, nextCursor }: Paged<Message>) => ({ data: data.map((one) => messageJson(eyes, one)), nextCursor });

async function messageAgain({ desk, house }: Eyes, id: string) {
  const message = await desk.store.reads.message(id);
  if (!message) throw new Refusal('not_found', 'There is no such message.');
  return messageJson({ desk, house }, message);
}
