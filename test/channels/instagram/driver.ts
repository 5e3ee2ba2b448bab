import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Driver } from '../../proof/support/driver';
import { told } from '../support/told';
import { ACCOUNT, ANA, anItem } from './posts';

const SECRET = 'the-app-secret-of-a-journey-01234';

export const driveInstagram: Driver = async ({ house, door }) => {
  const channel = await connectChannel(house.desk, {
    kind: 'instagram',
    name: 'Journey by Instagram',
    config: { accountId: ACCOUNT, accessToken: 'IGjourney', appSecret: SECRET, login: 'instagram' },
  });
  let count = 0;
  const written = (text: string) => anItem({ timestamp: house.clock.now(), message: { mid: `mid.journey${++count}`, text } });
  return {
    channel,
    says: (text) => told(`${door.url}/webhooks/${channel.id}`, written(text), SECRET),
    sees: () => house.graph.calls.flatMap(({ body }) => (body.recipient?.id === ANA ? [body.message?.text ?? ''] : [])),
    close: async () => undefined,
  };
};
