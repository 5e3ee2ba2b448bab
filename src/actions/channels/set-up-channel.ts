import type { SetUp } from '../../domain/health-facts';
import type { Instant } from '../../domain/ticket';
import { type Callback, type ChannelConfig, type ChannelKind, SendFailure } from '../../ports/channel';
import type { Channel, Errand, House } from '../../ports/store';
import type { Desk } from '../desk';
import { freshHealth, markOf } from '../health/judge-channel';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { outsideOf } from '../sending/outside-of';
import type { Hold } from '../sending/send-message';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { accountsOf, openConfig } from './channel-config';

const SECOND = 1000;
const LONGEST_WAIT = 5 * 60 * SECOND;
/** Nobody minds long that a network still calls for a channel that is gone. */
const TRIES_FOR_GONE = 8;

type Around = Pick<Desk, 'kinds' | 'vault'>;

/**
 * Has the network told where to call for a channel: one that is new, has another configuration, or is gone. `former`: the configuration
 * of another account, for which it is to call no more. What is asked for one account is done in order, whichever channel it is of.
 */
export function askToSetUp(desk: Around, ledger: Pick<Ledger, 'addErrand'>, channel: Channel, former?: ChannelConfig): void {
  const kind = kindOf(desk, channel.kind);
  if (!kind.setUp || channel.trialSince !== null) return;
  const account = accountOf(desk, kind, channel.config);
  if (former && accountOf(desk, kind, former) !== account)
    ledger.addErrand({ key: keyOf(kind, desk, channel.id, former), kind: 'set_up', payload: { channelId: channel.id, former } });
  ledger.addErrand({ key: keyOf(kind, desk, channel.id, channel.config), kind: 'set_up', payload: { channelId: channel.id } });
}

const accountOf = ({ vault }: Pick<Desk, 'vault'>, kind: ChannelKind, config: ChannelConfig): string | undefined =>
  accountsOf(kind, vault, config)[0];

const keyOf = (kind: ChannelKind, desk: Pick<Desk, 'vault'>, channelId: string, config: ChannelConfig): string =>
  `set-up:${kind.kind}:${accountOf(desk, kind, config) ?? channelId}`.slice(0, 100);

/** The errand: tells the network where to call, and keeps how that went with the channel's health. What may yet work is tried again. */
export async function setUpChannel(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const house = await desk.house.refresh();
  const channel = channelIn(house, String(errand.payload.channelId));
  const former = errand.payload.former as ChannelConfig | undefined;
  const isDone = !channel || !(await isToBeTold(desk, house, channel, former));
  const failure = isDone ? null : await tell(desk, channel, former);
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const now = channel && channelIn(ledger.house, channel.id);
    const isGone = former !== undefined || !now || now.deletedAt !== null;
    if (!isGone && !isDone) {
      const health = (await tx.channelHealth(channel.id)) ?? freshHealth(channel.id, channel.createdAt);
      await tx.saveHealth({ ...health, known: { ...health.known, ...after(desk, channel, health.known.setUp, failure, ledger.at) } });
      if (failure?.problem.detail !== health.known.setUp?.failure?.detail)
        ledger.announce({ name: 'channel.health_changed', id: channel.id });
    }
    const again = failure && isWorthAgain(failure) && !(isGone && errand.attempts + 1 >= TRIES_FOR_GONE);
    if (again) ledger.postpone({ ...errand, attempts: errand.attempts + 1, dueAt: ledger.at + waitBefore(errand.attempts, failure) });
    else ledger.done(errand.id);
  });
}

/** A channel that has the account now has told the network by itself. */
async function isToBeTold(desk: Desk, { channels }: House, channel: Channel, former: ChannelConfig | undefined): Promise<boolean> {
  if (!former && channel.deletedAt === null) return true;
  const kind = kindOf(desk, channel.kind);
  const account = accountOf(desk, kind, former ?? channel.config);
  return !channels.some((one) => one.deletedAt === null && one.kind === kind.kind && accountOf(desk, kind, one.config) === account);
}

async function tell(desk: Desk, channel: Channel, former: ChannelConfig | undefined): Promise<SendFailure | null> {
  const kind = kindOf(desk, channel.kind);
  const config = openConfig(kind, desk.vault, former ?? channel.config);
  try {
    await kind.setUp?.(config, former ? null : callbackOf(desk, kind, channel), outsideOf(desk, channel));
    return null;
  } catch (error) {
    if (error instanceof SendFailure) return error;
    desk.log.error('a channel broke while it was set up', { channelId: channel.id, cause: String(error) });
    return new SendFailure('later', { code: 'unknown', providerCode: null, detail: 'Setting it up broke; the log says how' });
  }
}

/** Where the network is to call; null when it is to call nowhere: the channel is gone, or asks by itself. */
function callbackOf(desk: Pick<Desk, 'publicUrl' | 'ownUrl'>, kind: ChannelKind, channel: Channel): Callback | null {
  if (channel.deletedAt !== null || kind.line?.wanted(channel.config)) return null;
  const base = desk.publicUrl ?? desk.ownUrl?.() ?? 'http://127.0.0.1';
  return { url: kind.door ? `${base}${kind.door.path}` : `${base}/webhooks/${channel.id}`, isPublic: desk.publicUrl != null };
}

/** By which it is known whether a network has been told of a channel as it is now. */
export const setUpMark = (desk: Pick<Desk, 'publicUrl' | 'ownUrl'>, kind: ChannelKind, channel: Channel): string =>
  markOf([channel.config, callbackOf(desk, kind, channel)?.url ?? null]);

function after(
  desk: Desk,
  channel: Channel,
  before: SetUp | null | undefined,
  failure: SendFailure | null,
  at: Instant,
): { readonly setUp: SetUp; readonly asked?: null } {
  const mark = setUpMark(desk, kindOf(desk, channel.kind), channel);
  // What the network said of the account before it was told is old.
  if (!failure) return { setUp: { mark, at, failure: null }, asked: null };
  return { setUp: { mark, at, failure: { since: before?.failure?.since ?? at, detail: failure.problem.detail } } };
}

const isWorthAgain = ({ verdict, options }: SendFailure): boolean => verdict !== 'never' && options.pauses !== true;

/** 1 s, 2 s, 4 s … 5 min; a network's own wish comes first. */
const waitBefore = (attempts: number, { options }: SendFailure): number =>
  Math.max(Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(attempts, 20)), options.retryAfter ?? 0);
