import { type Content, isMedia, type MediaContent, previewOf } from '../../domain/content';
import { shownAs } from '../../domain/files';
import type { Message } from '../../domain/message';
import type { Media, Tx } from '../../ports/store';
import { holdChat } from '../hold-chat';
import type { Ledger } from '../ledger';
import { shownIn } from '../ledger/files';

/** Saves what became of a file, and lets the message that shows it say so. Its chat must be held. */
export async function settleMedia(tx: Tx, ledger: Ledger, media: Media): Promise<void> {
  await tx.saveMedia([media]);
  if (media.messageId === null) return;
  ledger.takeMessages(await tx.messages([media.messageId]));
  const message = ledger.message(media.messageId);
  const content = message && showing(message.content, media);
  if (message && content) tell(ledger, { ...message, content });
}

/** Holds a file's chat, and reads the file under that lock; null when there is none any more. */
export async function holdMedia(tx: Tx, ledger: Ledger, { id, chatId }: Pick<Media, 'id' | 'chatId'>): Promise<Media | null> {
  if (chatId !== null) await holdChat(tx, ledger, chatId);
  return (await tx.media([id]))[0] ?? null;
}

/** A file as a message shows it. */
export function shownContent(
  { type, caption, animated, fileName }: Pick<MediaContent, 'type' | 'caption' | 'animated' | 'fileName'>,
  { id, ...media }: Media,
): MediaContent {
  const { mime, bytes, state, width, height, preview, problem } = media;
  const name = fileName ?? media.fileName ?? undefined;
  return {
    type: state === 'ready' ? shownAs(type, mime, problem?.code ?? null) : type,
    mediaId: id,
    mime,
    bytes,
    state,
    ...(name === undefined ? {} : { fileName: name }),
    ...(caption === undefined ? {} : { caption }),
    ...(animated === undefined ? {} : { animated }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(preview === null ? {} : { preview: true }),
    ...(problem === null ? {} : { problem: problem.code }),
  };
}

/** The content with what became of its file, or of what it shares; null when the file is none of its own. */
function showing(content: Content, media: Media): Content | null {
  const file = shownIn(content);
  if (file?.mediaId !== media.id) return null;
  if (isMedia(content)) return shownContent(file, media);
  return { ...content, media: shownContent({ ...file, type: media.mime.startsWith('video/') ? 'video' : 'image' }, media) } as Content;
}

function tell(ledger: Ledger, changed: Message): void {
  const message = ledger.changeMessage(changed);
  const ticket = ledger.ticketOf(message);
  if (ticket?.lastMessage?.id !== message.id || ticket.lastMessage.type === message.content.type) return;
  ledger.note({ ...ticket, lastMessage: { ...ticket.lastMessage, type: message.content.type, text: previewOf(message.content) } });
}
