import { silenced } from '../../../src/domain/bot';
import type { Message } from '../../../src/domain/message';
import type { Changes, Store, Tx } from '../../../src/ports/store';

/** Looks over the shoulder of every transaction: what a bot says, and when it begins to go out. */
export function watchBots(store: Store) {
  const broken: string[] = [];
  const storedIn = new Map<string, number>();
  const lastWords = new Set<string>();

  async function stored(tx: Tx, { newTickets, chats }: Changes, { id, chatId, ticketId }: Message): Promise<void> {
    const handsOff = newTickets.some((ticket) => ticket.chatId === chatId && ticket.id === ticketId);
    const [held] = await tx.hold([chatId]);
    if (held?.ticket || (!handsOff && newTickets.some((ticket) => ticket.chatId === chatId)))
      broken.push(`message ${id} of a bot was stored into an open chat`);
    if (handsOff) lastWords.add(id);
    storedIn.set(id, chats.find((chat) => chat.id === chatId)?.turn ?? -1);
  }

  async function leaves(tx: Tx, { id, chatId }: Message): Promise<void> {
    if (lastWords.has(id)) return;
    const [held] = await tx.hold([chatId]);
    const reason = held && silenced(held.chat, held.ticket, storedIn.get(id) ?? -1);
    if (reason) broken.push(`message ${id} of a bot left although: ${reason}`);
  }

  async function look(tx: Tx, changes: Changes): Promise<void> {
    for (const message of changes.newMessages.filter(isBots)) await stored(tx, changes, message);
    for (const message of changes.messages.filter(isBots)) if (message.delivery?.status === 'sending') await leaves(tx, message);
  }

  const watched: Store = {
    ...store,
    atomically: (work) =>
      store.atomically((tx) => {
        const write = tx.write;
        const watching: Tx['write'] = async (changes) => {
          await look(tx, changes);
          await write(changes);
        };
        // The same transaction, for the leases know it by itself.
        return work(Object.defineProperty(tx, 'write', { value: watching }));
      }),
  };
  return { store: watched, broken, said: () => storedIn.size };
}

const isBots = ({ author }: Message): boolean => author.kind === 'bot';
