import type { News } from '../envelope';
import { echoed, spoken } from '../instagram/news';
import type { Json } from '../json';
import type { Account, Customer } from '../world';

/** What a Page's own app or inbox said, with which of them it was. */
export const echoedBy = (app: string, account: Account, customer: Customer, at: number, message: Json): News => ({
  ...echoed(account, customer, at, { ...message, app_id: Number(app) }),
  field: 'message_echoes',
});

/** Everything up to now has come; `mids` may be missing. */
export const delivered = (account: Account, customer: Customer, at: number, mids: readonly string[]): News => ({
  ...spoken(account, customer, at, { delivery: { ...(mids.length > 0 ? { mids } : {}), watermark: at } }),
  field: 'message_deliveries',
});

/** Everything up to now has been read. */
export const read = (account: Account, customer: Customer, at: number): News => ({
  ...spoken(account, customer, at, { read: { watermark: at } }),
  field: 'message_reads',
});
