import type { News } from '../envelope';
import type { Json } from '../json';
import { scopedId } from '../scoped';
import type { Account, Customer, Message } from '../world';

/** Something that the customer did, as an item of `messaging`. */
export function spoken(account: Account, customer: Customer, at: number, event: Json, message?: Message): News {
  const part = { sender: { id: scopedId(account, customer) }, recipient: { id: account.id }, timestamp: at, ...event };
  return { field: 'messages', part, ...(message ? { message } : {}) };
}

/** What the business said, sent or typed: sender and recipient are the other way round. */
export function echoed(account: Account, customer: Customer, at: number, message: Json): News {
  const part = {
    sender: { id: account.id },
    recipient: { id: scopedId(account, customer) },
    timestamp: at,
    message: { ...message, is_echo: true },
  };
  return { field: 'messages', part };
}
