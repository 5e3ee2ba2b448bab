import type { Content } from '../../src/domain/content';
import type { Outbound } from '../../src/ports/channel';
import { refused } from '../common/failures';
import type { Json } from '../common/json';
import { attachmentOf, quickReplies } from '../meta/messaging/attachments';

type Buttons = Extract<Content, { type: 'buttons' }>;

/** A message in Messenger's words. Its `metadata` comes back in the echo of it. */
export function compose({ content, file, reference }: Pick<Outbound, 'content' | 'file' | 'reference'>): Json {
  return { ...said(content, file), metadata: reference };
}

function said(content: Content, file: Outbound['file']): Json {
  const attachment = attachmentOf(content, file);
  if (attachment !== null) return { attachment };
  if (content.type === 'text') return { text: content.text };
  if (content.type === 'buttons') return buttons(content);
  throw refused('content_invalid', `Messenger is not sent ${content.type} messages`);
}

const CARD = { buttons: 3, text: 640 } as const;

/** Few stand on a card and stay; many are quick replies, which go with the next message. */
function buttons({ text, buttons: given }: Buttons): Json {
  if (given.length > CARD.buttons || [...text].length > CARD.text) return { text, quick_replies: quickReplies(given) };
  const taps = given.map(({ id, title }) => ({ type: 'postback', title, payload: id }));
  return { attachment: { type: 'template', payload: { template_type: 'button', text, buttons: taps } } };
}
