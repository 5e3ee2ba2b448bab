import { accountIn, customerIn, wrong } from './asks';
import { type Json, textOf } from './json';
import { know } from './known';
import type { Scene } from './people';
import { waId } from './whatsapp/news';
import type { Customer } from './world';

/** A customer takes another number or another user id, and WhatsApp tells of each. */
export function move({ world, outbox }: Scene, input: Json): Customer {
  const account = accountIn(world, input);
  if (account.kind !== 'whatsapp') return wrong('account: on Instagram nobody gets another id');
  const before = customerIn(world, account, input);
  const [phone, userId] = [textOf(input.phone).replace(/\D/g, ''), textOf(input.userId)];
  if (phone === '' && userId === '') return wrong('phone, userId: what is it from now on?');
  const now: Customer = { ...before, ...(phone ? { phone } : {}), ...(userId ? { userId } : {}) };
  know(world, now);
  for (const system of [...newNumber(before, now), ...newUserId(before, now)]) {
    const id = world.ids.wamid(waId(now) ?? '0');
    const { from, ...said } = system;
    const timestamp = String(Math.floor(world.time.now() / 1000));
    const item = { ...(from === undefined ? {} : { from }), id, timestamp, type: 'system', system: said };
    outbox.tell(account, { field: 'messages', part: { messages: [item] } });
  }
  return now;
}

function newNumber(before: Customer, now: Customer): Json[] {
  const [from, to] = [waId(before), waId(now)];
  if (from === null || to === null || from === to) return [];
  return [{ from, type: 'user_changed_number', wa_id: to, body: `User ${now.name} changed from ${from} to ${to}` }];
}

function newUserId(before: Customer, now: Customer): Json[] {
  const [from, to] = [before.userId, now.userId];
  if (from === null || to === null || from === to) return [];
  return [{ type: 'user_changed_user_id', user_id: to, body: `User ${now.name} changed from ${from} to ${to}` }];
}
