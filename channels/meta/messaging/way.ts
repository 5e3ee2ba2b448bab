import type { ChannelConfig, Outbound, OutboundFile, Outside, Sent, Uploaded } from '../../../src/ports/channel';
import { refused, unconfirmed } from '../../common/failures';
import { type Form, formOf } from '../../common/form';
import { idOf, type Json } from '../../common/json';
import { postToGraph } from '../graph';
import { kindOf } from './attachments';

/** How Graph is asked to speak on a network. */
export interface Way {
  /** What people call the network. */
  readonly name: string;
  /** Which host speaks for the account, and who it is there; null when the channel does not say. */
  doorOf(config: ChannelConfig): { readonly host: string; readonly node: string } | null;
}

/** Posts something for a person to the account's messages. */
export async function post(
  way: Way,
  config: ChannelConfig,
  to: Outbound['to'],
  body: Json,
  outside: Outside,
  hidden: readonly string[] = [],
): Promise<Json> {
  if (!to.id) throw refused('recipient_invalid', `This person has no ${way.name} id`);
  return postTo(way, 'messages', config, { recipient: { id: to.id }, ...body }, outside, hidden);
}

/** Posts to something that belongs to the account. */
function postTo(
  way: Way,
  edge: string,
  config: ChannelConfig,
  body: Json | Form,
  outside: Outside,
  hidden: readonly string[] = [],
): Promise<Json> {
  const door = way.doorOf(config);
  if (!door) throw refused('auth', 'The channel does not say how it logs in');
  return postToGraph(outside, { host: door.host, path: [door.node, edge], token: config.accessToken ?? '', body, hidden, believed: true });
}

/** What Graph calls the message that it has just taken. */
export function sentAs({ name }: Way, answer: Json): Sent {
  const id = idOf(answer.message_id);
  if (id === null) throw unconfirmed(`${name} took the message but gave no id`);
  return { providerMessageId: id };
}

/** After a day only a person may answer, and must say so (CHANNELS §3.3, §4). */
export function purpose({ humanAgent, author }: Outbound): Json {
  return humanAgent && author === 'agent' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
}

/** Hands a file over to the account's attachments; they can be used again, and nobody says for how long. */
export async function attach(
  way: Way,
  words: Readonly<Record<string, string>>,
  config: ChannelConfig,
  file: OutboundFile,
  outside: Outside,
): Promise<Uploaded> {
  const message = JSON.stringify({ attachment: { type: kindOf(file.type), payload: { is_reusable: true } } });
  const form = formOf({ ...words, message }, 'filedata', file, file.mime.split(';')[0]?.trim() ?? '');
  const id = idOf((await postTo(way, 'message_attachments', config, form, outside)).attachment_id);
  if (id === null) throw unconfirmed(`${way.name} took the file but gave no id`);
  return { providerId: id, keptFor: null };
}
