import { filesIn } from '../../domain/content-files';
import type { Message } from '../../domain/message';
import { type ChannelKind, type OutboundFile, SendFailure, type Uploaded } from '../../ports/channel';
import type { Channel, Errand, Media, ProviderMedia } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { mediaLinkTo } from '../media/media-links';
import { channelIn } from '../rules';
import { outsideOf } from './outside-of';
import { pauseOf } from './pauses';
import { kindOf } from './sendable';

/** A message's file with the network, or on its way there. */
export interface HandedOver {
  readonly file: OutboundFile;
  /** Whether it is to hand over once more when the network refuses the message: it may have forgotten the file, or not reach the desk. */
  readonly isDoubtful: boolean;
  /** Hands it over once more. */
  anew(): Promise<OutboundFile>;
}

/** A network's word for a file ends sooner than it says rather than in mid-send. */
const MARGIN = 60 * 60_000;

export interface Failed {
  readonly failure: SendFailure;
}

/**
 * Hands the file of a message that is about to be sent to its network, so that the attempt itself only names it: bytes that
 * the network has already are not sent again. What fails here surely left the message unsent. null when there is nothing to
 * hand over, or nowhere to.
 */
export async function handOver(desk: Desk, errand: Errand): Promise<HandedOver | Failed | null> {
  const message = await desk.store.reads.message(String(errand.payload.messageId));
  const channel = message && channelIn(await desk.house.refresh(), message.channelId);
  if (message?.delivery?.status !== 'queued' || !channel || channel.deletedAt !== null || channel.state.status === 'paused') return null;
  const [named] = filesIn(message.content);
  if (await pauseOf(desk, { chatId: message.chatId, channel })) return null;
  try {
    return named ? await handed(desk, channel, message, named) : null;
  } catch (error) {
    if (error instanceof SendFailure) return { failure: error };
    desk.log.error('a file could not be handed over', { channelId: channel.id, messageId: message.id, cause: String(error) });
    return { failure: new SendFailure('later', { code: 'transient', providerCode: null, detail: 'The file could not be handed over.' }) };
  }
}

async function handed(
  desk: Desk,
  channel: Channel,
  message: Message,
  { type, mediaId }: ReturnType<typeof filesIn>[number],
): Promise<HandedOver> {
  const kind = kindOf(desk, channel.kind);
  const media = await desk.store.reads.media(mediaId);
  if (media?.state !== 'ready' || media.hash === null) throw GONE;
  const file = outboundFile(desk, channel, kind, { ...media, hash: media.hash }, type);
  const anew = () => (kind.upload ? surelyNot(() => uploaded(desk, channel, kind, file, media.hash ?? '')) : Promise.resolve(file));
  if (file.link !== null) return { file, isDoubtful: kind.upload !== undefined, anew };
  const known = await desk.store.reads.providerMedia({ channelId: channel.id, hash: media.hash, type });
  const lasts = known && (known.expiresAt === null || known.expiresAt > desk.clock.now() + MARGIN);
  // What the network found wrong with the file is tried with a file that it has not had.
  if (!lasts || lastProblem(message) === 'media_problem') return { file: await anew(), isDoubtful: false, anew };
  return { file: { ...file, providerId: known.providerId }, isDoubtful: true, anew };
}

/** Also of the sending before, which somebody had repeated. */
const lastProblem = ({ delivery }: Message): string | undefined => (delivery?.error ?? delivery?.history?.at(-1)?.error)?.code;

function outboundFile(
  desk: Desk,
  channel: Channel,
  kind: ChannelKind,
  media: Media & { hash: string },
  type: OutboundFile['type'],
): OutboundFile {
  const { id, mime, bytes, fileName, hash } = media;
  const link = kind.fetchesLinks && channel.trialSince === null ? mediaLinkTo(desk, id) : null;
  const open = async () => {
    const body = await desk.files.open(hash);
    if (!body) throw GONE;
    return body;
  };
  return { type, mime, bytes, fileName, providerId: null, link, open };
}

async function uploaded(desk: Desk, channel: Channel, kind: ChannelKind, file: OutboundFile, hash: string): Promise<OutboundFile> {
  if (!kind.upload) return file;
  // Opened before anything is said to the network: that it is gone is no trouble of the line.
  const body = await file.open();
  try {
    const given = { ...file, open: async () => body };
    const { providerId, keptFor } = await kind.upload(openConfig(kind, desk.vault, channel.config), given, outsideOf(desk, channel));
    const row = rowOf({ channel, hash, type: file.type }, { providerId, keptFor }, desk.clock.now());
    await desk.store.atomically((tx) => tx.saveProviderMedia(row));
    return { ...file, providerId };
  } finally {
    body.destroy();
  }
}

/** A file as the network has it, for the next message. */
export const rowOf = (
  { channel, hash, type }: { readonly channel: Channel; readonly hash: string; readonly type: OutboundFile['type'] },
  { providerId, keptFor }: Uploaded,
  createdAt: number,
): ProviderMedia => ({
  channelId: channel.id,
  hash,
  type,
  providerId,
  createdAt,
  expiresAt: keptFor === null ? null : createdAt + keptFor,
});

/** Nobody knows whether the file came, but everybody that the message did not go. */
async function surelyNot<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SendFailure) || error.verdict !== 'unknown') throw error;
    throw new SendFailure('later', { ...error.problem, code: 'transient' }, { cause: error.cause });
  }
}

const GONE = new SendFailure('never', { code: 'media_problem', providerCode: null, detail: 'The file is not here any more.' });
