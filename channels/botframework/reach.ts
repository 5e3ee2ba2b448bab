import { randomUUID } from 'node:crypto';
import { type ChannelConfig, type Outbound, type Outside, type Route, SendFailure } from '../../src/ports/channel';
import { type Json, objectOf, wordOf } from '../common/json';
import { type Post, postToConnector } from './connector';
import { teamsUrl } from './hosts';

/** A conversation as a call names it: the service's ConversationReference. */
export interface Reference {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly conversation: string;
  readonly bot: Json;
  readonly user: Json;
  readonly locale: string | null;
}

type To = Pick<Outbound, 'to'> & { readonly route?: Route | null };

/** Where the person is reached, as they were heard last; in Teams a conversation is made with somebody who was never heard. */
export async function reachOf(config: ChannelConfig, { to, route }: To, outside: Outside): Promise<Reference> {
  return referenceIn(route) ?? (await begun(config, to, outside));
}

export function referenceIn(route: Route | null | undefined): Reference | null {
  const { serviceUrl, channelId, conversation, bot, user, locale } = objectOf(route);
  const [where, channel, named] = [wordOf(serviceUrl), wordOf(channelId), wordOf(conversation)];
  if (where === null || channel === null || named === null) return null;
  return { serviceUrl: where, channelId: channel, conversation: named, bot: objectOf(bot), user: objectOf(user), locale: wordOf(locale) };
}

/** Teams answers with the same conversation however often it is asked for. */
async function begun(config: ChannelConfig, { id }: Outbound['to'], outside: Outside): Promise<Reference> {
  const { appId = '', tenantId } = config;
  if (!id || !tenantId)
    throw nowhere(id ? 'Without a tenant in the channel nobody in Teams can be written to first' : 'This person has never written');
  const [bot, user] = [{ id: `28:${appId}` }, { id }];
  const body = { bot, members: [user], isGroup: false, tenantId, channelData: { tenant: { id: tenantId } } };
  const made = await unlessMaybe(
    postToConnector(config, { serviceUrl: teamsUrl, path: ['v3', 'conversations'], body, hidden: [] }, outside),
  );
  const conversation = wordOf(made.id);
  if (conversation === null)
    throw new SendFailure('later', { code: 'transient', providerCode: null, detail: 'Teams made no conversation' });
  return { serviceUrl: wordOf(made.serviceUrl) ?? teamsUrl, channelId: 'msteams', conversation, bot, user, locale: null };
}

/** A conversation that may have been made twice is made once: nothing was said in it yet. */
async function unlessMaybe(asked: Promise<Json>): Promise<Json> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof SendFailure) || error.verdict !== 'unknown') throw error;
    throw new SendFailure('later', { ...error.problem, code: 'transient' });
  }
}

const nowhere = (detail: string): SendFailure => new SendFailure('never', { code: 'recipient_invalid', providerCode: null, detail });

/** What every activity of ours says of itself. */
export const framed = ({ serviceUrl, channelId, conversation, bot, user, locale }: Reference, said: Json): Json => ({
  serviceUrl,
  channelId,
  from: bot,
  recipient: user,
  conversation: { id: conversation },
  ...(locale ? { locale } : {}),
  ...said,
});

/** Posts an activity into a conversation, as an answer to one of its own where `replyTo` names it. */
export function postActivity(
  config: ChannelConfig,
  reference: Reference,
  { said, replyTo = null, hidden = [] }: { readonly said: Json; readonly replyTo?: string | null } & Partial<Pick<Post, 'hidden'>>,
  outside: Outside,
): Promise<Json> {
  const path = ['v3', 'conversations', reference.conversation, 'activities', ...(replyTo === null ? [] : [replyTo])];
  const body = framed(reference, replyTo === null ? said : { ...said, replyToId: replyTo });
  return postToConnector(config, { serviceUrl: reference.serviceUrl, path, body, hidden }, outside);
}

export const newId = (): string => randomUUID();
