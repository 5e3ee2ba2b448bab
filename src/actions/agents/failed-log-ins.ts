import type { Instant } from '../../domain/ticket';
import type { Clock } from '../../ports/clock';

const WINDOW = 15 * 60 * 1000;
const PER_ACCOUNT_AND_ADDRESS = 10;
/** Failures of one account from anywhere: each one beyond these slows the next attempt a little. */
const UNSLOWED = 5;
const STEP = 200;
const SLOWEST = 2000;
/** Keys kept at most; beyond it the oldest are forgotten, so that made-up accounts can't fill the memory. */
const KEPT = 20_000;

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
  const failures = new Map<string, Instant[]>();
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > clock.now() - WINDOW);
  const add = (key: string) => {
    const times = [...recent(key), clock.now()].slice(-2 * PER_ACCOUNT_AND_ADDRESS);
    failures.delete(key);
    failures.set(key, times);
    forgetOldest(failures);
  };
  return {
    blockedFor(email, address) {
      const times = recent(both(email, address));
      const oldest = times.at(-PER_ACCOUNT_AND_ADDRESS);
      return oldest === undefined ? 0 : oldest + WINDOW - clock.now();
    },
    slowedBy: (email) => Math.min(SLOWEST, STEP * Math.max(0, recent(email).length - UNSLOWED)),
    failed(email, address) {
      add(email);
      add(both(email, address));
    },
  };
}

const both = (email: string, address: string): string => `${email}\n${address}`;

function forgetOldest(failures: Map<string, Instant[]>): void {
  if (failures.size <= KEPT) return;
  const [oldest] = failures.keys();
  if (oldest !== undefined) failures.delete(oldest);
}
