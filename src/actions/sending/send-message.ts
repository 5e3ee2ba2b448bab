import { filesIn } from '../../domain/content-files';
import { type OutboundFile, SendFailure, type Sent } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { sawSent } from '../health/saw-sent';
import { type Attempt, beginSend } from './begin-send';
import { type End, endSend } from './end-send';
import { type Failed, type HandedOver, handOver, rowOf } from './hand-over';
import { outsideOf } from './outside-of';
import { kindOf } from './sendable';

/** The lease under which errands of a key run: every transaction confirms that it still holds. */
export interface Hold {
  readonly name: string;
  readonly token: string;
}

/**
 * Sends one queued message; the file that goes with it is handed over before. The attempt is committed as `sending` before the first byte leaves; what became of it is
 * settled in a transaction of its own. Found `sending`, an earlier holder died in mid-send: nobody knows, so `uncertain`.
 * Sends of other chats that begin or end at the same moment share these transactions.
 */
export async function sendMessage(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const handed = errand.payload.file === true ? await handOver(desk, errand) : null;
  const attempt = await beginSend(desk, { errand, hold });
  if (attempt === null) return;
  const end = await tryToSend(desk, attempt, handed);
  await endSend(desk, { errand, hold, end, attempt });
  if (!('sent' in end)) return;
  await sawSent(desk, attempt.channel.id);
  await keepName(desk, attempt, end.sent);
}

/** What the network calls the file that it was just given, for the next message that has it. */
async function keepName(desk: Desk, { channel, outbound }: Attempt, { file }: Sent): Promise<void> {
  const [named] = filesIn(outbound.content);
  const media = file && named ? await desk.store.reads.media(named.mediaId) : null;
  if (!file || !named || !media?.hash) return;
  await desk.store
    .atomically((tx) => tx.saveProviderMedia(rowOf({ channel, hash: media.hash ?? '', type: named.type }, file, desk.clock.now())))
    .catch((cause: unknown) =>
      desk.log.warn('what a network calls a file could not be kept', { channelId: channel.id, cause: String(cause) }),
    );
}

async function tryToSend(desk: Desk, attempt: Attempt, handed: HandedOver | Failed | null): Promise<End> {
  const { channel, outbound } = attempt;
  if (handed && 'failure' in handed) return handed;
  if (!handed && filesIn(outbound.content).length > 0) return { failure: NOT_HANDED };
  try {
    return { sent: await sendWith(desk, attempt, handed) };
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

/** The channel came back between looking and sending. */
const NOT_HANDED = new SendFailure(
  'later',
  { code: 'transient', providerCode: null, detail: 'The file is not at the network yet.' },
  { retryAfter: 1000 },
);

/** What a network that has forgotten a file says of the message that names it. */
const FORGOTTEN: ReadonlySet<string> = new Set(['media_problem', 'content_invalid', 'unknown']);

/** A network may have forgotten a file that it was handed for another message, or fail to fetch it: then, once, it is handed over anew. */
async function sendWith(desk: Desk, { channel, outbound }: Attempt, handed: HandedOver | null): Promise<Sent> {
  const kind = kindOf(desk, channel.kind);
  const send = (file: OutboundFile | undefined): Promise<Sent> =>
    kind.send(openConfig(kind, desk.vault, channel.config), file ? { ...outbound, file } : outbound, outsideOf(desk, channel));
  try {
    return await send(handed?.file);
  } catch (error) {
    const isRefused = error instanceof SendFailure && error.verdict === 'never' && FORGOTTEN.has(error.problem.code);
    if (!handed?.isDoubtful || !isRefused) throw error;
    return send(await handed.anew());
  }
}
