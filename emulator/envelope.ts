import type { Json } from './json';
import type { Account, Message } from './world';

/** One thing to tell a webhook: WhatsApp's `value` of a field, or an item of Instagram's and Messenger's `messaging`. */
export interface News {
  readonly field: string;
  readonly part: Json;
  /** It is the whole value, and names no number. */
  readonly bare?: true;
  /** Only overheard: another app holds the conversation. */
  readonly standby?: true;
  /** The customer's message that this tells of, if it does. */
  readonly message?: Message;
}

/** One POST that tells all of it. */
export function envelopeOf(account: Account, news: readonly News[], now: number): Json {
  return account.kind === 'whatsapp'
    ? { object: 'whatsapp_business_account', entry: [{ id: account.businessId, changes: changesOf(account, news) }] }
    : { object: account.kind === 'messenger' ? 'page' : 'instagram', entry: [{ time: now, id: account.id, ...itemsOf(news) }] };
}

function itemsOf(news: readonly News[]): Json {
  const [told, overheard] = [news.filter(({ standby }) => !standby), news.filter(({ standby }) => standby)];
  return {
    ...(told.length > 0 ? { messaging: told.map(({ part }) => part) } : {}),
    ...(overheard.length > 0 ? { standby: overheard.map(({ part }) => part) } : {}),
  };
}

/** What belongs to one field stands in one value: messages and statuses side by side, each contact once. */
function changesOf(account: Account, news: readonly News[]): Json[] {
  const told = news.filter(({ bare }) => !bare);
  const fields = [...new Set(told.map(({ field }) => field))];
  const changes = fields.map((field) => {
    const parts = told.filter((item) => item.field === field).map(({ part }) => part);
    return { value: { messaging_product: 'whatsapp', metadata: metadataOf(account), ...merged(parts) }, field };
  });
  return [...changes, ...news.filter(({ bare }) => bare).map(({ field, part }) => ({ value: part, field }))];
}

function metadataOf({ phone, id }: Account): Json {
  return { display_phone_number: phone, phone_number_id: id };
}

function merged(parts: readonly Json[]): Json {
  const value: Record<string, unknown[]> = {};
  for (const [name, list] of parts.flatMap(Object.entries) as [string, unknown[]][]) value[name] = [...(value[name] ?? []), ...list];
  const contacts = new Map((value.contacts ?? []).map((contact) => [JSON.stringify(contact), contact]));
  return contacts.size > 0 ? { ...value, contacts: [...contacts.values()] } : value;
}
