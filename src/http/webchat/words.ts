import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { threadsOf } from '../../actions/webchat/following';
import { seen } from '../../actions/webchat/hand-in';
import type { HttpConfig } from '../http-config';
import { mayStay } from './arrival';
import { type Listener, TOO_MANY } from './listener';

/** From one look at a page to the next. */
const MOST_WORDS = 120;
const LONGEST_REV = 2048;
const TYPED_AGAIN = 2_000;

interface Ears {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly intake: Pick<Intake, 'submit'>;
}

/** What a page says by its socket; what is none of it is nothing. */
export async function hearWord(ears: Ears, listener: Listener, data: string): Promise<void> {
  listener.words += 1;
  if (listener.words > MOST_WORDS) return listener.socket.close(TOO_MANY);
  const word = parsed(data);
  if (word.type === 'ping') return listener.tell({ type: 'pong' });
  if (word.type !== 'typing' && word.type !== 'seen') return;
  if (!(await mayStay(ears, listener))) return listener.bye();
  if (word.type === 'typing') return typed(ears, listener);
  if (typeof word.rev === 'string' && word.rev.length <= LONGEST_REV) await seen(ears, listener.page, listener.visitor, word.rev);
}

/** Shows those who look at the ticket that its customer writes. */
async function typed({ desk }: Ears, listener: Listener): Promise<void> {
  const now = desk.clock.now();
  if (now < listener.typedAt + TYPED_AGAIN) return;
  listener.typedAt = now;
  const threads = await threadsOf(desk, listener.page, listener.visitor);
  const ids = threads.flatMap(({ ticketId }) => ticketId ?? []);
  if (ids.length > 0) desk.bus.announce(ids.map((id) => ({ name: 'customer.typed', id, ticketId: id })));
}

function parsed(data: string): { readonly type?: unknown; readonly rev?: unknown } {
  try {
    const word: unknown = JSON.parse(data);
    return typeof word === 'object' && word !== null ? word : {};
  } catch {
    return {};
  }
}
