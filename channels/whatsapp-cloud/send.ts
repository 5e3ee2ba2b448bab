import type { ChannelConfig, Outbound, Outside, Sent } from '../../src/ports/channel';
import { postToGraph, unconfirmed } from '../meta/graph';
import { hiddenIn } from '../meta/hidden';
import { idOf, type Json, listOf, objectOf } from '../meta/json';
import { compose, refused } from './compose';
import { NOBODY, whoIs } from './identity';

export const HOST = 'https://graph.facebook.com';

/** Hands a message to the Cloud API. Our reference comes back in every status of it. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const body = {
    ...recipient(message.to),
    ...compose(message),
    ...quote(message),
    biz_opaque_callback_data: message.reference,
  };
  return sentAs(await post(config, body, outside, hiddenIn(message.content)));
}

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
export function recipient({ phone, id }: Outbound['to']): Json {
  if (phone) return { recipient_type: 'individual', to: `+${phone.replace(/\D/g, '')}` };
  if (id) return { recipient_type: 'individual', recipient: id };
  throw refused('recipient_invalid', 'This person has neither a phone number nor a WhatsApp user id');
}

function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { context: { message_id: replyTo } };
}
