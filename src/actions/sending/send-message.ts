import { SendFailure } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { sawSent } from '../health/saw-sent';
import { type Attempt, beginSend } from './begin-send';
import { type End, endSend } from './end-send';
import { outsideOf } from './outside-of';
import { kindOf } from './sendable';

/** The lease under which errands of a key run: every transaction confirms that it still holds. */
export interface Hold {
  readonly name: string;
  readonly token: string;
}

/**
 * Sends one queued message. The attempt is committed as `sending` before the first byte leaves; what became of it is
 * settled in a transaction of its own. Found `sending`, an earlier holder died in mid-send: nobody knows, so `uncertain`.
 * Sends of other chats that begin or end at the same moment share these transactions.
 */
export async function sendMessage(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const attempt = await beginSend(desk, { errand, hold });
  if (attempt === null) return;
  const end = await tryToSend(desk, attempt);
  await endSend(desk, { errand, hold, end, attempt });
  if ('sent' in end) await sawSent(desk, attempt.channel.id);
}

async function tryToSend(desk: Desk, { channel, outbound }: Attempt): Promise<End> {
  const kind = kindOf(desk, channel.kind);
  try {
    return { sent: await kind.send(openConfig(kind, desk.vault, channel.config), outbound, outsideOf(desk, channel)) };
  } catch (error) {
    if (error instanceof SendFailure) return { failure: error };
    desk.log.error('a channel broke while sending', { channelId: channel.id, messageId: outbound.reference, cause: String(error) });
    return {
      failure: new SendFailure(
        'unknown',
        { code: 'ambiguous', providerCode: null, detail: 'Nobody knows whether this message went out.' },
        { cause: error },
      ),
    };
  }
}
