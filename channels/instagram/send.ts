import { type ChannelConfig, type Outbound, type Outside, type Sent, wholeOf } from '../../src/ports/channel';
import type { Form } from '../meta/form';
import { postToGraph, unconfirmed } from '../meta/graph';
import { hiddenIn } from '../meta/hidden';
import { idOf, type Json } from '../meta/json';
import { compose, refused } from './compose';

/** Which host speaks for the account, and whom to post to there: a Page's token stands for its linked account. */
const LOGINS: ReadonlyMap<string, { host: string; node(config: ChannelConfig): string }> = new Map([
  ['instagram', { host: 'https://graph.instagram.com', node: ({ accountId }: ChannelConfig) => accountId ?? 'me' }],
  ['facebook', { host: 'https://graph.facebook.com', node: () => 'me' }],
]);

/** Hands a message to Instagram. It takes no reference of ours: the echo of it carries the id that we get here. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const said = { message: compose(message), ...purpose(message), ...quote(message) };
  const answer = await post(config, message.to, said, outside, hiddenIn(message.content));
  const id = idOf(answer.message_id);
  if (id === null) throw unconfirmed('Instagram took the message but gave no id');
  return { providerMessageId: id };
}

/** Posts something for a person to the account's messages. */
export async function post(
  config: ChannelConfig,
  to: Outbound['to'],
  body: Json,
  outside: Outside,
  hidden: readonly string[] = [],
): Promise<Json> {
  if (!to.id) throw refused('recipient_invalid', 'This person has no Instagram id');
  return postTo('messages', config, { recipient: { id: to.id }, ...body }, outside, hidden);
}

/** Posts to something that belongs to the account. */
export function postTo(
  edge: string,
  config: ChannelConfig,
  body: Json | Form,
  outside: Outside,
  hidden: readonly string[] = [],
): Promise<Json> {
  const login = LOGINS.get(config.login ?? '');
  if (!login) throw refused('auth', 'The channel does not say how it logs in');
  return postToGraph(outside, { host: login.host, path: [login.node(config), edge], token: config.accessToken ?? '', body, hidden });
}

/** After a day only a person may answer, and must say so. */
function purpose({ humanAgent, author }: Outbound): Json {
  return humanAgent && author === 'agent' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
}

/** A later part of a message is ours alone; Instagram knows the whole. */
function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { reply_to: { mid: wholeOf(replyTo) } };
}
