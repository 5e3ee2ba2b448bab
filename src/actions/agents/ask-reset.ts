import type { Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { lockAgent } from '../routing/set-presence';
import { transact } from '../transact';
import { makeLink } from './account-links';
import { type Door, type Trying, tooMany } from './door';
import { hashOf } from './sessions';

const PER_ADDRESS = 10;
const PER_ACCOUNT = 5;

/**
 * Somebody forgot a password. What is written down is the same whether the account exists or not, and is looked at later; beyond
 * five mails in a quarter of an hour an account gets no more. Refuses `too_many_attempts` by the caller's address.
 */
export async function askReset(desk: Desk, door: Door, { account, address, base }: Trying & { readonly base: string }): Promise<void> {
  const [from, of] = [`from ${address}`, `of ${account}`];
  const wait = door.resets.fullFor(from, PER_ADDRESS);
  if (wait > 0) throw tooMany(wait, 'Too many links were asked for.');
  const flooded = door.resets.fullFor(of, PER_ACCOUNT) > 0;
  door.resets.add(from);
  door.resets.add(of);
  if (flooded || !desk.mail) return;
  const payload = { email: desk.vault.seal(account), base };
  await transact(desk, async (_tx, ledger) => ledger.addErrand({ key: `reset:${hashOf(account)}`, kind: 'reset', payload }));
}

/** Makes the link, if there is such an account. Who was invited and has no password yet is invited again. */
export async function answerReset(desk: Desk, errand: Errand): Promise<void> {
  const found = await desk.store.reads.agentByEmail(desk.vault.open(String(errand.payload.email)));
  const agentId = found && found.agent.removedAt === null ? found.agent.id : null;
  const kind = found?.passwordHash ? 'reset' : 'invite';
  await transact(desk, async (tx, ledger) => {
    ledger.done(errand.id);
    if (agentId === null) return;
    const agent = await lockAgent(tx, ledger, agentId);
    await makeLink(desk, tx, ledger, { agent, kind, by: null, base: String(errand.payload.base), byMail: true });
  });
}
