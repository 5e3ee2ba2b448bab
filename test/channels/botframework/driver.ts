import { handTime, openTwin, type Twin } from '../../../emulator';
import { connectChannel } from '../../../src/actions/channels/connect-channel';
import { calling } from '../../../src/platform/outside-address';
import type { Outside } from '../../../src/ports/channel';
import type { Channel } from '../../../src/ports/store';
import type { Driver, Ground } from '../../proof/support/driver';

export const CONFIG = { appId: '00000000-0000-4000-8000-0000000b07f0', appPassword: 'twin-app-password' };

export interface Linked {
  readonly twin: Twin;
  readonly channel: Channel;
  close(): Promise<void>;
}

/** The twin as the Bot Framework's service, with a channel of the desk on it. Its time is the desk's. */
export async function linked({ house, door }: Ground): Promise<Linked> {
  const time = { ...handTime(0), read: () => house.clock.now() };
  const twin = await openTwin({ seed: 'bots', time });
  const outside = house.desk.outside as { botFrameworkUrl: Outside['botFrameworkUrl']; call: Outside['call']; timeout: number };
  const { call } = outside;
  outside.botFrameworkUrl = twin.url;
  outside.call = calling({ allowed: [], timeout: outside.timeout });
  const channel = await connectChannel(house.desk, { kind: 'botframework', name: 'Journey by bot', config: CONFIG });
  await twin.act('bot', { url: `${door.url}/api/messages` });
  return {
    twin,
    channel,
    close: async () => {
      Object.assign(outside, { botFrameworkUrl: null, call });
      await twin.close();
    },
  };
}

/** What the person has seen of the bot, a line for each activity. */
export const seenBy = ({ world }: Twin, user: string): string[] =>
  [...world.bots.conversations.values()]
    .filter((one) => one.user.id === user)
    .flatMap(({ activities }) => activities.filter(({ by }) => by === 'bot').map(({ text, name }) => String(text ?? name)));

export const driveBotFramework: Driver = async (ground) => {
  const { twin, channel, close } = await linked(ground);
  return {
    channel,
    says: async (text) => {
      const { status } = await twin.act('bot-say', { customer: 'ana', text });
      if (status !== 200) throw new Error(`the desk answered ${String(status)}`);
    },
    sees: () => seenBy(twin, 'dl_ana').filter((line) => !line.startsWith('handoff.')),
    close,
  };
};
