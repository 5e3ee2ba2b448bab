import type { Attention, ChannelConfig, Outbound, Outside, Sent } from '../../src/ports/channel';
import { unconfirmed } from '../common/failures';
import { hiddenIn } from '../common/hidden';
import { idOf } from '../common/json';
import { activityIdIn, madeKey } from './activity';
import { compose } from './compose';
import { postActivity, reachOf, referenceIn } from './reach';

/** Hands a message to the connector. It knows no reference of ours, and tells of no receipt. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const reference = await reachOf(config, message, outside);
  const said = await compose(message, reference.channelId);
  const replyTo = message.replyTo === null ? null : activityIdIn(message.replyTo);
  const answer = await postActivity(config, reference, { said, replyTo, hidden: hiddenIn(message.content) }, outside);
  const id = idOf(answer.id);
  if (id === null) throw unconfirmed('The connector took the message but gave no id');
  return { providerMessageId: madeKey(reference.channelId, reference.conversation, id) };
}

export async function typing(config: ChannelConfig, attention: Attention, outside: Outside): Promise<void> {
  const reference = referenceIn(attention.route);
  if (reference) await postActivity(config, reference, { said: { type: 'typing' } }, outside);
}
