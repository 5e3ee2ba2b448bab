import { type ChannelConfig, type Outbound, type Outside, SendFailure, type Sent } from '../../src/ports/channel';
import { postToGraph, unconfirmed } from '../meta/graph';
import { idOf, type Json, listOf, objectOf } from '../meta/json';
import { NOBODY, whoIs } from './identity';

export const HOST = 'https://graph.facebook.com';

/** Hands a message to the Cloud API. Our reference comes back in every status of it. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const body = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipient(message.to),
    ...contentOf(message),
    ...quote(message),
    biz_opaque_callback_data: message.reference,
  };
  const answer = await postToGraph(outside, {
    host: HOST,
    path: [config.phoneNumberId ?? '', 'messages'],
    token: config.accessToken ?? '',
    body,
    hidden: message.content.type === 'text' ? [message.content.text] : [],
  });
  return sentAs(answer);
}

function sentAs(answer: Json): Sent {
  const id = idOf(objectOf(listOf(answer.messages)[0]).id);
  if (id === null) throw unconfirmed('Graph took the message but gave no id');
  const { wa_id, user_id } = objectOf(listOf(answer.contacts)[0]);
  return { providerMessageId: id, who: whoIs([user_id, wa_id], NOBODY) };
}

/** Always with a plus: without it the business's own country code may be put in front. */
function recipient({ phone, id }: Outbound['to']): Json {
  if (phone) return { to: `+${phone.replace(/\D/g, '')}` };
  if (id) return { recipient: id };
  throw refused('recipient_invalid', 'This person has neither a phone number nor a WhatsApp user id');
}

function contentOf({ content }: Outbound): Json {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: /https?:\/\//i.test(content.text) } };
    case 'template': {
      const { name, language, components } = content;
      return { type: 'template', template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) } };
    }
    default:
      throw refused('content_invalid', `WhatsApp is not sent ${content.type} messages`);
  }
}

function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { context: { message_id: replyTo } };
}

function refused(code: 'recipient_invalid' | 'content_invalid', detail: string): SendFailure {
  return new SendFailure('never', { code, providerCode: null, detail });
}
