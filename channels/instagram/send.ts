import { type ChannelConfig, type Outbound, type Outside, SendFailure, type Sent } from '../../src/ports/channel';
import { postToGraph, unconfirmed } from '../meta/graph';
import { idOf, type Json } from '../meta/json';

/** Which host speaks for the account, and whom to post to there: a Page's token stands for its linked account. */
const LOGINS: ReadonlyMap<string, { host: string; node(config: ChannelConfig): string }> = new Map([
  ['instagram', { host: 'https://graph.instagram.com', node: ({ accountId }: ChannelConfig) => accountId ?? 'me' }],
  ['facebook', { host: 'https://graph.facebook.com', node: () => 'me' }],
]);

/** Hands a text to Instagram. It takes no reference of ours: the echo of it carries the id that we get here. */
export async function send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  const login = LOGINS.get(config.login ?? '');
  if (!login) throw refused('auth', 'The channel does not say how it logs in');
  const { content, to } = message;
  if (content.type !== 'text') throw refused('content_invalid', `Instagram is not sent ${content.type} messages`);
  if (!to.id) throw refused('recipient_invalid', 'This person has no Instagram id');
  const answer = await postToGraph(outside, {
    host: login.host,
    path: [login.node(config), 'messages'],
    token: config.accessToken ?? '',
    body: { recipient: { id: to.id }, message: { text: content.text }, ...purpose(message), ...quote(message) },
    hidden: [content.text],
  });
  const id = idOf(answer.message_id);
  if (id === null) throw unconfirmed('Instagram took the message but gave no id');
  return { providerMessageId: id };
}

/** After a day only a person may answer, and must say so. */
function purpose({ humanAgent, author }: Outbound): Json {
  return humanAgent && author === 'agent' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
}

/** A later part of a message is ours alone; Instagram knows the whole. */
function quote({ replyTo }: Outbound): Json {
  return replyTo === null ? {} : { reply_to: { mid: replyTo.replace(/#\d+$/, '') } };
}

function refused(code: 'auth' | 'recipient_invalid' | 'content_invalid', detail: string): SendFailure {
  return new SendFailure('never', { code, providerCode: null, detail });
}
