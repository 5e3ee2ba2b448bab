import type { DeliveryError } from '../../domain/message';
import { mayGoLater, PROBLEMS } from '../../domain/problems';
import type { Instant } from '../../domain/ticket';
import type { SendProblem, Who } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
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
  readonly desk: Opener & Pick<Desk, 'vault' | 'kinds'>;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly channelId: string;
  readonly chatId: string | null;
  isOnline(agentId: string | null): boolean;
  /** Whether this is how they are called now, rather than until they took another number. */
  isCalled(who: Who): boolean;
  /** Chats with a send of which nobody knows yet what became of it. */
  readonly unsettled: ReadonlySet<string>;
}

const EARLIEST = Date.UTC(2009, 0, 1);

/** The provider's time, unless it is unreadable or from before there was such a network (LIFECYCLE §5). */
export const writtenAt = (at: Instant | null): Instant | null => (at !== null && at >= EARLIEST ? at : null);

/** Why it failed, as the API shows it, once it is known. */
export function deliveryError(
  { code, providerCode, detail, reason, advice = PROBLEMS[code], notWithin }: SendProblem,
  at: Instant,
): DeliveryError {
  const more = { ...(reason === undefined ? {} : { reason }), ...(notWithin === undefined ? {} : { notBefore: at + notWithin }) };
  return { code, providerCode, detail, retryable: mayGoLater(advice), advice, ...more };
}
