import type { Chat } from '../../domain/chat';
import { type Address, type Identity, readdressed } from '../../domain/contact';
import { standingOf } from '../../domain/events';
import type { Instant } from '../../domain/ticket';
import type { HeardIdentity } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import type { Ledger } from '../ledger';
import type { Line } from './names';

interface Moving {
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly heard: HeardIdentity;
  /** From when on. */
  readonly at: Instant;
  readonly lines: ReadonlyMap<string, Line>;
}

/** Answers go where they are now, unless they have moved on since; also those in other chats of theirs that went where they were. */
export async function readdress(moving: Moving, { chatId, contactId }: Pick<Identity, 'chatId' | 'contactId'>, to: Address): Promise<void> {
  const { tx, ledger, at, lines, heard } = moving;
  const chat = ledger.chat(chatId);
  const later = [...lines.values()].some(({ now }) => now?.chatId === chatId && now.source === 'moved' && now.createdAt > at);
  if (later) return;
  for (const one of [chat, ...(await besides(moving, chat))]) sendTo(ledger, one, to);
  const [contact] = await tx.contacts([contactId]);
  const { phone } = to;
  const follows = contact && (contact.phone === null || [chat.address.phone, heard.who.address.phone].includes(contact.phone));
  if (phone === undefined || !follows || contact.phone === phone) return;
  await tx.saveContacts([{ ...contact, phone, updatedAt: ledger.at, version: contact.version + 1 }]);
}

/** Other chats of the same person on this channel, whose answers go to the number that is theirs no more. */
async function besides({ tx, ledger, heard }: Moving, { id, channelId, contactId }: Chat): Promise<Chat[]> {
  const { phone } = heard.who.address;
  if (phone === undefined) return [];
  const chatIds = await tx.chatIdsOf(contactId);
  ledger.take(await tx.hold(chatIds.filter((one) => !ledger.has(one))));
  return chatIds
    .filter((one) => one !== id && ledger.has(one))
    .map((one) => ledger.chat(one))
    .filter((one) => one.contactId === contactId && one.channelId === channelId && one.address.phone === phone);
}

function sendTo(ledger: Ledger, chat: Chat, to: Address): void {
  ledger.saveChat({ ...chat, address: readdressed(chat.address, to) });
  const ticket = ledger.openIn(chat.id);
  if (ticket) ledger.announce({ name: 'ticket.updated', id: ticket.id, ticketId: ticket.id, chatId: chat.id, was: standingOf(ticket) });
}
