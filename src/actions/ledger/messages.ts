import type { Chat } from '../../domain/chat';
import type { Content } from '../../domain/content';
import type { Announcement } from '../../domain/events';
import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { HeardContent } from '../../ports/channel';
import type { Early, Media, ProviderKey } from '../../ports/store';
import { earlyAnswer } from '../hearing/early';
import { heardIn, newFile, ownContent } from './files';
import type { Ledger, NewMessage } from './index';
import { type Entries, entries, type Journal } from './journal';

type MessagesOf = Pick<
  Ledger,
  'takeMessages' | 'message' | 'byProvider' | 'looseIn' | 'outboundIn' | 'addMessage' | 'changeMessage' | 'learned' | 'wait' | 'waiting'
>;

interface Held {
  readonly held: Entries<Message>;
  /** Something may wait under these names, too. */
  learn(targets: readonly ProviderKey[]): void;
  /** Makes a message without a ticket part of one. A message stored in this transaction keeps its `rev`. */
  joinTicket(message: Message, ticketId: string): void;
}

interface Around {
  readonly journal: Journal;
  readonly chats: Entries<Chat>;
  readonly at: Instant;
  readonly announce: (announcement: Announcement) => void;
  /** A file that is to be fetched, and for how long it may be kept if not for ever. */
  readonly fetch: (file: Media, keptFor: number | undefined) => void;
  newId(): string;
}

/** The messages of the chats that a transaction holds: each new or changed one takes its chat's next `rev`. */
export function messagesIn({ journal, chats, at, announce, fetch, newId }: Around): MessagesOf & Held {
  const held = entries<Message>(journal, 'message');
  const provider = new Map<string, string>();
  const nameOf = (channelId: string, id: string) => `${channelId} ${id}`;
  const learned = new Map<string, ProviderKey>();
  const waiting: Early[] = [];

  const name = ({ id, channelId, providerMessageId }: Message): void => {
    if (providerMessageId === null || provider.get(nameOf(channelId, providerMessageId)) === id) return;
    journal.set(provider, nameOf(channelId, providerMessageId), id);
    journal.set(learned, nameOf(channelId, providerMessageId), { channelId, id: providerMessageId });
  };

  /** The message with what it says in our words; a file that it tells of is on its way from then on. */
  const understood = (message: Message, content: Content | HeardContent): Message => {
    const file = newFile(message, content, at);
    if (file) fetch(file, heardIn(content)?.keptFor);
    return { ...message, content: ownContent(message, content) };
  };

  const nextRev = (chatId: string): Chat => {
    const chat = chats.must(chatId);
    const next = { ...chat, rev: chat.rev + 1, heardAt: Math.max(chat.heardAt, at) };
    chats.put(next);
    return next;
  };
  const tell = (name: 'message.created' | 'message.updated', { id, chatId, ticketId }: Message): void =>
    announce({ name, id, chatId, ...(ticketId ? { ticketId } : {}) });
  const of = (chatId: string): Message[] => held.all().flatMap(({ now }) => (now.chatId === chatId ? [now] : []));

  return {
    held,
    takeMessages(taken) {
      for (const message of taken) {
        held.take(message);
        if (message.providerMessageId) provider.set(nameOf(message.channelId, message.providerMessageId), message.id);
      }
    },
    message: (id) => held.get(id),
    byProvider(channelId, providerMessageId) {
      const id = provider.get(nameOf(channelId, providerMessageId));
      return id === undefined ? undefined : held.get(id);
    },
    learned: () => [...learned.values()],
    learn: (targets) => targets.forEach((one) => void journal.set(learned, nameOf(one.channelId, one.id), one)),
    looseIn: (chatId) =>
      of(chatId)
        .filter(({ ticketId, direction, importedAt }) => ticketId === null && direction !== 'note' && importedAt === null)
        .filter(({ seq }) => seq > chats.must(chatId).lastClosedSeq)
        .sort((a, b) => a.seq - b.seq),
    outboundIn: (chatId) =>
      of(chatId)
        .filter(({ direction }) => direction === 'out')
        .sort((a, b) => a.seq - b.seq),
    addMessage(chatId, given) {
      const revised = nextRev(chatId);
      const chat = { ...revised, seq: revised.seq + 1 };
      chats.put(chat);
      const answered = given.replyToProvider ? provider.get(nameOf(chat.channelId, given.replyToProvider)) : undefined;
      const message = understood(messageOf(newId(), chat, { ...given, replyTo: given.replyTo ?? answered ?? null }), given.content);
      held.put(message);
      name(message);
      if (given.replyToProvider && message.replyTo === null) journal.append(waiting, earlyAnswer(newId(), given.replyToProvider, message));
      tell(message.importedAt === null ? 'message.created' : 'message.updated', message);
      return message;
    },
    joinTicket(message, ticketId) {
      const isNew = held.isNew(message.id);
      const joined = { ...message, ticketId, rev: isNew ? message.rev : nextRev(message.chatId).rev };
      held.put(joined);
      tell(isNew ? 'message.created' : 'message.updated', joined);
    },
    changeMessage(message, heard) {
      const changed = { ...(heard ? understood(message, heard) : message), rev: nextRev(message.chatId).rev };
      held.put(changed);
      name(changed);
      tell('message.updated', changed);
      return changed;
    },
    wait: (early) => journal.append(waiting, early),
    waiting: () => waiting,
  };
}

const NOTHING: Content = { type: 'text', text: '' };

/** A message in its place in the chat, before it says anything. Its time is the earlier of the provider's and the desk's. */
function messageOf(id: string, chat: Chat, { direction, author, ticketId, writtenAt = null, ...rest }: NewMessage): Message {
  return {
    id,
    chatId: chat.id,
    channelId: chat.channelId,
    ticketId,
    seq: chat.seq,
    rev: chat.rev,
    direction,
    author,
    content: NOTHING,
    replyTo: rest.replyTo ?? null,
    replyToProvider: rest.replyToProvider ?? null,
    reactions: [],
    sentAt: writtenAt === null ? chat.heardAt : Math.min(writtenAt, chat.heardAt),
    heardAt: chat.heardAt,
    editedAt: null,
    deletedAt: null,
    delivery: rest.delivery ?? null,
    providerMessageId: rest.providerMessageId ?? null,
    context: rest.context ?? null,
    mentions: rest.mentions ?? null,
    former: null,
    importedAt: rest.importedAt ?? null,
  };
}
