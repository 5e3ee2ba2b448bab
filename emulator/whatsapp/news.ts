import type { News } from '../envelope';
import type { Json } from '../json';
import { waIdOf } from '../known';
import type { Account, Customer, Message } from '../world';

const seconds = (at: number): string => String(Math.floor(at / 1000));

export function waId({ phone, hidesPhone }: Customer): string | null {
  return phone === null || hidesPhone ? null : waIdOf(phone);
}

/** The customer as a webhook's contact; a phone number only where the person shows it. */
export function contactOf(customer: Customer): Json {
  const number = waId(customer);
  const { name, username, userId } = customer;
  return {
    profile: { name, ...(username === null ? {} : { username: `@${username}` }) },
    ...(number === null ? {} : { wa_id: number }),
    ...(userId === null ? {} : { user_id: userId }),
  };
}

function from(customer: Customer): Json {
  const number = waId(customer);
  return { ...(number === null ? {} : { from: number }), ...(customer.userId === null ? {} : { from_user_id: customer.userId }) };
}

/** Something that the customer did, as an item of `messages`. */
export function spoken(customer: Customer, id: string, at: number, content: Json, message?: Message, context?: Json): News {
  const item = { ...(context ? { context } : {}), ...from(customer), id, timestamp: seconds(at), ...content };
  return { field: 'messages', part: { contacts: [contactOf(customer)], messages: [item] }, ...(message ? { message } : {}) };
}

/** Something that a person did on the business's own phone. */
export function echoed(account: Account, customer: Customer, id: string, at: number, content: Json): News {
  const number = waId(customer);
  const to = { ...(number === null ? {} : { to: number }), ...(customer.userId === null ? {} : { to_user_id: customer.userId }) };
  const item = { from: account.phone, ...to, id, timestamp: seconds(at), ...content };
  return { field: 'smb_message_echoes', part: { contacts: [contactOf(customer)], message_echoes: [item] } };
}

/** Who a status is about: as the send named the person. A failed one names nobody else. */
export interface Recipient {
  readonly number: string | null;
  readonly userId: string | null;
  readonly customer: Customer | null;
}

export function statusOf(message: Message, status: string, at: number, to: Recipient, error?: object): News {
  const failed = status === 'failed';
  const item = {
    id: message.id,
    status,
    timestamp: seconds(at),
    ...(to.number === null ? {} : { recipient_id: to.number }),
    ...(to.userId === null || (failed && to.number !== null) ? {} : { recipient_user_id: to.userId }),
    ...(message.reference === null ? {} : { biz_opaque_callback_data: message.reference }),
    ...(status === 'sent' || status === 'delivered' ? { pricing: PRICING } : {}),
    ...(error ? { errors: [error] } : {}),
  };
  const contacts = failed || !to.customer ? {} : { contacts: [contactOf(to.customer)] };
  return { field: 'messages', part: { ...contacts, statuses: [item] } };
}

const PRICING: Json = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
