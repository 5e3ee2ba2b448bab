import { counts, roundOf } from '../../domain/delivery';
import { invalid, Refusal } from '../../domain/errors';
import { isShown } from '../../domain/files';
import { bareMime } from '../../domain/media-limits';
import type { Message } from '../../domain/message';
import type { PageContent, PageWord } from '../../ports/channel';
import type { Media, Visitor } from '../../ports/store';
import type { Desk } from '../desk';
import type { Intake } from '../hearing/intake';
import { referenceOf } from '../hearing/provider-key';
import { isTheirs, placesIn, threadsOf } from './following';
import { bringLate } from './identify';
import { heardOf, onPage, type Page } from './visitors';

/** Where words of pages go in: the same intake as those of networks. */
export interface PageDoor {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit'>;
}

/** What a visitor writes; of a file only which upload of theirs it is. */
export type Written =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'button_reply'; readonly id: string; readonly title: string }
  | { readonly type: 'image' | 'video' | 'audio' | 'document'; readonly mediaId: string; readonly caption?: string | undefined };

interface Saying {
  readonly page: Page;
  readonly visitor: Visitor;
  /** The page's own name for it: the same once more is the same message. */
  readonly clientId: string;
  readonly content: Written;
  /** The message that it answers. */
  readonly replyTo: string | null;
}

/** As whose a visitor's uploads are kept. */
export const uploaderOf = ({ id }: Pick<Visitor, 'id'>): string => `visitor:${id}`;

/** Stores what a visitor wrote; resolves when it is committed. `again`: it was here already. Throws `unavailable` when it can't be stored now. */
export async function say(door: PageDoor, saying: Saying): Promise<{ readonly message: Message; readonly again: boolean }> {
  const { desk } = door;
  const { page, visitor, clientId } = saying;
  const content = await contentOf(desk, visitor, saying.content);
  const answered = saying.replyTo === null ? null : await answeredBy(desk, page, visitor, saying.replyTo);
  const at = desk.clock.now();
  const word: PageWord = { type: 'message', visitor: onPage(visitor), id: clientId, at, content, replyTo: answered };
  const [heard] = heardOf(desk, page, word);
  if (heard?.type !== 'message') throw invalid('content', 'expected words, a choice or a file');
  const find = () => desk.store.reads.messageCalled(page.channel.id, heard.id);
  const known = await find();
  if (known) return { message: known, again: true };
  const isNew = visitor.externalId !== null && (await threadsOf(desk, page, visitor)).length === 0;
  await handIn(door, page, isNew ? [word, met(desk, visitor)] : [word]);
  await followSignIn(desk, page, visitor);
  const message = await find();
  if (!message) throw new Refusal('invalid', 'The desk could not take this in.');
  return { message, again: false };
}

/** They may have signed in while it was on its way. */
async function followSignIn(desk: Desk, page: Page, visitor: Visitor): Promise<void> {
  const now = visitor.externalId === null ? await desk.store.reads.visitor(visitor.id) : null;
  if (now && now.externalId !== null) await bringLate(desk, page, { from: visitor, to: now });
}

/** Who signed in is called as the site says, once the desk knows them by a chat. */
export async function introduceVisitor(door: PageDoor, page: Page, visitor: Visitor): Promise<void> {
  const isKnown = (await threadsOf(door.desk, page, visitor)).length > 0;
  if (isKnown && (visitor.name !== null || visitor.email !== null)) await handIn(door, page, [met(door.desk, visitor)]);
}

const met = ({ clock }: Pick<Desk, 'clock'>, visitor: Visitor): PageWord => ({ type: 'met', visitor: onPage(visitor), at: clock.now() });

/** Resolves when the words are committed. */
export async function handIn({ desk, intake }: PageDoor, page: Page, words: readonly PageWord[]): Promise<void> {
  const heard = words.flatMap((word) => heardOf(desk, page, word));
  await intake.submit([{ channelId: page.channel.id, heard }], JSON.stringify(words).length);
}

/** A page has these messages now: what of them the desk sent has come to the person. */
export async function delivered(door: PageDoor, page: Page, visitor: Visitor, messages: readonly Message[]): Promise<void> {
  const fresh = messages.filter(({ direction, delivery }) => direction === 'out' && counts(delivery) && isOnTheWay(delivery?.status));
  if (fresh.length > 0)
    await handIn(
      door,
      page,
      fresh.map((message) => receipt(door.desk, visitor, message, 'delivered')),
    );
}

/** The person has read everything up to here. */
export async function seen(door: PageDoor, page: Page, visitor: Visitor, rev: string): Promise<void> {
  const places = placesIn(rev);
  const words: PageWord[] = [];
  for (const { chatId } of await threadsOf(door.desk, page, visitor)) {
    const place = places.get(chatId);
    const message = place ? await door.desk.store.reads.sentUpTo(chatId, place.seq) : null;
    if (message?.delivery && counts(message.delivery) && message.delivery.status !== 'read')
      words.push(receipt(door.desk, visitor, message, 'read'));
  }
  if (words.length > 0) await handIn(door, page, words);
}

const isOnTheWay = (status: string | undefined): boolean => status === 'sent' || status === 'uncertain';

function receipt(desk: Desk, visitor: Visitor, { id, delivery }: Message, status: 'delivered' | 'read'): PageWord {
  const reference = referenceOf(id, delivery ? roundOf(delivery) : 0);
  return { type: 'receipt', visitor: onPage(visitor), at: desk.clock.now(), reference, status, upTo: status === 'read' };
}

async function contentOf({ store }: Desk, visitor: Visitor, content: Written): Promise<PageContent> {
  if (!('mediaId' in content)) return content;
  const media = await store.reads.media(content.mediaId);
  if (!media || media.uploadedBy !== uploaderOf(visitor) || media.chatId !== null || media.state !== 'ready')
    throw invalid('content.mediaId', 'There is no such upload of yours: upload the file again.');
  return { type: typeOf(media), mediaId: media.id, mime: media.mime, fileName: media.fileName, caption: content.caption ?? null };
}

/** By its bytes, whatever the page calls it. */
function typeOf({ mime }: Media): 'image' | 'video' | 'audio' | 'document' {
  const [kind] = bareMime(mime).split('/');
  return (kind === 'image' || kind === 'video' || kind === 'audio') && isShown(mime) ? kind : 'document';
}

/** As its network calls the message that is answered. */
async function answeredBy(desk: Desk, page: Page, visitor: Visitor, id: string): Promise<string | null> {
  const [message, threads] = [await desk.store.reads.message(id), await threadsOf(desk, page, visitor)];
  if (!message || !isTheirs(message) || !threads.some(({ chatId }) => chatId === message.chatId))
    throw invalid('replyTo', 'There is no such message.');
  return message.providerMessageId;
}
