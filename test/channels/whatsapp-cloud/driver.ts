import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Driver } from '../../proof/support/driver';
import { told } from '../support/told';
import { aMessage, NUMBER, WABA } from './posts';

const SECRET = 'the-app-secret-of-a-journey-01234';
const PHONE = '15550100101';

export const driveWhatsApp: Driver = async ({ house, door }) => {
  const channel = await connectChannel(house.desk, {
    kind: 'whatsapp_cloud',
    name: 'Journey by WhatsApp',
    config: { phoneNumberId: NUMBER, businessAccountId: WABA, accessToken: 'EAAjourney', appSecret: SECRET },
  });
  let count = 0;
  const written = (text: string) =>
    aMessage({ id: `wamid.journey${++count}`, timestamp: String(house.clock.now() / 1000), type: 'text', text: { body: text } });
  return {
    channel,
    says: (text) => told(`${door.url}/webhooks/${channel.id}`, written(text), SECRET),
    sees: () => house.graph.calls.flatMap(({ body }) => (body.to === `+${PHONE}` && body.text ? [body.text.body] : [])),
    close: async () => undefined,
  };
};
