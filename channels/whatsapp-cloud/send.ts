import { type ChannelConfig, type Outbound, type Outside, SendFailure, type Sent } from '../../src/ports/channel';
import { refused, unconfirmed } from '../common/failures';
import { hiddenIn } from '../common/hidden';
import { idOf, type Json, listOf, objectOf } from '../common/json';
import { postToGraph } from '../meta/graph';
import { compose } from './compose';
import { NOBODY, whoIs } from './identity';

export const HOST = 'https://graph.facebook.com';

/** Hands a message to the Cloud API. Our reference comes back in every status of it. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const body = { ...compose(message), ...quote(message), biz_opaque_callback_data: message.reference };
  const sendTo = async (to: Outbound['to']) =>
    sentAs(await post(config, { ...recipient(to), ...body }, outside, hiddenIn(message.content)));
  try {
    return await sendTo(message.to);
  } catch (error) {
    const other = otherThan(message.to);
    if (other === null || !isOfThatName(error)) throw error;
    return sendTo(other);
  }
}

/** Refusals of one name of a person, after which nothing has gone out: nobody behind the number, or no user id for such a message. */
const OF_THAT_NAME: ReadonlySet<string | null> = new Set(['131026', '131062']);

const isOfThatName = (error: unknown): boolean =>
  error instanceof SendFailure && error.verdict === 'never' && OF_THAT_NAME.has(error.problem.providerCode);

/** The person by the name that was not tried. */
const otherThan = (to: Outbound['to']): Outbound['to'] | null => (to.phone && to.id ? { ...to, via: isById(to) ? 'phone' : 'id' } : null);

/** By the id where they wrote so last, or there is nothing else. */
const isById = ({ phone, id, via }: Outbound['to']): boolean => Boolean(id) && (via === 'id' || !phone);

/** Posts to the number's own messages. */
export function post(config: ChannelConfig, body: Json, outside: Outside, hidden: readonly string[] = []): Promise<Json> {
  return postToGraph(outside, {
    host: HOST,
    path: [config.phoneNumberId ?? '', 'messages'],
    token: config.accessToken ?? '',
    body: { messaging_product: 'whatsapp', ...body },
    hidden,
  });
}

function sentAs(answer: Json): Sent {
  const id = idOf(objectOf(listOf(answer.messages)[0]).id);
  if (id === null) throw unconfirmed('Graph took the message but gave no id');
  const { wa_id, user_id } = objectOf(listOf(answer.contacts)[0]);
  return { providerMessageId: id, who: whoIs([user_id, wa_id], NOBODY) };
}

/** Always with a plus: without it the business's own country code may be put in front. */
export function recipient(to: Outbound['to']): Json {
  const { phone, id } = to;
  if (isById(to)) return { recipient_type: 'individual', recipient: id };
  if (phone) return { recipient_type: 'individual', to: `+${phone.replace(/\D/g, '')}` };
  throw refused('recipient_invalid', 'This person has neither a phone number nor a WhatsApp user id');
}

function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { context: { message_id: replyTo } };
}
