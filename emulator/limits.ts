import { chatOf } from './known';
import { type RefusalName, refuse } from './refusals';
import type { Account, Customer, World } from './world';

/** Counts one more send of this second, or throws the account's no. */
export function tooManyAtOnce(world: World, account: Account, no: RefusalName): void {
  const second = Math.floor(world.time.now() / 1000);
  const counted = world.seconds.get(account.id);
  const count = counted?.second === second ? counted.count + 1 : 1;
  if (count > account.limits.perSecond) refuse(no);
  world.seconds.set(account.id, { second, count });
}

/** Counts one more message to this person: a burst at once, then one now and again. */
export function tooManyToOne(world: World, account: Account, customer: Customer): void {
  const { pairBurst, pairEvery } = account.limits;
  const chat = chatOf(world, account, customer);
  const now = world.time.now();
  const used = Math.max(0, chat.used - (now - chat.usedAt) / pairEvery);
  if (used + 1 > pairBurst) refuse('pair_rate');
  chat.used = used + 1;
  chat.usedAt = now;
}
