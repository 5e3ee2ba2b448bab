import { type Contact, type Identity, newIdentity } from '../../domain/contact';
import type { Instant } from '../../domain/ticket';
import type { Who } from '../../ports/channel';
import { BeginAgain, type IdentityKey, type PastIdentity, type Tx } from '../../ports/store';
import type { Ledger } from '../ledger';
import { type Line, linesOf, nameOf, usernameKey } from './names';

/** What a network told of somebody in the newest of their messages. */
export interface Told {
  readonly chatId: string;
  readonly who: Who;
  /** Somebody whom the desk has just met, and whose user name was another's until now. */
  readonly isNew: boolean;
}

export interface Around {
  readonly ledger: Ledger;
  newId(): string;
}

/** A user name is one person's at a time: it ends for who had it, and the one before ends for who has a new one. */
export async function takeUsername(tx: Tx, { ledger, newId }: Around, contact: Contact, { chatId, who, isNew }: Told): Promise<void> {
  if (!who.username || (who.username === contact.username && !isNew)) return;
  const { channelId } = ledger.chat(chatId);
  const keyOf = (username: string) => ({ channelId, key: usernameKey(username) });
  const [taken, former] = [keyOf(who.username), contact.username === null ? null : keyOf(contact.username)];
  const lines = await held(tx, ledger, former ? [taken, former] : [taken]);
  const [before, own] = [lines.get(nameOf(taken))?.now, former && lines.get(nameOf(former))?.now];
  if (before?.chatId === chatId) return;
  const ended = [
    ...(before ? [ending(before, 'taken', ledger.at, newId())] : []),
    ...(own?.chatId === chatId ? [ending(own, 'left', ledger.at, newId())] : []),
  ];
  const now = newIdentity({ ...taken, chatId, contactId: contact.id, source: 'heard', at: ledger.at });
  await tx.rename({ unheld: [], gone: ended, past: ended, now: [now] }, { apart: false });
}

/** Whose these names are, read while the chats are held to which they lead. */
async function held(tx: Tx, ledger: Ledger, keys: readonly IdentityKey[]): Promise<Map<string, Line>> {
  const others = (lines: Map<string, Line>) =>
    [...lines.values()].flatMap(({ now }) => (now && !ledger.has(now.chatId) ? [now.chatId] : []));
  const before = linesOf(await tx.names(keys));
  if (others(before).length === 0) return before;
  ledger.take(await tx.hold(others(before)));
  const lines = linesOf(await tx.names(keys));
  if (others(lines).length > 0) throw new BeginAgain('a user name has become somebody\u2019s meanwhile');
  return lines;
}

/**
 * A name that holds no more. `left`: its owner has another number, `replaced`: another id; `taken`: somebody else has it;
 * `claimed`: the network said that it is theirs, and somebody else writes by it.
 */
export const ending = (
  identity: Identity,
  reason: 'left' | 'replaced' | 'taken' | 'claimed',
  until: Instant,
  id: string,
): PastIdentity => ({
  ...identity,
  id,
  until,
  reason,
});
