import { type ChannelConfig, type Outside, type OutsideAnswer, SendFailure } from '../../src/ports/channel';
import { wordFor } from '../common/connection';
import { again, failureOf } from './answers';
import { sign } from './signature';

export interface Call {
  /** The same each time that the same is told. */
  readonly id: string;
  readonly body: object;
  readonly attempts?: number;
  /** What must not come back in an error. */
  readonly hidden?: readonly string[];
}

/** POSTs something to the receiver, signed anew each time; resolves when it is taken, throws a `SendFailure`. */
export async function post(config: ChannelConfig, call: Call, outside: Outside): Promise<OutsideAnswer> {
  const answer = await reach(config, call, outside);
  if (answer.status >= 200 && answer.status < 300) return answer;
  const hidden = [...(call.hidden ?? []), config.secret ?? '', config.outboundUrl ?? ''];
  throw failureOf(answer, { attempts: call.attempts ?? 0, now: outside.now(), hidden });
}

async function reach(
  { outboundUrl = '', secret = '' }: ChannelConfig,
  { id, body, attempts = 0 }: Call,
  outside: Outside,
): Promise<OutsideAnswer> {
  const raw = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'user-agent': 'Relaydesk', ...sign(secret, id, raw, outside.now()) };
  try {
    return await outside.call(outboundUrl, { method: 'POST', headers, body: raw });
  } catch (error) {
    if (wordFor(error) === 'ECLOSEDADDRESS') throw CLOSED;
    // The error itself is not passed on: its words may quote the request.
    throw again({ code: 'transient', providerCode: null, detail: `The connection failed (${wordFor(error)})` }, attempts);
  }
}

const CLOSED = new SendFailure(
  'later',
  {
    code: 'account_restricted',
    providerCode: null,
    detail: 'The address leads into a private network; name its host in ALLOW_PRIVATE_TARGETS, or give another address',
  },
  { pauses: true },
);
