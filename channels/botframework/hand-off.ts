import type { ChannelConfig, HandOffNews, Outside } from '../../src/ports/channel';
import type { Json } from '../common/json';
import { activityIdIn } from './activity';
import { INITIATE, STATUS } from './hand-off-events';
import { framed, newId, postActivity, type Reference, referenceIn } from './reach';

/**
 * Tells the conversation that a person is asked for (`handoff.initiate`, with what was said before), or what became of its own
 * asking (`handoff.status`), in the form of the service's EventFactory. Teams takes no events from bots.
 */
export async function handOff(config: ChannelConfig, news: HandOffNews, outside: Outside): Promise<void> {
  const reference = referenceIn(news.route);
  if (!reference || reference.channelId === 'msteams') return;
  const said = news.state === 'asked' ? initiate(reference, news) : status(news);
  const hidden = [...news.transcript.map(({ text }) => text), news.says ?? ''];
  await postActivity(config, reference, { said, replyTo: news.id === null ? null : activityIdIn(news.id), hidden }, outside);
}

const event = (name: string): Json => ({ type: 'event', id: newId(), name });

const status = ({ state, says }: HandOffNews): Json => ({ ...event(STATUS), value: { state, ...(says ? { message: says } : {}) } });

function initiate(reference: Reference, { says, transcript }: HandOffNews): Json {
  const { serviceUrl, channelId, conversation, bot, user } = reference;
  const activities = transcript.map(({ by, at, text }) => ({
    ...framed(reference, by === 'business' ? {} : { from: { ...user, role: 'user' }, recipient: bot }),
    ...(by === 'business' ? { from: { ...bot, role: 'bot' } } : {}),
    type: 'message',
    timestamp: new Date(at).toISOString(),
    text,
  }));
  return {
    ...event(INITIATE),
    value: says ? { reason: says } : {},
    attachments: [{ contentType: 'application/json', name: 'Transcript', content: { activities } }],
    relatesTo: { serviceUrl, channelId, conversation: { id: conversation }, bot, user },
  };
}
