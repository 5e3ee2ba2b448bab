import { type Address, newIdentity, readdressed } from '../../domain/contact';
import type { Message } from '../../domain/message';
import type { Sent } from '../../ports/channel';
import type { IdentityKey, Tx } from '../../ports/store';
import { type Line, linesOf, NOBODYS, nameOf } from '../hearing/names';
import type { Ledger } from '../ledger';

interface Answered {
  readonly channelId: string;
  readonly sent: Sent;
}

/** What the desk knows of the names that networks gave in their answers. */
export async function namesIn(tx: Tx, answers: readonly Answered[]): Promise<Map<string, Line>> {
  const keys = answers.flatMap(({ channelId, sent }): IdentityKey[] => (sent.who?.keys ?? []).map((key) => ({ channelId, key })));
  return linesOf(await tx.names(keys));
}

/**
 * The network named the person in its answer: another spelling (Brazil, Mexico) leads to the same chat from now on, and what is
 * sent next goes by the name that it took. A name that they or another have had until now is not learned.
 */
export async function learnNames(
  tx: Tx,
  ledger: Ledger,
  { chatId, channelId }: Message,
  { who }: Sent,
  known: Map<string, Line>,
): Promise<void> {
  if (!who) return;
  const { contactId, address } = ledger.chat(chatId);
  const lineOf = (key: string): Line => known.get(nameOf({ channelId, key })) ?? NOBODYS;
  const learned = who.keys
    .filter((key) => lineOf(key).now === null && lineOf(key).past.length === 0)
    .map((key) =>
      newIdentity({ channelId, key, chatId, contactId, spelling: who.spellings?.[key] ?? null, source: 'sent', at: ledger.at }),
    );
  for (const identity of learned) known.set(nameOf(identity), { now: identity, past: [] });
  if (learned.length > 0) await tx.meet([], learned);
  const next = readdressed(address, who.address);
  const isTheirs = who.keys.some((key) => lineOf(key).now?.chatId === chatId);
  if (isTheirs && !isSame(address, next)) ledger.saveChat({ ...ledger.chat(chatId), address: next });
}

const isSame = (one: Address, other: Address): boolean =>
  one.phone === other.phone && one.id === other.id && one.via === other.via && one.display === other.display;
