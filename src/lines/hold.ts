import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openConfig } from '../actions/channels/channel-config';
import { keepOfLine, NOT_YET, takeWish, tellLine } from '../actions/channels/line';
import type { Desk } from '../actions/desk';
import type { Intake } from '../actions/hearing/intake';
import { outsideOf } from '../actions/sending/outside-of';
import type { Hold as Lease } from '../actions/sending/send-message';
import { kindOf } from '../actions/sending/sendable';
import type { ChannelLine, LineGiven, LineState, OpenLine } from '../ports/channel';
import type { Channel } from '../ports/store';

export interface LineNeeds {
  readonly intake: Pick<Intake, 'submit'>;
  /** Where lines keep what they need for the next time: each gets a folder in it. */
  readonly folder: string;
  readonly chromePath: string | null;
  after(ms: number, work: () => void): () => void;
}

export interface Held {
  readonly lease: Lease;
  /** Whether it was opened for the channel as it is set up now. */
  isFor(channel: Channel): boolean;
  ready(): OpenLine | undefined;
  takeWish(): Promise<void>;
  /** `forGood`: what it kept on disk goes too. `lost`: how the line is doing is told by another process by now. */
  close(why: { readonly forGood?: boolean; readonly lost?: boolean }): Promise<void>;
}

/** Opens a channel's line, for who has taken its lease. */
export async function hold(desk: Desk, channel: Channel, lease: Lease, needs: LineNeeds): Promise<Held> {
  const kind = kindOf(desk, channel.kind);
  const told = telling(desk, channel.id, lease);
  const line = await (kind.line as ChannelLine).open(openConfig(kind, desk.vault, channel.config), {
    ...around(desk, channel, lease, needs),
    kept: (await desk.store.reads.line(channel.id))?.kept ?? null,
    tell: told.tell,
  });
  return {
    lease,
    isFor: ({ config }) => JSON.stringify(config) === JSON.stringify(channel.config),
    ready: () => (told.isReady() ? line : undefined),
    async takeWish() {
      const wish = await takeWish(desk, channel.id);
      // It may take a while until a browser has ended, and the lease is not to wait for that.
      if (wish)
        void line
          .wish?.(wish)
          .catch((cause: unknown) =>
            desk.log.warn('a line did not do what was asked of it', { channelId: channel.id, cause: String(cause) }),
          );
    },
    async close({ forGood = false, lost = false }) {
      if (lost) await told.stop(null);
      try {
        await line.close({ forGood });
      } finally {
        // Nobody hears or sends by it now, and whoever reads the row is not to think so.
        await told.stop(forGood ? null : NOT_YET);
      }
      if (forGood) await rm(join(needs.folder, channel.id), { recursive: true, force: true });
    },
  };
}

/** Keeps what is told one after the other; what is told once it has stopped is nobody's. */
function telling(desk: Desk, channelId: string, lease: Lease) {
  let state: LineState | null = null;
  let stopped = false;
  let written = Promise.resolve();
  const failed = (cause: unknown) => desk.log.error('how a line is doing could not be kept', { channelId, cause: String(cause) });
  return {
    tell(now: LineState) {
      if (stopped) return;
      state = now;
      written = written.then(() => tellLine(desk, channelId, now, lease)).catch(failed);
    },
    isReady: () => !stopped && state?.status === 'ready',
    /** With one more word at the end, or none. */
    async stop(last: LineState | null) {
      if (last && !stopped) written = written.then(() => tellLine(desk, channelId, last, lease)).catch(failed);
      stopped = true;
      await written;
    },
  };
}

/** What a line is given of the house. */
function around(
  desk: Desk,
  channel: Channel,
  lease: Lease,
  { intake, folder, chromePath, after }: LineNeeds,
): Omit<LineGiven, 'kept' | 'tell'> {
  const { id: channelId } = channel;
  const { hear = () => [] } = kindOf(desk, channel.kind);
  return {
    channelId,
    chromePath,
    after,
    outside: outsideOf(desk, channel),
    now: () => desk.clock.now(),
    random: () => desk.random(),
    log: (level, says, facts) => desk.log[level](says, { channelId, ...facts }),
    keep: (memory) => keepOfLine(desk, channelId, memory, lease),
    hear: (told) => intake.submit([{ channelId, heard: told.flatMap(hear) }], JSON.stringify(told).length),
    async folder() {
      const own = join(folder, channelId);
      await mkdir(own, { recursive: true, mode: 0o700 });
      return own;
    },
  };
}
