import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Driver } from '../../proof/support/driver';
import { told } from '../support/told';
import { ANA, anItem, PAGE } from './posts';

const SECRET = 'the-app-secret-of-a-journey-56789';

export const driveMessenger: Driver = async ({ house, door }) => {
  const channel = await connectChannel(house.desk, {
    kind: 'messenger',
    name: 'Journey by Messenger',
    config: { pageId: PAGE, accessToken: 'EAAjourney', appSecret: SECRET },
  });
  let count = 0;
  const written = (text: string) => anItem({ timestamp: house.clock.now(), message: { mid: `m_journey${++count}`, text } });
  return {
    channel,
    says: (text) => told(`${door.url}/webhooks/${channel.id}`, written(text), SECRET),
    sees: () => house.graph.calls.flatMap(({ body }) => (body.recipient?.id === ANA ? [wordsIn(body.message)] : [])),
    close: async () => undefined,
  };
};

/** Choices stand on a card, below its text. */
function wordsIn(message: { readonly text?: string; readonly attachment?: unknown } | undefined): string {
  const { payload } = (message?.attachment ?? {}) as { readonly payload?: { readonly text?: string } };
  return message?.text ?? payload?.text ?? '';
}
