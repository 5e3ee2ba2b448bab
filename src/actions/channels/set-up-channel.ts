import { type Callback, type ChannelKind, SendFailure } from '../../ports/channel';
import type { Channel, Errand, House, Tx } from '../../ports/store';
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
 * Has the network told where to call for a channel: one that is new, has another configuration, or is gone. What is asked for one
 * account is done in order, whichever channel it is of.
 */
export function askToSetUp(desk: Around, ledger: Pick<Ledger, 'addErrand'>, channel: Channel): void {
  const kind = kindOf(desk, channel.kind);
  if (!kind.setUp || channel.trialSince !== null) return;
  const key = `set-up:${kind.kind}:${accountOf(desk, channel) ?? channel.id}`;
  ledger.addErrand({ key: key.slice(0, LONGEST_KEY), kind: 'set_up', payload: { channelId: channel.id } });
}

const LONGEST_KEY = 100;

const accountOf = ({ kinds, vault }: Around, { kind, config }: Channel): string | undefined =>
  accountsOf(kindOf({ kinds }, kind), vault, config)[0];

/** The errand: tells the network where to call, and keeps how that went with the channel's health. What may yet work is tried again. */
export async function setUpChannel(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const house = await desk.house.refresh();
  const channel = channelIn(house, String(errand.payload.channelId));
  const isTold = channel !== undefined && !isTakenOver(desk, house, channel);
  const failure = isTold ? await tell(desk, channel) : null;
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const now = isTold ? channelIn(ledger.house, channel.id) : undefined;
    const isGone = !now || now.deletedAt !== null;
    if (!isGone && isTold) await keep(desk, tx, ledger, channel, failure);
    const tries = isGone ? TRIES_FOR_GONE : Number.POSITIVE_INFINITY;
    const attempts = errand.attempts + 1;
    if (failure && isWorthAgain(failure) && attempts < tries)
      ledger.postpone({ ...errand, attempts, dueAt: ledger.at + waitBefore(errand.attempts, failure) });
    else ledger.done(errand.id);
  });
}

/** A channel that has a gone one's account now has told the network by itself. */
const isTakenOver = (desk: Around, { channels }: House, channel: Channel): boolean =>
  channel.deletedAt !== null &&
  channels.some((one) => one.deletedAt === null && one.kind === channel.kind && accountOf(desk, one) === accountOf(desk, channel));

async function tell(desk: Desk, channel: Channel): Promise<SendFailure | null> {
  const kind = kindOf(desk, channel.kind);
  try {
    await kind.setUp?.(openConfig(kind, desk.vault, channel.config), callbackOf(desk, kind, channel), outsideOf(desk, channel));
    return null;
  } catch (error) {
    if (error instanceof SendFailure) return error;
    desk.log.error('a channel broke while it was set up', { channelId: channel.id, cause: String(error) });
    return new SendFailure('later', { code: 'unknown', providerCode: null, detail: 'Setting it up broke; the log says how' });
  }
}

type Addresses = Pick<Desk, 'publicUrl' | 'ownUrl'>;

/** Where the network is to call; null when it is to call nowhere: the channel is gone, or asks by itself. */
function callbackOf({ publicUrl = null, ownUrl }: Addresses, kind: ChannelKind, { id, config, deletedAt }: Channel): Callback | null {
  if (deletedAt !== null || kind.line?.wanted(config)) return null;
  const base = publicUrl ?? ownUrl?.() ?? 'http://127.0.0.1';
  return { url: kind.door ? `${base}${kind.door.path}` : `${base}/webhooks/${id}`, isPublic: publicUrl !== null };
}

/** By which it is known whether a network was told of a channel as it is now. Each instance has an address of its own on its machine. */
export function setUpMark(desk: Addresses, kind: ChannelKind, channel: Channel): string {
  const callback = callbackOf(desk, kind, channel);
  return markOf([channel.config, callback?.isPublic ? callback.url : callback !== null]);
}

async function keep(desk: Desk, tx: Tx, ledger: Ledger, channel: Channel, failure: SendFailure | null): Promise<void> {
  const health = (await tx.channelHealth(channel.id)) ?? freshHealth(channel.id, channel.createdAt);
  const before = health.known.setUp?.failure ?? null;
  const setUp = {
    mark: setUpMark(desk, kindOf(desk, channel.kind), channel),
    at: ledger.at,
    failure: failure && { since: before?.since ?? ledger.at, detail: failure.problem.detail },
  };
  // What the network said of the account before it was told is old.
  const known = failure ? { ...health.known, setUp } : { ...health.known, setUp, asked: null };
  await tx.saveHealth({ ...health, known });
  if (before?.detail !== setUp.failure?.detail) ledger.announce({ name: 'channel.health_changed', id: channel.id });
}

const isWorthAgain = ({ verdict, options }: SendFailure): boolean => verdict !== 'never' && options.pauses !== true;

/** 1 s, 2 s, 4 s … 5 min; a network's own wish comes first. */
const waitBefore = (attempts: number, { options }: SendFailure): number =>
  Math.max(Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(attempts, 20)), options.retryAfter ?? 0);
