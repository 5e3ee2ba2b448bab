import { handTime, openTwin, type Twin } from '../../../emulator';
import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Desk } from '../../../src/actions/desk';
import type { Outside } from '../../../src/ports/channel';
import type { Channel } from '../../../src/ports/store';
import type { Driver } from '../../proof/support/driver';
import type { TestDesk } from '../../support/desk';

export const BOT_TOKEN = '900000001:AAtwinTelegramBotToken0000000000000';

export interface Linked {
  readonly twin: Twin;
  readonly channel: Channel;
  close(): Promise<void>;
}

/** The twin as Telegram, whose time is the desk's, and a channel of the desk for its bot. `url`: where the desk's doors are. */
export async function linked(house: TestDesk, mode: 'webhook' | 'polling', url: string | null = null): Promise<Linked> {
  const twin = await openTwin({ seed: 'telegram', time: { ...handTime(0), read: () => house.clock.now() } });
  Object.assign(house.desk.outside as { telegramUrl: Outside['telegramUrl'] }, { telegramUrl: twin.url });
  if (url) Object.assign(house.desk as { ownUrl: Desk['ownUrl'] }, { ownUrl: () => url });
  const channel = await connectChannel(house.desk, {
    kind: 'telegram',
    name: 'Journey by Telegram',
    config: { botToken: BOT_TOKEN, mode },
  });
  await house.errands();
  return {
    twin,
    channel,
    close: async () => {
      Object.assign(house.desk.outside as { telegramUrl: Outside['telegramUrl'] }, { telegramUrl: null });
      await twin.close();
    },
  };
}

/** What a person has seen of the bot. */
export const seenBy = ({ world }: Twin, customer: string): string[] =>
  world.telegram.said
    .filter(({ by, person }) => by === 'bot' && person === world.telegram.people.get(customer)?.id)
    .map(({ message }) => String(message.text ?? message.caption ?? Object.keys(message).at(-1)));

export const driveTelegram: Driver = async ({ house, door }) => {
  const { twin, channel, close } = await linked(house, 'webhook', door.url);
  return {
    channel,
    says: async (text) => {
      await twin.act('telegram-say', { customer: 'ana', text });
      const [bot] = twin.world.telegram.bots.values();
      if (bot?.pending.length !== 0) throw new Error(`the desk did not take it: ${bot?.lastError?.says}`);
    },
    sees: () => seenBy(twin, 'ana'),
    close,
  };
};
