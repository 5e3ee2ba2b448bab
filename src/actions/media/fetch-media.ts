import type { Instant } from '../../domain/ticket';
import { MediaFailure, SendFailure } from '../../ports/channel';
import { type TakenFile, TooLarge } from '../../ports/files';
import type { Errand, Media } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { removalOf } from '../ledger/files';
import { channelIn } from '../rules';
import { outsideOf } from '../sending/outside-of';
import type { Hold } from '../sending/send-message';
import { transact } from '../transact';
import { type FileFacts, keepFile } from './keep-file';
import { addressesOf } from './remove-files';
import { holdMedia, settleMedia } from './settle-media';

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

/** Fetches a file that somebody sent, before its link dies. What fails is tried again as long as the network keeps the file. */
export async function fetchMedia(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const media = await desk.store.reads.media(String(errand.payload.mediaId));
  const fetching = { desk, errand, hold };
  if (media?.state !== 'waiting') return settle(fetching, media);
  try {
    const taken = await takeIn(desk, media);
    await keepFile(desk, taken, media, (facts) => settle(fetching, media, { facts })).finally(() => taken.letGo());
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    await settle(fetching, media, { failure });
  }
}

/** The bytes, whole and as the network counted them. */
async function takeIn(desk: Desk, media: Media): Promise<TakenFile> {
  const house = await desk.house.refresh();
  const channel = channelIn(house, media.channelId ?? '');
  const kind = desk.kinds.get(channel?.kind ?? '');
  if (!channel || channel.deletedAt !== null || !kind?.fetchMedia || !media.source)
    throw new MediaFailure('never', 'refused', 'The channel is disconnected, or can’t fetch files.');
  const coming = await kind.fetchMedia(openConfig(kind, desk.vault, channel.config), media.source, outsideOf(desk, channel));
  const taken = await desk.files.takeIn(coming.body).catch(unlessOurs);
  const wrong = wrongWith(taken, media, coming.bytes);
  if (wrong) {
    await taken.letGo();
    throw wrong;
  }
  return taken;
}

/** What the disk does is ours; whatever else ends a file in the middle is the network's. */
function unlessOurs(error: NodeJS.ErrnoException): never {
  if (error instanceof TooLarge || OF_THE_DISK.has(error.syscall ?? '')) throw error;
  throw new MediaFailure('later', 'unreachable', `The file broke off (${error.code ?? error.name}).`);
}

const OF_THE_DISK: ReadonlySet<string> = new Set(['open', 'write', 'writev', 'mkdir', 'fsync', 'close']);

function wrongWith({ bytes, hash }: TakenFile, { source }: Media, promised: number | null): MediaFailure | null {
  if (bytes === 0) return new MediaFailure('later', 'empty', 'The file came with 0 bytes.');
  if (promised !== null && bytes !== promised) return new MediaFailure('later', 'damaged', `${bytes} of ${promised} bytes came.`);
  const told = source?.sha256 ?? null;
  const isSame = told === null || told === Buffer.from(hash, 'hex').toString('base64') || told.toLowerCase() === hash;
  return isSame ? null : new MediaFailure('later', 'damaged', 'The bytes are not those that the network told of.');
}

/** The network's own no; anything else that breaks is ours, and the errand is tried again. */
function failureOf(error: unknown): MediaFailure | null {
  if (error instanceof MediaFailure) return error;
  if (error instanceof TooLarge) return new MediaFailure('never', 'too_large', `The file has more than ${error.most} bytes.`);
  if (error instanceof SendFailure) return new MediaFailure('later', 'unreachable', error.problem.detail);
  return null;
}

interface Fetching {
  readonly desk: Desk;
  readonly errand: Errand;
  readonly hold: Hold;
}

interface End {
  readonly facts?: FileFacts;
  readonly failure?: MediaFailure;
}

async function settle({ desk, errand, hold }: Fetching, fetched: Media | null, { facts, failure }: End = {}): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const media = fetched && (await holdMedia(tx, ledger, fetched));
    const again = failure && media?.state === 'waiting' ? nextTry(desk, media, failure, errand, ledger.at) : null;
    if (again !== null) return ledger.postpone({ ...errand, attempts: errand.attempts + 1, dueAt: again });
    ledger.done(errand.id);
    if (media?.state === 'waiting') await settleMedia(tx, ledger, { ...media, ...became(facts, failure), settledAt: ledger.at });
    else if (media && media.state !== 'gone') await settleMedia(tx, ledger, media);
    else if (facts) ledger.addErrand(removalOf({ addresses: addressesOf(facts) }));
  });
}

const became = (facts: FileFacts | undefined, failure: MediaFailure | undefined): Partial<Media> =>
  facts
    ? { ...facts, state: 'ready' }
    : { state: 'failed', problem: { code: failure?.code ?? 'unreachable', detail: failure?.message ?? '' } };

/** When it is worth trying again; null when it is not: the network says never, or keeps the file no longer. */
function nextTry(desk: Desk, media: Media, failure: MediaFailure, { attempts }: Errand, now: Instant): Instant | null {
  const channel = channelIn(desk.house.current(), media.channelId ?? '');
  const kept = desk.kinds.get(channel?.kind ?? '')?.keepsMedia ?? DAY;
  const next = now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts, 20));
  return failure.verdict === 'never' || next > media.createdAt + kept ? null : next;
}
