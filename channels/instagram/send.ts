import { type ChannelConfig, type Outbound, type Outside, type Sent, wholeOf } from '../../src/ports/channel';
import { hiddenIn } from '../common/hidden';
import type { Json } from '../common/json';
import { post, purpose, sentAs, type Way } from '../meta/messaging/way';
import { compose } from './compose';

/** Which host speaks for the account, and whom to post to there: a Page's token stands for its linked account. */
const LOGINS: ReadonlyMap<string, { host: string; node(config: ChannelConfig): string }> = new Map([
  ['instagram', { host: 'https://graph.instagram.com', node: ({ accountId }: ChannelConfig) => accountId ?? 'me' }],
  ['facebook', { host: 'https://graph.facebook.com', node: () => 'me' }],
]);

export const INSTAGRAM: Way = {
  name: 'Instagram',
  doorOf(config) {
    const login = LOGINS.get(config.login ?? '');
    return login ? { host: login.host, node: login.node(config) } : null;
  },
};

/** Hands a message to Instagram. It takes no reference of ours: the echo of it carries the id that we get here. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const said = { message: compose(message), ...purpose(message), ...quote(message) };
  return sentAs(INSTAGRAM, await post(INSTAGRAM, config, message.to, said, outside, hiddenIn(message.content)));
}

/** A later part of a message is ours alone; Instagram knows the whole. */
function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { reply_to: { mid: wholeOf(replyTo) } };
}
