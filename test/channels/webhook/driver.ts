import { sign } from '../../../channels/webhook/signature';
import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Outside } from '../../../src/ports/channel';
import type { Driver } from '../../proof/support/driver';
import { told } from '../support/told';
import { aReceiver, aText, CONFIG, SECRET } from './posts';

/** A receiver that takes everything, in the place of the channel's address. */
export const driveWebhook: Driver = async ({ house, door }) => {
  const receiver = await aReceiver({ status: 200, body: {} });
  const outside = house.desk.outside as { call: Outside['call'] };
  const { call } = outside;
  outside.call = (url, given) => (url === CONFIG.outboundUrl ? receiver.outside.call(url, given) : call(url, given));
  const channel = await connectChannel(house.desk, { kind: 'webhook', name: 'Journey by webhook', config: CONFIG });
  let count = 0;
  const signs = (raw: Buffer, secret: string) => sign(secret, `msg_journey${count}`, raw.toString('utf8'), house.clock.now());
  return {
    channel,
    says: (text) => {
      const event = { ...aText(text, `journey-${++count}`), at: house.clock.now() };
      return told(`${door.url}/webhooks/${channel.id}`, event, SECRET, signs);
    },
    sees: () =>
      receiver.requests.flatMap(({ body }) => {
        const { message } = body as { readonly message?: { readonly text?: string } };
        return message ? [message.text ?? ''] : [];
      }),
    close: async () => {
      outside.call = call;
      await receiver.close();
    },
  };
};
