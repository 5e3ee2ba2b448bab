import { readdressed } from '../../domain/contact';
import type { HeardMet } from '../../ports/channel';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

/** Somebody is there and has said nothing: how they are reached is kept, and that is all. */
export function hearMet({ ledger, chatId, isCalled }: Hearing, { who, at }: HeardMet): Verdict {
  if (chatId === null) return ignored('nobody');
  const chat = ledger.chat(chatId);
  if (!isCalled(who) || (writtenAt(at) ?? ledger.at) < (chat.windowFrom ?? 0)) return ignored('nothing_new');
  ledger.saveChat({ ...chat, address: readdressed(chat.address, who.address), route: who.route ?? chat.route });
  return APPLIED;
}
