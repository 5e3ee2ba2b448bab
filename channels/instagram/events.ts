import type { Heard } from '../../src/ports/channel';
import { idOf } from '../common/json';
import { need, notice } from '../meta/envelope';
import { edit, handover, message, postback, reaction } from '../meta/messaging/events';
import { partner, type Seen, told } from '../meta/messaging/item';

export const EVENTS: ReadonlyMap<string, (seen: Seen) => Heard[]> = new Map([
  ['message', message],
  ['postback', postback],
  ['message_edit', edit],
  ['reaction', reaction],
  ['read', read],
  ['referral', told('referral')],
  ['optin', told('optin')],
  ['pass_thread_control', handover(false)],
  ['take_thread_control', handover(true)],
  ['request_thread_control', told('handover')],
  ['app_roles', told('handover')],
  ['delivery', told('delivery')],
]);

/** The customer has seen everything up to this message. */
function read(seen: Seen): Heard[] {
  const { place, body, by, at } = seen;
  if (by === 'business') return [notice(place, 'self')];
  const id = need(idOf(body.mid), 'the receipt names no message');
  return [{ type: 'receipt', ...place, id, upTo: true, who: partner(seen), status: 'read', at }];
}
