import type { Clock } from '../../ports/clock';
import { recent } from './recent';

const WINDOW = 15 * 60 * 1000;
const PER_ACCOUNT_AND_ADDRESS = 10;
/** Failures of one account from anywhere: each one beyond these slows the next attempt a little. */
const UNSLOWED = 5;
const STEP = 200;
const SLOWEST = 2000;

/** What this process remembers of failed log-ins. Successful ones never count and forget nothing. */
export interface FailedLogIns {
  /** Milliseconds until this account may be tried again from this address; 0 = now. */
  blockedFor(email: string, address: string): number;
  /** Milliseconds by which an attempt on this account is slowed, from wherever it comes. */
  slowedBy(email: string): number;
  failed(email: string, address: string): void;
}

/** @see CONTRACT "Auth" */
export function failedLogIns(clock: Clock): FailedLogIns {
  const failures = recent(clock, { window: WINDOW, most: 2 * PER_ACCOUNT_AND_ADDRESS });
  return {
    blockedFor: (email, address) => failures.fullFor(both(email, address), PER_ACCOUNT_AND_ADDRESS),
    slowedBy: (email) => Math.min(SLOWEST, STEP * Math.max(0, failures.times(email).length - UNSLOWED)),
    failed(email, address) {
      failures.add(email);
      failures.add(both(email, address));
    },
  };
}

const both = (email: string, address: string): string => `${email}\n${address}`;
