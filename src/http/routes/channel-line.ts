import { NOT_YET, wantsLine, wishOfLine } from '../../actions/channels/line';
import { Refusal } from '../../domain/errors';
import type { KeptLine } from '../../ports/store';
import { iso, isoOrNull } from '../present/time';
import { type Route, route } from '../route';
import { type ChannelLineJson, ChannelLineShape, LineWishShape } from '../schemas/channel-line';
import { channelInSight } from '../sight';

const row = { for: 'admins', tag: 'channels', path: '/channels/{id}/line', finds: channelInSight } as const;

/** Lines that are held open to networks. */
export const CHANNEL_LINE: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    says: 'How the line of a channel is doing, with the picture or the code to pair a phone while it waits for one.',
    status: 200,
    answer: ChannelLineShape,
    handle: async (call) => {
      const channel = await channelInSight(call);
      if (!wantsLine(call.desk, channel)) throw new Refusal('not_found', 'This channel has no line of its own.');
      const line = await call.desk.store.reads.line(channel.id);
      return channelLineJson(line ?? { state: NOT_YET, since: channel.updatedAt });
    },
  }),
  route({
    ...row,
    method: 'post',
    says: 'Ask something of the line: begin anew, show a code for a phone instead of a picture, or forget the account. It is met within seconds.',
    body: LineWishShape,
    status: 204,
    answer: null,
    handle: async (call) => wishOfLine(call.desk, await channelInSight(call), call.body),
  }),
];

function channelLineJson({ state, since }: Pick<KeptLine, 'state' | 'since'>): ChannelLineJson {
  const { status, code, says, qr = null, pairingCode = null, until = null, retryAt = null, account = null } = state;
  return { status, code, says, since: iso(since), qr, pairingCode, until: isoOrNull(until), retryAt: isoOrNull(retryAt), account };
}
