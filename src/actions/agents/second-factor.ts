import { randomInt } from 'node:crypto';
import { Refusal } from '../../domain/errors';
import type { SecondFactor, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { hashOf } from './sessions';

const CODES = 10;
/** 16 of these are 80 bits; none is taken for another on paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * Lets pass who has no second step, or knows its code: then the code is used up, in this transaction. Otherwise refuses
 * `code_required` or `code_wrong`.
 */
export async function passCode(desk: Desk, tx: Tx, agentId: string, code: string | undefined): Promise<void> {
  const factor = await tx.secondFactor(agentId);
  if (!factor || factor.confirmedAt === null) return;
  if (code === undefined) throw new Refusal('code_required', 'The code of the second step is needed too.');
  await tx.saveSecondFactor(usedUp(desk, factor, code));
}

/** The factor without this code. No step is taken twice, also none before the last one that was. */
export function usedUp(desk: Desk, factor: SecondFactor, code: string): SecondFactor {
  const bare = bareCode(code);
  const hash = hashOf(bare);
  if (factor.recovery.includes(hash)) return { ...factor, recovery: factor.recovery.filter((one) => one !== hash) };
  const step = /^\d{6}$/.test(bare) ? desk.oneTime.stepOf(desk.vault.open(factor.secret), bare, desk.clock.now()) : null;
  if (step === null || step <= (factor.lastStep ?? 0)) throw new Refusal('code_wrong', 'This code is not right, or was used before.');
  return { ...factor, lastStep: step };
}

/** Codes for the day on which the phone is lost; each works once. */
export function newRecoveryCodes(): { readonly codes: string[]; readonly hashes: string[] } {
  const codes = Array.from({ length: CODES }, newCode);
  return { codes, hashes: codes.map((code) => hashOf(bareCode(code))) };
}

const newCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

/** People type them with spaces, dashes and capitals. */
const bareCode = (code: string): string => code.replace(/[\s-]/g, '').toLowerCase();
