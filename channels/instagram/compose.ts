import type { Outbound } from '../../src/ports/channel';
import { refused } from '../common/failures';
import type { Json } from '../common/json';
import { attachmentOf, quickReplies } from '../meta/messaging/attachments';

const HEART = /^\u2764\ufe0f?$/u;

/** A message in Instagram's words. A heart alone is the large one that people send there; buttons are quick replies. */
export function compose({ content, file }: Pick<Outbound, 'content' | 'file'>): Json {
  const attachment = attachmentOf(content, file);
  if (attachment !== null) return { attachment };
  if (content.type === 'text') return HEART.test(content.text.trim()) ? { attachment: { type: 'like_heart' } } : { text: content.text };
  if (content.type === 'buttons') return { text: content.text, quick_replies: quickReplies(content.buttons) };
  throw refused('content_invalid', `Instagram is not sent ${content.type} messages`);
}
