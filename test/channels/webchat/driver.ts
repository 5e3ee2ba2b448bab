import { connectChannel } from '../../../src/actions/channels/connect-channel';
import { aPage, SITE } from '../../http/support/page';
import type { Driver } from '../../proof/support/driver';

/** Somebody who writes on the site. */
export const driveWebchat: Driver = async ({ house, door }) => {
  const channel = await connectChannel(house.desk, { kind: 'webchat', name: 'Journey on the site', config: { allowedOrigins: [SITE] } });
  const page = await aPage(door.url, channel.id);
  let count = 0;
  return {
    channel,
    says: async (text) => {
      const { status } = await page.says(`journey-${++count}`, text);
      if (status !== 201) throw new Error(`the desk answered ${status}`);
    },
    sees: async () => {
      const { messages } = (await page.get('/messages?limit=100')).body;
      return messages.flatMap(({ by, content }: { by: string; content: { text: string } }) => (by === 'visitor' ? [] : [content.text]));
    },
    close: async () => undefined,
  };
};
