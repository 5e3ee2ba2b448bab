import { checkNow } from '../../actions/health/check-channel';
import { seeToAlarms } from '../../actions/health/see-to-alarms';
import { inMemory } from '../pages-of';
import { channelHealthJson, healthLineJson } from '../present/channel-health';
import { type Route, route } from '../route';
import { ChannelHealthLineShape, ChannelHealthShape } from '../schemas/channel-health';
import { listOf, Nothing, PageQuery } from '../schemas/shared';
import { channelInSight } from '../sight';

const row = { for: 'admins', tag: 'channels', finds: channelInSight, status: 200, answer: ChannelHealthShape } as const;

export const CHANNEL_HEALTH: readonly Route[] = [
  route({
    for: 'admins',
    tag: 'channels',
    method: 'get',
    path: '/channel-health',
    says: 'How every channel is, in short. One that was never looked at is left out.',
    query: PageQuery,
    status: 200,
    answer: listOf(ChannelHealthLineShape),
    handle: async ({ desk, house, query }) => {
      const live = new Set(house.channels.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
      const healths = (await desk.store.reads.healths()).filter(({ channelId }) => live.has(channelId));
      return inMemory(healths.map(healthLineJson), ({ channelId }) => channelId, query);
    },
  }),
  route({
    ...row,
    method: 'get',
    path: '/channels/{id}/health',
    says: 'How a channel is: what is wrong and what to do, what that is judged by, and when it turned good and bad.',
    handle: async (call) => channelHealthJson(call, await channelInSight(call)),
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels/{id}/test',
    act: null,
    says: 'Ask the network now how the account is, and answer the channel\u2019s health. Nothing is sent to anybody.',
    body: Nothing,
    handle: async (call) => {
      const channel = await channelInSight(call);
      await call.signs.flush(channel.id);
      await checkNow(call.desk, channel);
      return channelHealthJson(call, channel);
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels/{id}/health/seen-to',
    says: 'Say that what the network told of the account is settled: it is no problem any more, until it is told again.',
    body: Nothing,
    handle: async (call) => {
      const channel = await channelInSight(call);
      await seeToAlarms(call.desk, channel);
      return channelHealthJson(call, channel);
    },
  }),
];
