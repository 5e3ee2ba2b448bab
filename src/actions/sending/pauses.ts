import { ofApp, ofNumber, ofRecipient } from '../../domain/scopes';
import type { Instant } from '../../domain/ticket';
import type { Scope, SendProblem } from '../../ports/channel';
import type { Channel, Pause, Tx } from '../../ports/store';
import type { Vault } from '../../ports/vault';
import type { Desk } from '../desk';

const MINUTE = 60_000;
/** A row that ended so long ago says nothing about what comes next. */
export const FORGOTTEN_AFTER = 60 * MINUTE;

/** Where a message goes: what else a network's limit on it is about. */
export interface Way {
  readonly chatId: string;
  readonly channel: Channel;
}

/** Under which names a message waits. */
export const scopesOf = (vault: Vault, { chatId, channel }: Way): string[] => [
  ofRecipient(chatId),
  ofNumber(channel.id),
  ...appOf(vault, channel),
];

/** The name of what a limit is about; an account without an app is an app of its own. */
function nameOf(vault: Vault, scope: Scope, { chatId, channel }: Way): string {
  if (scope === 'recipient') return ofRecipient(chatId);
  return (scope === 'app' ? appOf(vault, channel)[0] : undefined) ?? ofNumber(channel.id);
}

const apps = new WeakMap<Channel, readonly string[]>();

/** Accounts whose webhooks one secret signs belong to one app. */
function appOf(vault: Vault, channel: Channel): readonly string[] {
  const known = apps.get(channel);
  if (known) return known;
  const { appSecret } = channel.config;
  const app = appSecret === undefined ? [] : [ofApp(vault.mark(vault.open(appSecret)))];
  apps.set(channel, app);
  return app;
}

/** The pause that holds longest, of those that hold now. */
export const holding = (pauses: readonly Pause[], scopes: readonly string[], at: Instant): Pause | undefined =>
  pauses.filter(({ scope, until }) => until > at && scopes.includes(scope)).sort((one, other) => other.until - one.until)[0];

/** The same before anything is locked: what holds back messages on a way holds back their files and reactions too. */
export async function pauseOf({ store, vault, clock }: Pick<Desk, 'store' | 'vault' | 'clock'>, way: Way): Promise<Pause | undefined> {
  const scopes = scopesOf(vault, way);
  return holding(await store.reads.pauses(scopes), scopes, clock.now());
}

interface Hit {
  readonly scope: Scope;
  readonly way: Way;
  /** Milliseconds that the network or the table asks for. */
  readonly wait: number;
  /** The network counts it itself: it grows no longer. */
  readonly exact?: boolean;
  readonly problem: SendProblem;
  /** When what was refused began. */
  readonly attemptedAt: Instant;
  readonly at: Instant;
}

/**
 * Makes everything within a scope wait, in every instance; answers until when. What was under way when the pause began and is
 * refused too belongs to it. What is refused after it makes the next one twice as long.
 */
export async function pause(tx: Tx, vault: Vault, { scope, way, wait, exact = false, problem, attemptedAt, at }: Hit): Promise<Instant> {
  const name = nameOf(vault, scope, way);
  const [before] = await tx.pauses([name]);
  const isFresh = before === undefined || before.until + FORGOTTEN_AFTER < at;
  const isSame = !isFresh && attemptedAt <= before.since;
  const times = isFresh ? 1 : isSame ? before.times : before.times + 1;
  const until = Math.max(isSame ? before.until : 0, at + grown(wait, isSame || exact ? 1 : times));
  if (isSame && until === before.until) return until;
  const { code, providerCode, detail } = problem;
  await tx.savePauses([{ scope: name, since: isSame ? before.since : at, until, times, code, providerCode, detail }]);
  return until;
}

/** Twice as long each time, up to a quarter of an hour or four times what was asked. */
const grown = (wait: number, times: number): number => Math.min(wait * 2 ** Math.min(times - 1, 20), Math.max(15 * MINUTE, 4 * wait));

const SHORTEST_SPREAD = 250;

/** When somebody who waits for a pause looks again: soon after its end, and not all at once. */
export const afterPause = (until: Instant, at: Instant, random: () => number): Instant =>
  Math.round(until + random() * Math.max(SHORTEST_SPREAD, (until - at) / 4));
