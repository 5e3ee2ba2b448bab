import type { ChannelConfig, Outbound, OutboundFile, Outside, Sent, Uploaded } from '../../src/ports/channel';
import { hiddenIn } from '../common/hidden';
import { reacting, showing } from '../meta/messaging/gestures';
import { attach, post, purpose, sentAs, type Way } from '../meta/messaging/way';
import { compose } from './compose';

export const HOST = 'https://graph.facebook.com';

const MESSENGER: Way = { name: 'Messenger', doorOf: ({ pageId }) => ({ host: HOST, node: pageId ?? 'me' }) };

/** Hands a message to Messenger, with our name of it: its echo tells what became of a send that was never answered. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const said = { message: compose(message), ...purpose(message) };
  return sentAs(MESSENGER, await post(MESSENGER, config, message.to, said, outside, hiddenIn(message.content)));
}

export const upload = (config: ChannelConfig, file: OutboundFile, outside: Outside): Promise<Uploaded> =>
  attach(MESSENGER, {}, config, file, outside);

export const react = reacting(MESSENGER, (emoji) => emoji);
export const seen = showing(MESSENGER, 'mark_seen');
export const typing = showing(MESSENGER, 'typing_on');
