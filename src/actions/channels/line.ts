import { invalid, Refusal } from '../../domain/errors';
import type { Instant } from '../../domain/ticket';
import type { LineMemory, LineState, LineWish } from '../../ports/channel';
import type { Channel, KeptLine, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Hold } from '../sending/send-message';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { openConfig } from './channel-config';

export const NOT_YET: LineState = { status: 'starting', code: null, says: null };

const newLine = (channelId: string, at: Instant): KeptLine => ({ channelId, state: NOT_YET, since: at, kept: null, wish: null });

/** Whether somebody has to hold a line open for this channel. */
export function wantsLine(desk: Pick<Desk, 'kinds' | 'vault'>, channel: Channel): boolean {
  const kind = kindOf(desk, channel.kind);
  return channel.deletedAt === null && kind.line?.wanted(openConfig(kind, desk.vault, channel.config)) === true;
}

/** Keeps how a line is doing. What waited for it goes out at once when it is ready. Whose lease another process has by now says nothing. */
export async function tellLine(desk: Desk, channelId: string, state: LineState, hold: Hold): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    if (!(await isHolder(desk, tx, hold))) return;
    const before = (await tx.line(channelId)) ?? newLine(channelId, ledger.at);
    const since = isDown(before.state) && isDown(state) ? before.since : before.state.status === state.status ? before.since : ledger.at;
    await tx.saveLine({ ...before, state, since });
    if (state.status === 'ready') await tx.hurryQueue(channelId, ledger.at);
    ledger.announce({ name: 'channel.state_changed', id: channelId });
  });
}

/** Lost, or on its way back: a line that tries again and again has been so since the first time. */
const isDown = ({ status }: LineState): boolean => status === 'starting' || status === 'waiting';

/** A line that could not even be opened: words of its own it has none. */
export const tellBroken = (desk: Desk, channelId: string, retryAt: Instant, hold: Hold): Promise<void> =>
  tellLine(desk, channelId, { status: 'waiting', code: 'broken', says: 'The line could not be opened; the log says why.', retryAt }, hold);

/** What a line wants to know the next time. Whose lease another process has by now has nothing to add to what that one keeps. */
export const keepOfLine = (desk: Desk, channelId: string, kept: LineMemory, hold: Hold): Promise<void> =>
  transact(desk, async (tx, { at }) => {
    if (await isHolder(desk, tx, hold)) await tx.saveLine({ ...((await tx.line(channelId)) ?? newLine(channelId, at)), kept });
  });

const isHolder = async ({ store }: Pick<Desk, 'store'>, tx: Tx, hold: Hold): Promise<boolean> =>
  (await store.leases.holding(tx, [hold])).has(hold.name);

/** What an admin has asked of a line, for its holder; asked once. */
export const takeWish = (desk: Desk, channelId: string): Promise<LineWish | null> =>
  transact(desk, async (tx) => {
    const line = await tx.line(channelId);
    if (line?.wish) await tx.saveLine({ ...line, wish: null });
    return line?.wish ?? null;
  });

const PHONE = /^\+?[\d\s().-]{6,24}$/;

/** Asks something of a channel's line, whichever process holds it. */
export async function wishOfLine(desk: Desk, channel: Channel, wish: LineWish): Promise<void> {
  if (!wantsLine(desk, channel)) throw new Refusal('not_found', 'This channel has no line of its own.');
  if (wish.type === 'pair' && !PHONE.test(wish.phone)) throw invalid('phone', 'expected a phone number with its country code');
  await transact(desk, async (tx, ledger) => {
    await tx.saveLine({ ...((await tx.line(channel.id)) ?? newLine(channel.id, ledger.at)), wish });
    ledger.act({
      act: 'channel.line_asked',
      target: { kind: 'channel', id: channel.id, name: channel.name },
      changes: [{ path: 'line', from: null, to: wish.type }],
    });
    ledger.announce({ name: 'channel.state_changed', id: channel.id });
  });
}
