import type { Message } from '../api/types';
import type { Words } from '../words/en';

export interface Trouble {
  readonly kind: 'failed' | 'uncertain';
  /** What did not happen, and why. */
  readonly what: string;
  /** What to do instead; how often it was tried; the provider's code last. */
  readonly more: string;
  /** Writing it again may help. */
  readonly again: boolean;
}

interface About {
  readonly words: Words;
  readonly customer: string;
  readonly network: string;
}

/** Changed or later the same words may go through; for the others writing again helps nobody. */
const MAY_HELP: ReadonlySet<string> = new Set(['content_invalid', 'gave_up', 'unknown', 'ambiguous']);

/** What went wrong with a message, in words; null while all is well or not yet decided. */
export function troubleOf(
  { delivery, content }: Pick<Message, 'delivery' | 'content'>,
  { words, customer, network }: About,
): Trouble | null {
  const { delivery: say } = words.thread;
  const hasWords = content.type === 'text';
  if (delivery?.status === 'uncertain') return { kind: 'uncertain', what: '', more: say.uncertain(network, customer), again: hasWords };
  if (delivery?.status !== 'failed') return null;
  const { error, attempts } = delivery;
  const code = error?.code ?? 'unknown';
  const [what, instead] = (say.reasons[code] ?? say.reasons.unknown)?.(customer, network) ?? ['', ''];
  return {
    kind: 'failed',
    what,
    more: [instead, triedText(attempts, error?.providerCode ?? null, say)].filter((part) => part !== '').join(' '),
    again: hasWords && (error?.retryable === true || MAY_HELP.has(code)),
  };
}

function triedText(attempts: number, code: string | null, say: Words['thread']['delivery']): string {
  if (attempts > 1) return say.tried(attempts, code);
  return code === null ? '' : say.error(code);
}
