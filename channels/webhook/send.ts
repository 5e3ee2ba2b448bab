import type { z } from 'zod';
import { isMedia } from '../../src/domain/content';
import { type ChannelConfig, type Outbound, type OutboundFile, type Outside, type Sent, wholeOf } from '../../src/ports/channel';
import { refused } from '../common/failures';
import { hiddenIn } from '../common/hidden';
import { idIn } from './answers';
import { post } from './call';
import { OUTGOING, type TELLS } from './outgoing';

type Outgoing = z.infer<typeof OUTGOING>;
type Tells<Name extends keyof typeof TELLS> = z.infer<(typeof TELLS)[Name]['shape']>;

const MB = 1024 * 1024;
/** A file that travels in the message itself is held in memory, here and there. */
const MOST_INLINE = 5 * MB;

/** Hands a message to the receiver. Without an id in its answer the message is known by ours. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const { reference: id, author, replyTo, attempts = 0 } = message;
  const said = { ...(await saidIn(message)), ...(replyTo === null ? {} : { replyTo: wholeOf(replyTo) }) };
  const body: Tells<'message'> = { id, contact: contactOf(message.to), author, message: said };
  const answer = await post(config, { id, body, attempts, hidden: hiddenIn(message.content) }, outside);
  return { providerMessageId: idIn(answer) ?? id };
}

export function contactOf({ id, phone }: Outbound['to']): Tells<'message'>['contact'] {
  if (!id) throw refused('recipient_invalid', 'This person has no id at the provider');
  return { id, ...(phone ? { phone } : {}) };
}

/** In the words of the description: what it does not name is not told. */
async function saidIn({ content, file }: Pick<Outbound, 'content' | 'file'>): Promise<Outgoing> {
  const { success, data } = OUTGOING.safeParse(isMedia(content) ? { ...content, mediaId: undefined, ...(await fileOf(file)) } : content);
  if (!success) throw refused('content_invalid', `A webhook is not sent ${content.type} messages`);
  return data;
}

/** A link where the desk can be reached, else the file itself. */
async function fileOf(file: OutboundFile | undefined): Promise<{ readonly url: string } | { readonly data: string }> {
  if (file?.link) return { url: file.link };
  if (!file) throw refused('media_problem', 'The file was not handed over');
  if (file.bytes > MOST_INLINE)
    throw refused('media_problem', 'A file over 5 MB goes as a link: set PUBLIC_URL to the https address of the desk');
  return { data: Buffer.concat(await (await file.open()).toArray()).toString('base64') };
}
