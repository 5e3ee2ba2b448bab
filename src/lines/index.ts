import { wantsLine } from '../actions/channels/line';
import type { Desk } from '../actions/desk';
import type { Lines } from '../ports/lines';
import type { Channel } from '../ports/store';
import { type Held, hold, type LineNeeds } from './hold';

/** A process that dies leaves its lines to the others after so long, in milliseconds. */
const LEASE = 30_000;

export interface OpenLines extends Lines {
  /** Takes the lines that nobody holds, goes on holding its own, and ends those that nobody wants any more. */
  look(): Promise<void>;
  /** Ends all of them. */
  stop(): Promise<void>;
}

/** The lines that this process holds to networks that do not call us: each is held by one process, by lease. */
export function openLines(desk: Desk, needs: LineNeeds): OpenLines {
  const held = new Map<string, Held>();
  let looking: Promise<void> | null = null;
  let stopped = false;

  const end = async (channelId: string, forGood = false): Promise<void> => {
    const line = held.get(channelId);
    if (!line) return;
    held.delete(channelId);
    await line.close({ forGood });
    await desk.store.leases.release(nameOf(channelId), line.token);
  };
  const goOn = async (channel: Channel): Promise<void> => {
    const line = held.get(channel.id);
    const isOurs = line?.isFor(channel) && (await desk.store.leases.renew(nameOf(channel.id), line.token, LEASE));
    if (line && !isOurs) await end(channel.id);
    if (!isOurs && !stopped) await begin(channel);
    await held.get(channel.id)?.takeWish();
  };
  const begin = async (channel: Channel): Promise<void> => {
    const token = await desk.store.leases.take(nameOf(channel.id), LEASE);
    if (token !== null) held.set(channel.id, await hold(desk, channel, token, needs));
  };
  const lookOnce = async (): Promise<void> => {
    const { channels } = await desk.house.refresh();
    const wanted = channels.filter((channel) => wantsLine(desk, channel));
    const isWanted = (channelId: string) => wanted.some(({ id }) => id === channelId);
    for (const channelId of [...held.keys()].filter((id) => !isWanted(id))) await end(channelId, isGone(channels, channelId));
    for (const channel of wanted)
      await goOn(channel).catch((cause: unknown) =>
        desk.log.error('a line could not be looked after', { channelId: channel.id, cause: String(cause) }),
      );
  };

  return {
    ready: (channelId) => held.get(channelId)?.ready(),
    look() {
      if (stopped) return Promise.resolve();
      looking ??= lookOnce().finally(() => {
        looking = null;
      });
      return looking;
    },
    async stop() {
      stopped = true;
      await looking?.catch(() => undefined);
      await Promise.all([...held.keys()].map((channelId) => end(channelId)));
    },
  };
}

const isGone = (channels: readonly Channel[], channelId: string): boolean =>
  !channels.some(({ id, deletedAt }) => id === channelId && deletedAt === null);

const nameOf = (channelId: string): string => `line:${channelId}`;
