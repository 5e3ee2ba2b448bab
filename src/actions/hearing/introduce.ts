import type { Who } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import { changeState } from '../channels/channel-state';
import type { Ledger } from '../ledger';
import type { Item } from './receive';

/** People whom the desk knew only by their address get the name that the network tells now. */
export async function introduce(tx: Tx, ledger: Ledger, events: readonly Item[], chatIds: readonly (string | null)[]): Promise<void> {
  const names = new Map<string, Who>();
  for (const [at, { heard }] of events.entries()) {
    const chatId = chatIds[at] ?? null;
    if (chatId !== null && heard.type === 'message' && heard.from.name && ledger.isNameless(chatId))
      names.set(ledger.chat(chatId).contactId, heard.from);
  }
  const nameless = (await tx.contacts([...names.keys()])).filter(({ name }) => name === null);
  await tx.saveContacts(
    nameless.map((contact) => {
      const { name = null, username = null } = names.get(contact.id) ?? {};
      return { ...contact, name, username: contact.username ?? username, updatedAt: ledger.at, version: contact.version + 1 };
    }),
  );
}

/** The first event that reaches a new channel shows that it is connected. */
export async function greet(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<void> {
  const heardFrom = new Set(events.filter(({ unrouted }) => !unrouted).map(({ channelId }) => channelId));
  const fresh = ledger.house.channels.filter(({ id, state }) => state.status === 'new' && heardFrom.has(id));
  for (const { id } of fresh)
    await changeState(tx, ledger, id, ({ state }) => (state.status === 'new' ? { status: 'ok', reason: null } : null));
}
