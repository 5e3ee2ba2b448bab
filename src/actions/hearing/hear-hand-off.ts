import type { HeardHandOff } from '../../ports/channel';
import { openIn } from '../tickets/open-in';
import { APPLIED, type Hearing, ignored, type Verdict } from './hearing';

/** A bot of the network asks for a person: the chat becomes a ticket, as when a bot of our own hands it off (LIFECYCLE §7). */
export function hearHandOff({ desk, ledger, chatId }: Hearing, { id, who, reason }: HeardHandOff): Verdict {
  if (chatId === null) return ignored('nobody');
  const chat = ledger.chat(chatId);
  if (who.route) ledger.saveChat({ ...chat, route: who.route });
  if (ledger.openIn(chatId)) return ignored('open_already');
  const decision = { rule: 'handed_off', facts: { botId: null, handOff: id, reason } };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'handed_off', actor: { kind: 'bot', id: null, name: null }, decision });
  return APPLIED;
}
