import { timingSafeEqual } from 'node:crypto';
import { newAgent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { SetupToken, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { hashOf, type LoggedIn, newToken, type Origin, openSession } from './sessions';

const VALID = 60 * 60 * 1000;

/**
 * Makes the one-time token with which the first admin signs up, in place of any former one. Null when there is an admin.
 *
 * @see CONTRACT "Auth"
 */
export function openSetup({ store, clock }: Desk): Promise<string | null> {
  return store.atomically(async (tx) => {
    if ((await tx.countAdmins()) > 0) return null;
    const token = newToken();
    await tx.setSetup({ hash: hashOf(token), expiresAt: clock.now() + VALID });
    return token;
  });
}

export interface FirstAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly from: Origin;
}

/** Redeems the token: the first admin, logged in. `gone` when it was redeemed, replaced, is over, or never was. */
export async function setUp(desk: Desk, { token, name, email, password, from }: FirstAdmin): Promise<LoggedIn> {
  const now = desk.clock.now();
  const row = await desk.store.reads.setup();
  if (!fits(row, token, now)) throw gone();

  const passwordHash = await desk.passwords.hash(password);
  const admin = newAgent({ id: desk.newId(), name: name.trim(), email: email.trim().toLowerCase(), role: 'admin', at: now });
  return desk.store.atomically(async (tx) => {
    await redeemAlone(tx, now);
    await tx.addAgent(admin, passwordHash);
    await tx.setSetup(null);
    return openSession(desk, tx, admin, from);
  });
}

function fits(row: SetupToken | null, token: string, now: number): boolean {
  return row !== null && row.expiresAt > now && timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(token)));
}

/** Two that redeem at once, also links of two starts, meet at this row: the second waits for the first's commit and then counts its admin. */
async function redeemAlone(tx: Tx, now: number): Promise<void> {
  const claim = { caller: 'set-up', route: 'set-up', key: 'set-up' };
  const alone = await tx.claimIdempotency({ ...claim, bodyHash: '', answer: null, createdAt: now });
  if (!alone || (await tx.countAdmins()) > 0) throw gone();
  await tx.removeIdempotency(claim);
}

function gone(): Refusal {
  return new Refusal('gone', 'This set-up link is used up or over. A desk without an admin prints a new one at each start.');
}
