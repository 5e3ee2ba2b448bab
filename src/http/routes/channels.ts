import { connectChannel } from '../../actions/channels/connect-channel';
import { disconnectChannel } from '../../actions/channels/disconnect-channel';
import { forgetPreviousSecret } from '../../actions/channels/forget-previous-secret';
import { updateChannel } from '../../actions/channels/update-channel';
import { replayEvent } from '../../actions/hearing/replay-event';
import { withoutUnsaid } from '../../actions/hearing/unsaid';
import type { PartialSettings } from '../../domain/settings';
import { inMemory } from '../pages-of';
import { channelJson, channelKindJson, webhookEventJson } from '../present/channel';
import { isoOrNull } from '../present/time';
import { webhookJson } from '../present/webhook';
import { REJECTIONS, type Rejected } from '../rejects';
import { type Route, route } from '../route';
import {
  ChannelKindShape,
  ChannelPatch,
  ChannelShape,
  NewChannel,
  WebhookEventList,
  WebhookEventShape,
  WebhookEventsQuery,
  WebhookShape,
} from '../schemas/channel';
import { listOf, Nothing, PageQuery, pageOf } from '../schemas/shared';
import { channelInSight, webhookEventInSight } from '../sight';

const row = { for: 'admins', tag: 'channels' } as const;
const one = { ...row, path: '/channels/{id}', finds: channelInSight } as const;

export const CHANNELS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/channel-kinds',
    says: 'The networks that can be connected, each with the fields of its form.',
    query: PageQuery,
    status: 200,
    answer: listOf(ChannelKindShape),
    handle: async ({ desk, query }) => inMemory([...desk.kinds.values()].map(channelKindJson), ({ kind }) => kind, query),
  }),
  route({
    ...row,
    method: 'get',
    path: '/channels',
    says: 'The connected accounts.',
    query: PageQuery,
    status: 200,
    answer: listOf(ChannelShape),
    handle: async (call) => {
      const live = call.house.channels.filter(({ deletedAt }) => deletedAt === null);
      const { data, nextCursor } = inMemory(live, ({ id }) => id, call.query);
      return { data: data.map((channel) => channelJson(call, channel)), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels',
    says: 'Connect an account. The answer names what to paste at the provider.',
    body: NewChannel,
    status: 201,
    answer: ChannelShape,
    refuses: ['already_exists'],
    again: async (call, id) => channelJson(call, await channelInSight({ ...call, params: { id } })),
    handle: async (call) => {
      const { overrides, ...body } = call.body;
      return channelJson(call, await connectChannel(call.desk, { ...body, overrides: (overrides ?? {}) as PartialSettings }));
    },
  }),
  route({
    ...one,
    method: 'get',
    says: 'One channel.',
    status: 200,
    answer: ChannelShape,
    handle: async (call) => channelJson(call, await channelInSight(call)),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change a channel. A new secret of the field that signs keeps the former one valid for seven days.',
    body: ChannelPatch,
    status: 200,
    answer: ChannelShape,
    refuses: ['already_exists'],
    versioned: true,
    handle: async (call) => {
      const { overrides, ...body } = call.body;
      const over = overrides === undefined ? {} : { overrides: overrides as PartialSettings };
      return channelJson(
        call,
        await updateChannel(call.desk, { ...body, ...over, channelId: call.params.id ?? '', version: call.version }),
      );
    },
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Disconnect a channel. Its tickets stay; its URL goes on serving other channels of the same app.',
    status: 204,
    answer: null,
    refuses: ['in_use'],
    handle: ({ desk, params }) => disconnectChannel(desk, { channelId: params.id ?? '' }),
  }),
  route({
    ...one,
    method: 'delete',
    path: '/channels/{id}/previous-secret',
    says: 'Stop taking the secret before the present one.',
    status: 204,
    answer: null,
    handle: ({ desk, params }) => forgetPreviousSecret(desk, { channelId: params.id ?? '' }),
  }),
  route({
    ...one,
    method: 'get',
    path: '/channels/{id}/webhook',
    says: 'How the webhook is doing: handshakes, events, refusals, the fields that deliver, and the former secret.',
    status: 200,
    answer: WebhookShape,
    handle: async (call) => webhookJson(call, await channelInSight(call)),
  }),
  route({
    ...one,
    method: 'get',
    path: '/channels/{id}/webhook-events',
    says: 'What the provider told us and what became of it, newest first.',
    query: WebhookEventsQuery,
    status: 200,
    answer: WebhookEventList,
    handle: async ({ desk, rejects, params: { id = '' }, query }) => {
      const rejected = rejectedIn(rejects.of(id));
      if (query.outcome === 'rejected') return { data: [], nextCursor: null, rejected };
      const { data, nextCursor } = await desk.store.reads.webhookEvents(id, query.outcome ?? null, pageOf(query));
      return { data: (await withoutUnsaid(desk, data)).map(webhookEventJson), nextCursor, rejected };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels/{id}/webhook-events/{eventId}/replay',
    says: 'Hear an event again, as if the provider had sent it now. What is known already changes nothing.',
    finds: webhookEventInSight,
    body: Nothing,
    status: 200,
    answer: WebhookEventShape,
    handle: async ({ desk, params }) => {
      const event = await replayEvent(desk, { eventId: params.eventId ?? '', channelId: params.id ?? '' });
      const [shown = event] = await withoutUnsaid(desk, [event]);
      return webhookEventJson(shown);
    },
  }),
];

/** All that was refused in one line: how often, and why the last time. */
function rejectedIn(groups: readonly Rejected[]) {
  const [newest] = groups;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return { count, lastAt: isoOrNull(newest?.lastAt ?? null), reason: newest ? REJECTIONS[newest.rejection].means : null };
}
