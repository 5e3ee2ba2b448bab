import type { SeenBy } from '../../domain/access';
import { type AskedContent, type Content, isMedia } from '../../domain/content';
import { filesIn, renamed } from '../../domain/content-files';
import { invalid } from '../../domain/errors';
import { fittedMedia } from '../../domain/media-limits';
import type { Message } from '../../domain/message';
import { cleanDeep } from '../../domain/text';
import type { ChannelKind } from '../../ports/channel';
import type { Media, Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { shownContent } from '../media/settle-media';
import { withTemplate } from '../templates/templates';

/** Who sends a file, and which chats they see. */
export interface Sender {
  readonly by: Pick<Person, 'id'>;
  readonly sight: SeenBy | null;
}

interface Through {
  readonly kind: ChannelKind;
  readonly channelId: string;
  readonly sender: Sender;
}

/**
 * The content with what the desk knows of the template and the file that it names. Refuses (`invalid`) a file that is not
 * here, that was uploaded by somebody else, or that belongs to a chat which the sender may not see.
 */
export async function readied(desk: Desk, tx: Tx, { kind, channelId, sender }: Through, content: AskedContent): Promise<Content> {
  const asked = cleanDeep(content);
  return withFile(desk, kind, sender, isMedia(asked) ? asked : await withTemplate(tx, channelId, asked));
}

async function withFile(desk: Desk, kind: ChannelKind, sender: Sender, content: AskedContent): Promise<Content> {
  if (isMedia(content)) return shownContent(content, await fileFor(desk, sender, content.mediaId, 'content.mediaId'));
  for (const { type, mediaId, path } of filesIn(content)) {
    const { mime, bytes } = await fileFor(desk, sender, mediaId, path);
    const fit = fittedMedia({ type, mime, bytes }, kind.capabilities.media);
    if ('misfit' in fit) throw invalid(path, `${kind.title} ${fit.misfit.says}.`);
  }
  return content;
}

async function fileFor({ store }: Desk, { by, sight }: Sender, mediaId: string, path: string): Promise<Media> {
  const media = await store.reads.media(mediaId);
  const theirs = media && (media.chatId === null ? media.uploadedBy === by.id : await store.reads.chatSeenBy(media.chatId, sight));
  if (!media || !theirs) throw invalid(path, 'There is no such file.');
  if (media.state !== 'ready') throw invalid(path, 'This file is not here: it was not fetched, or it is gone.');
  return media;
}

interface Owned {
  readonly parts: readonly Content[];
  /** Once they are stored: these messages have the files, and nothing else has. */
  readonly tie: (messages: readonly Message[]) => Promise<void>;
}

/** The parts with files of their own: an upload that nobody has used yet, else one more name for the same bytes. */
export async function ownFiles(desk: Desk, tx: Tx, { by }: Sender, parts: readonly Content[]): Promise<Owned> {
  const owned = new Map<string, { readonly media: Media; readonly isNew: boolean }>();
  for (const { mediaId } of parts.flatMap(filesIn)) if (!owned.has(mediaId)) owned.set(mediaId, await ownFile(desk, tx, by.id, mediaId));
  const nameOf = (mediaId: string): string => owned.get(mediaId)?.media.id ?? mediaId;
  const tie = async (messages: readonly Message[]): Promise<void> => {
    for (const { media, isNew } of owned.values()) {
      const message = messages.find(({ content }) => filesIn(content).some(({ mediaId }) => mediaId === media.id));
      if (!message) continue;
      const tied = [{ ...media, channelId: message.channelId, chatId: message.chatId, messageId: message.id }];
      await (isNew ? tx.addMedia(tied) : tx.saveMedia(tied));
    }
  };
  return { parts: parts.map((part) => renamed(part, nameOf)), tie };
}

async function ownFile(desk: Desk, tx: Tx, uploadedBy: string, mediaId: string): Promise<{ media: Media; isNew: boolean }> {
  const media = await desk.store.reads.media(mediaId);
  const [locked] = media?.messageId === null ? await tx.media([mediaId]) : [];
  if (locked?.messageId === null) return { media: locked, isNew: false };
  const known = locked ?? media;
  if (!known) throw invalid('content.mediaId', 'There is no such file.');
  return { media: { ...known, id: desk.newId(), uploadedBy, source: null, createdAt: desk.clock.now() }, isNew: true };
}
