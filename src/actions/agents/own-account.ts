import type { Agent } from '../../domain/agent';
import { invalid, Refusal } from '../../domain/errors';
import type { SecondFactor } from '../../ports/store';
import type { Desk } from '../desk';
import { lockAgent } from '../routing/set-presence';
import { transact } from '../transact';
import { counted, type Door } from './door';
import { forgetLogIns } from './redeem-link';
import { newRecoveryCodes, usedUp } from './second-factor';

/** Who changes how they log in themselves, and by which session: that one stays. */
export interface Own {
  readonly agent: Agent;
  readonly session: string;
  readonly address: string;
}

/** Sets another password; every other session of theirs ends. `invalid` when the present one is wrong, and that counts as a failed log-in. */
export async function changePassword(
  desk: Desk,
  door: Door,
  { agent, session, address, current, next }: Own & { readonly current: string; readonly next: string },
): Promise<void> {
  const known = await knowsPassword(desk, door, { agent, address }, current, 'current');
  const hash = await desk.passwords.hash(next);
  await transact(desk, async (tx, ledger) => {
    await lockAgent(tx, ledger, agent.id);
    if ((await tx.passwordHash(agent.id)) !== known) throw new Refusal('unauthenticated', 'The password has changed meanwhile.');
    await tx.setPassword(agent.id, hash);
    await forgetLogIns(tx, agent.id, session);
  });
}

/** A new secret for an authenticator app; it is asked for once a first code has confirmed it. Refuses `already_exists` when one is. */
export async function beginTwoFactor(desk: Desk, { agent }: Pick<Own, 'agent'>): Promise<{ secret: string; uri: string }> {
  const secret = desk.oneTime.newSecret();
  await transact(desk, async (tx, ledger) => {
    await lockAgent(tx, ledger, agent.id);
    if ((await tx.secondFactor(agent.id))?.confirmedAt)
      throw new Refusal('already_exists', 'Two-factor log-in is on. Switch it off first.');
    await tx.saveSecondFactor({ agentId: agent.id, secret: desk.vault.seal(secret), confirmedAt: null, lastStep: null, recovery: [] });
  });
  return { secret, uri: desk.oneTime.uri(secret, agent.email) };
}

/** From now on a log-in asks for a code. Answers the recovery codes, which nobody sees again. */
export function confirmTwoFactor(desk: Desk, door: Door, own: Own & { readonly code: string }): Promise<string[]> {
  return withCode(desk, door, own, (factor, at) => {
    if (factor.confirmedAt !== null) throw new Refusal('already_exists', 'Two-factor log-in is on.');
    return { ...factor, confirmedAt: at };
  });
}

/** Ten new recovery codes in place of the former ones. */
export const renewRecoveryCodes = (desk: Desk, door: Door, own: Own & { readonly code: string }): Promise<string[]> =>
  withCode(desk, door, own, (factor) => {
    if (factor.confirmedAt === null) throw notOn();
    return factor;
  });

async function withCode(
  desk: Desk,
  door: Door,
  { agent, address, code }: Own & { readonly code: string },
  change: (factor: SecondFactor, at: number) => SecondFactor,
): Promise<string[]> {
  const { codes, hashes } = newRecoveryCodes();
  await counted(door, { account: agent.email, address }, () =>
    transact(desk, async (tx, ledger) => {
      await lockAgent(tx, ledger, agent.id);
      const factor = await tx.secondFactor(agent.id);
      if (!factor) throw notOn();
      await tx.saveSecondFactor({ ...change(usedUp(desk, factor, code), ledger.at), recovery: hashes });
    }),
  ).catch(saidAt('code'));
  return codes;
}

interface Proof {
  readonly password?: string;
  readonly code?: string;
}

/** Log-ins ask for the password alone again. Proven by the password or by a code. */
export async function endTwoFactor(desk: Desk, door: Door, own: Own & Proof): Promise<void> {
  const { agent, address, password, code = '' } = own;
  const end = () =>
    transact(desk, async (tx, ledger) => {
      await lockAgent(tx, ledger, agent.id);
      const factor = await tx.secondFactor(agent.id);
      if (factor?.confirmedAt && password === undefined) usedUp(desk, factor, code);
      await tx.removeSecondFactor(agent.id);
    });
  if (password === undefined) return counted(door, { account: agent.email, address }, end).catch(saidAt('code'));
  await knowsPassword(desk, door, own, password, 'password');
  await end();
}

async function knowsPassword(desk: Desk, door: Door, { agent, address }: Pick<Own, 'agent' | 'address'>, password: string, path: string) {
  const hash = await desk.store.reads.passwordHash(agent.id);
  await counted(door, { account: agent.email, address }, async () => {
    if (!(await desk.passwords.verify(hash ?? (await door.decoy), password)) || hash === null)
      throw new Refusal('unauthenticated', 'This is not your password.');
  }).catch(saidAt(path));
  return hash;
}

/** A wrong secret of somebody who is logged in is a wrong field: they stay logged in. */
const saidAt =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof Refusal && (error.code === 'unauthenticated' || error.code === 'code_wrong')) throw invalid(path, error.message);
    throw error;
  };

const notOn = (): Refusal => new Refusal('not_found', 'Two-factor log-in is not on.');
