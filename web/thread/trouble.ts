import type { Message } from '../api/types';
import type { Words } from '../words/en';

export interface Trouble {
  /** `waiting`: it goes by itself · `twice`: it arrived more than once. */
  readonly kind: 'failed' | 'uncertain' | 'waiting' | 'twice';
  /** What did not happen, and why. */
  readonly what: string;
  /** What to do instead; how often it was tried; the provider's code last. */
  readonly more: string;
  /** What a person may do about it: put the words back into the box, have the same sent once more, or neither. */
  readonly again: 'write' | 'retry' | null;
}

interface About {
  readonly words: Words;
  readonly customer: string;
  readonly network: string;
  /** Words may be written to the customer now. */
  readonly open: boolean;
  readonly now: number;
  readonly clock: (at: string) => string;
  /** With its day, where that is another one. */
  readonly moment: (at: string) => string;
}

type Of = Pick<Message, 'delivery' | 'content'>;
type Delivery = NonNullable<Message['delivery']>;

/** Changed, the same words may go through. */
const TO_CHANGE: ReadonlySet<string | null> = new Set(['change_content']);
/** Nothing goes through a channel while one of these stands. */
const OF_THE_CHANNEL: ReadonlySet<string> = new Set(['channel_paused', 'auth', 'account_restricted']);

/** What went wrong with a message, in words; null while all is well or not yet decided. */
export function troubleOf({ delivery, content }: Of, about: About): Trouble | null {
  if (!delivery) return null;
  if (delivery.status === 'failed') return failed(delivery, content, about);
  const { words, customer, network } = about;
  if (delivery.status === 'uncertain')
    return { kind: 'uncertain', what: '', more: words.delivery.uncertain(network, customer), again: 'retry' };
  if (delivery.status === 'queued') return waiting(delivery, about);
  return delivery.twice ? { kind: 'twice', what: '', more: words.delivery.twice(customer), again: null } : null;
}

function failed({ error, attempts }: Delivery, content: Message['content'], about: About): Trouble {
  const { words, now, moment } = about;
  const [what, instead] = reasonFor(error, about);
  const notBefore = error?.notBefore != null && Date.parse(error.notBefore) > now ? words.delivery.notBefore(moment(error.notBefore)) : '';
  return {
    kind: 'failed',
    what,
    more: joined(instead, notBefore, triedText(attempts, error?.providerCode ?? null, words.delivery)),
    again: againFor(error, content, { ...about, barred: notBefore !== '' }),
  };
}

function againFor(
  error: Delivery['error'],
  content: Message['content'],
  { open, barred }: Pick<About, 'open'> & { readonly barred: boolean },
): Trouble['again'] {
  const reopened = error?.code === 'window_closed' && open;
  if ((error?.retryable || reopened) && !barred) return 'retry';
  return content.type === 'text' && TO_CHANGE.has(error?.advice ?? null) ? 'write' : null;
}

/** It waits by itself for something that is worth saying: what is merely its turn next is not. */
function waiting({ error, nextAttemptAt }: Delivery, about: About): Trouble | null {
  const { words, now, clock } = about;
  if (!error) return null;
  const { waits } = words.delivery;
  if (OF_THE_CHANNEL.has(error.code)) return { kind: 'waiting', what: '', more: waits.paused, again: null };
  const [what] = reasonFor(error, about);
  const until = nextAttemptAt !== null && Date.parse(nextAttemptAt) > now ? waits.until(clock(nextAttemptAt)) : waits.again;
  return { kind: 'waiting', what: '', more: joined(what, until), again: null };
}

function reasonFor(error: Delivery['error'], { words, customer, network }: About): readonly [string, string] {
  const { reasons } = words.delivery;
  const say = reasons[error?.reason ?? ''] ?? reasons[error?.code ?? ''] ?? reasons.unknown;
  return say?.(customer, network) ?? ['', ''];
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function triedText(attempts: number, code: string | null, say: Words['delivery']): string {
  if (attempts > 1) return say.tried(attempts, code);
  return code === null ? '' : say.error(code);
}
