import { mayTellHandOff } from '../../domain/hand-off';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { chatKey } from '../sending/queue-message';

/** Writes an errand beside each event of which a bot or hub of the network may have to be told (`ChannelKind.handOff`). */
export function noteHandOffs(desk: Pick<Desk, 'kinds'>, ledger: Ledger): void {
  if (![...desk.kinds.values()].some(({ handOff }) => handOff)) return;
  for (const event of ledger.happened().filter(mayTellHandOff)) {
    const { id: ticketId, chatId, channelId } = ledger.ticket(event.ticketId);
    if (desk.kinds.get(channelIn(ledger.house, channelId)?.kind ?? '')?.handOff)
      ledger.addErrand({ key: chatKey(chatId), kind: 'hand_off', payload: { chatId, ticketId, seq: event.seq } });
  }
}
