import type { Message } from '../api/types';
import type { Words } from '../words/en';

export interface Trouble {
  readonly kind: 'failed' | 'uncertain';
  /** What did not happen, and why. */
  readonly what: string;
  /** What to do instead; how often it was tried; the provider's code last. */
  readonly more: string;
  /** What a person may do about it: put the words back into the box, send the same once more, or neither. */
  readonly again: 'write' | 'send' | null;
}

interface About {
  readonly words: Words;
  readonly customer: string;
  readonly network: string;
}

/** Changed or later the same words may go through; for the others writing again helps nobody. */
const MAY_HELP: ReadonlySet<string> = new Set(['content_invalid', 'gave_up', 'unknown', 'ambiguous']);
/** What has to be changed first can only be written, not sent as it was. */
const AS_IT_WAS: ReadonlySet<string> = new Set(['gave_up', 'unknown', 'ambiguous']);

/** What went wrong with a message, in words; null while all is well or not yet decided. */
export function troubleOf(
  { delivery, content }: Pick<Message, 'delivery' | 'content'>,
  { words, customer, network }: About,
): Trouble | null {
  const { delivery: say } = words.thread;
  if (delivery?.status === 'uncertain') return { kind: 'uncertain', what: '', more: say.uncertain(network, customer), again: 'send' };
  if (delivery?.status !== 'failed') return null;
  const { error, attempts } = delivery;
  const code = error?.code ?? 'unknown';
  const [what, instead] = (say.reasons[code] ?? say.reasons.unknown)?.(customer, network) ?? ['', ''];
  return {
    kind: 'failed',
    what,
    more: [instead, triedText(attempts, error?.providerCode ?? null, say)].filter((part) => part !== '').join(' '),
    again: againOf(content.type === 'text', code, error?.retryable === true),
  };
}

function againOf(hasWords: boolean, code: string, retryable: boolean): Trouble['again'] {
  if (hasWords) return retryable || MAY_HELP.has(code) ? 'write' : null;
  return retryable || AS_IT_WAS.has(code) ? 'send' : null;
}

function triedText(attempts: number, code: string | null, say: Words['thread']['delivery']): string {
  if (attempts > 1) return say.tried(attempts, code);
  return code === null ? '' : say.error(code);
}
