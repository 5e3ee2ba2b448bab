import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tellBroken, wantsLine } from '../actions/channels/line';
import type { Desk } from '../actions/desk';
import type { Lines } from '../ports/lines';
import type { Channel } from '../ports/store';
import { type Held, hold, type LineNeeds } from './hold';

/** A process that dies leaves its lines to the others after so long, in milliseconds. */
const LEASE = 30_000;
/** How soon a line is tried again that could not even be opened. */
const AGAIN = 30_000;
/** How often folders are looked for that disconnected channels have left. */
const TIDIED_EVERY = 10 * 60_000;

export interface OpenLines extends Lines {
  /** Takes the lines that nobody holds, goes on holding its own, and ends those that nobody wants any more. */
  look(): Promise<void>;
  /** Ends all of them. */
  stop(): Promise<void>;
}

/** The lines that this process holds to networks that do not call us: each is held by one process, by lease. */
export function openLines(desk: Desk, needs: LineNeeds): OpenLines {
  const held = new Map<string, Held>();
  const notBefore = new Map<string, number>();
  const busy = new Map<string, Promise<void>>();
  let tidiedAt = Number.NEGATIVE_INFINITY;
  let stopped = false;

  /** One thing at a time for each channel; none waits for another's browser to end. */
  const work = (channelId: string, what: () => Promise<void>): Promise<void> => {
    const running = busy.get(channelId);
    if (running) return running;
    const done = what()
      .catch((cause: unknown) => desk.log.error('a line could not be looked after', { channelId, cause: String(cause) }))
      .finally(() => busy.delete(channelId));
    busy.set(channelId, done);
    return done;
  };
  const end = async (channelId: string, why: Ending): Promise<void> => {
    const line = held.get(channelId);
    if (!line) return;
    held.delete(channelId);
    try {
      await line.close(why);
    } finally {
      if (!why.lost) await desk.store.leases.release(line.lease.name, line.lease.token);
    }
  };
  const goOn = async (channel: Channel): Promise<void> => {
    const line = held.get(channel.id);
    const isKept = line !== undefined && (await desk.store.leases.renew(line.lease.name, line.lease.token, LEASE));
    if (line && !(isKept && line.isFor(channel))) await end(channel.id, { lost: !isKept });
    if (!held.has(channel.id) && !stopped) await begin(channel);
    await held.get(channel.id)?.takeWish();
  };
  const begin = async (channel: Channel): Promise<void> => {
    const wait = (notBefore.get(channel.id) ?? 0) - desk.clock.now();
    // Longer than it was made: the clock was put back.
    if (wait > 0 && wait <= AGAIN) return;
    const name = nameOf(channel.id);
    const token = await desk.store.leases.take(name, LEASE);
    if (token === null) return;
    try {
      held.set(channel.id, await hold(desk, channel, { name, token }, needs));
      notBefore.delete(channel.id);
    } catch (cause) {
      notBefore.set(channel.id, desk.clock.now() + AGAIN);
      await tellBroken(desk, channel.id, desk.clock.now() + AGAIN, { name, token });
      await desk.store.leases.release(name, token);
      throw cause;
    }
  };
  /** A channel may be disconnected while no process holds its line: what it kept on disk goes all the same. */
  const tidyUp = async (): Promise<void> => {
    tidiedAt = desk.clock.now();
    const folders = await readdir(needs.folder).catch(() => []);
    if (folders.length === 0) return;
    // Read after the folders: a channel that is connected meanwhile is in it.
    const { channels } = await desk.house.refresh();
    const lonely = folders.filter((id) => isGone(channels, id) && !held.has(id) && !busy.has(id));
    for (const id of lonely) await rm(join(needs.folder, id), { recursive: true, force: true });
  };
  /** A channel whose configuration can't be opened is no trouble of the others. */
  const isWantedBy = (channel: Channel): boolean => {
    try {
      return wantsLine(desk, channel);
    } catch (cause) {
      desk.log.error('a channel could not be looked at', { channelId: channel.id, cause: String(cause) });
      return false;
    }
  };
  const lookOnce = async (): Promise<void> => {
    const { channels } = await desk.house.refresh();
    const wanted = channels.filter(isWantedBy);
    const isWanted = (channelId: string) => wanted.some(({ id }) => id === channelId);
    const unwanted = [...held.keys()].filter((id) => !isWanted(id));
    await Promise.all([
      ...unwanted.map((id) => work(id, () => end(id, { forGood: isGone(channels, id) }))),
      ...wanted.map((channel) => work(channel.id, () => goOn(channel))),
    ]);
    if (desk.clock.now() - tidiedAt >= TIDIED_EVERY) await tidyUp();
  };

  return {
    ready: (channelId) => held.get(channelId)?.ready(),
    look: () => (stopped ? Promise.resolve() : lookOnce()),
    async stop() {
      stopped = true;
      await Promise.all(busy.values());
      await Promise.all([...held.keys()].map((channelId) => work(channelId, () => end(channelId, {}))));
    },
  };
}

/** `forGood`: its channel is disconnected. `lost`: another process holds it by now. */
interface Ending {
  readonly forGood?: boolean;
  readonly lost?: boolean;
}

const isGone = (channels: readonly Channel[], channelId: string): boolean =>
  !channels.some(({ id, deletedAt }) => id === channelId && deletedAt === null);

const nameOf = (channelId: string): string => `line:${channelId}`;
