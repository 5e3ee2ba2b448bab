import type { DeliveryError } from '../../domain/chat';
import type { Instant } from '../../domain/ticket';
import type { SendProblem } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import type { Ledger } from '../ledger';
import type { Opener } from '../tickets/open-in';

/** What became of one event. */
export interface Verdict {
  readonly outcome: 'applied' | 'ignored' | 'failed';
  readonly reason: string | null;
  /** Its message is not known yet, or not all of it: it is kept until that comes. */
  readonly waits?: boolean;
}

export const APPLIED: Verdict = { outcome: 'applied', reason: null };
export const ignored = (reason: string): Verdict => ({ outcome: 'ignored', reason });
export const WAITS: Verdict = { outcome: 'ignored', reason: 'waits_for_message', waits: true };
export const failed = (reason: string): Verdict => ({ outcome: 'failed', reason });

/** One event's surroundings: the transaction that hears it, and the chat of the person whom it names. */
export interface Hearing {
  readonly desk: Opener;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly channelId: string;
  readonly chatId: string | null;
  isOnline(agentId: string | null): boolean;
  /** Whether this transaction was the first to hear of a key. */
  isNewKey(key: string): boolean;
  /** Chats with a send of which nobody knows yet what became of it. */
  readonly unsettled: ReadonlySet<string>;
}

const EARLIEST = Date.UTC(2009, 0, 1);

/** The provider's time, unless it is unreadable or from before there was such a network (LIFECYCLE §5). */
export const writtenAt = (at: Instant | null): Instant | null => (at !== null && at >= EARLIEST ? at : null);

const RETRYABLE: ReadonlySet<string> = new Set([
  'auth',
  'account_restricted',
  'rate_limited',
  'transient',
  'ambiguous',
  'gave_up',
  'media_problem',
  'unknown',
]);

/** Why it failed, as the API shows it. `retryable`: a person may try again and it can work. */
export const deliveryError = ({ code, providerCode, detail }: SendProblem): DeliveryError => ({
  code,
  providerCode,
  detail,
  retryable: RETRYABLE.has(code),
});
