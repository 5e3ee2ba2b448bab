import { type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { unanswered, unconfirmed } from '../common/failures';
import { type Form, patienceFor, requestOf } from '../common/form';
import { isObject, type Json } from '../common/json';
import { type BotAnswer, failureOf } from './errors';

const HOST = 'https://api.telegram.org';

export interface Call {
  readonly method: string;
  readonly body: Json | Form;
  /** What must never come back in an error's detail, besides the token. */
  readonly hidden?: readonly string[];
  /** Milliseconds more than for other answers. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

/** Calls a method of the Bot API; resolves with its result, throws a `SendFailure` otherwise. */
export async function callBot(config: ChannelConfig, call: Call, outside: Outside): Promise<unknown> {
  const answer = await tryBot(config, call, outside);
  return resultOf(answer, hiddenWith(config, call));
}

export function resultOf(answer: BotAnswer, hidden: readonly string[]): unknown {
  const { status, body } = answer;
  if (isObject(body) && body.ok === true && status < 300) return body.result;
  if (status < 300 && !(isObject(body) && body.ok === false)) throw unconfirmed('The answer was not readable');
  throw failureOf(answer, hidden);
}

/** The token stands in the address itself: nothing that may quote the address leaves here. */
export const hiddenWith = ({ botToken = '' }: ChannelConfig, { hidden = [] }: Pick<Call, 'hidden'>): string[] => [
  botToken,
  botToken.replace(/^\d+:/, ''),
  ...hidden,
];

/** What a method answered, whatever that is; throws a `SendFailure` when nobody did. */
export async function tryBot(config: ChannelConfig, call: Call, outside: Outside): Promise<BotAnswer> {
  const { method, body, patience = 0, signal } = call;
  const timeout = AbortSignal.timeout(outside.timeout + patience + patienceFor(body));
  try {
    const response = await outside.fetch(urlOf(config, `bot%/${method}`, outside), {
      method: 'POST',
      ...requestOf(body),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { status: response.status, headers: response.headers, body: await response.json().catch(() => undefined) };
  } catch (error) {
    throw unanswered(error);
  }
}

/** An address of the bot: `%` in the path stands for its token. */
export function urlOf({ botToken = '' }: ChannelConfig, path: string, { telegramUrl }: Pick<Outside, 'telegramUrl'>): string {
  if (!TOKEN.test(botToken))
    throw new SendFailure('later', { code: 'auth', providerCode: null, detail: 'The token is none that Telegram gives' }, { pauses: true });
  return `${baseOf(telegramUrl)}/${path.replace('%', botToken)}`;
}

const TOKEN = /^\d+:[\w-]+$/;

const baseOf = (telegramUrl: string | null): string => (telegramUrl ?? HOST).replace(/\/+$/, '');
