import { createHash } from 'node:crypto';
import type { PushTarget } from '../../ports/push';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

/** So many browsers of one person are pushed to; a newer one takes the place of the oldest. */
const MOST = 20;

type Whose = Pick<Person, 'id'>;

/** Lets the desk push to this browser. One that another person used before is this person's now. */
export async function subscribe(desk: Desk, { by, endpoint, keys }: PushTarget & { readonly by: Whose }): Promise<void> {
  const others = await desk.store.reads.pushSubscriptions([by.id], desk.clock.now());
  const id = idOf(endpoint);
  const surplus = others
    .filter((one) => one.id !== id)
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(MOST - 1);
  await transact(desk, async (tx, { at }) => {
    for (const one of surplus) await tx.removePushSubscription(one.id, by.id);
    await tx.savePushSubscription({ id, agentId: by.id, endpoint, keys: desk.vault.seal(JSON.stringify(keys)), createdAt: at });
  });
}

/** Nothing for a browser that is not theirs. */
export async function unsubscribe(desk: Desk, { by, endpoint }: { readonly by: Whose; readonly endpoint: string }): Promise<void> {
  await transact(desk, (tx) => tx.removePushSubscription(idOf(endpoint), by.id));
}

const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');
