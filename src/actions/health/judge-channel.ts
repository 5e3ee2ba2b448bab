import { createHash } from 'node:crypto';
import { isNews, judge, newHealth } from '../../domain/health';
import { type AccountFacts, type HealthKnown, NOTHING_KNOWN } from '../../domain/health-facts';
import type { Instant } from '../../domain/ticket';
import type { Channel, ChannelHealth, Tx } from '../../ports/store';
import { askToSetUp, setUpMark } from '../channels/set-up-channel';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { factsOf } from './facts';
import { type Figures, remembered, seenOf } from './seen';

const MINUTE = 60_000;

/** How often a network is asked about an account, and how soon again when it could not be. */
const ASK_EVERY = 60 * MINUTE;
const ASK_AGAIN = 10 * MINUTE;

/** What asking the network came to. */
export type Checked = { readonly account: AccountFacts } | { readonly failure: string };

interface Judging {
  /** What goes with it in the same transaction. */
  readonly also?: (tx: Tx, ledger: Ledger) => Promise<void>;
  readonly checked?: Checked;
}

/** Looks at one channel and judges it, unless it is gone. Asks for a check when one is due. */
export async function judgeChannel(desk: Desk, channel: Channel, figures: Figures, { also, checked }: Judging = {}): Promise<void> {
  const seen = await seenOf(desk, channel, figures);
  const before = (await desk.store.reads.channelHealth(channel.id)) ?? freshHealth(channel.id, channel.createdAt);
  const { hours, failedBefore } = await remembered(desk, channel, before.known, seen);
  const turned = await transact(desk, async (tx, ledger) => {
    await also?.(tx, ledger);
    const now = channelIn(ledger.house, channel.id);
    if (!now || now.deletedAt !== null) return null;
    const row = (await tx.channelHealth(channel.id)) ?? before;
    const checkedAt = checked && 'account' in checked ? ledger.at : row.checkedAt;
    const learnt = withToken({ ...learned(row.known, checked, ledger.at), hours, failedBefore }, now);
    const known = told(desk, ledger, now, asked(desk, ledger, now, learnt, checked !== undefined));
    const facts = factsOf(desk, ledger.house, now, known, seen, checkedAt);
    const next: ChannelHealth = { ...row, ...judge(row, facts, ledger.at), known, facts, checkedAt };
    if (isNews(row, next)) ledger.announce({ name: 'channel.health_changed', id: channel.id });
    if (JSON.stringify(next) !== JSON.stringify(row)) await tx.saveHealth(next);
    if (isBack(row.known, checked)) await tx.hurryQueue(channel.id, ledger.at);
    return next.state === row.state ? null : next;
  });
  if (turned) tell(desk, turned);
}

/** It could not be asked, and now it takes what we say: what waits for it need not wait longer. */
const isBack = ({ failure }: HealthKnown, checked: Checked | undefined): boolean =>
  failure !== null && checked !== undefined && 'account' in checked && checked.account.token.valid && checked.account.wrong === null;

function tell({ log }: Desk, { channelId, state, problems }: ChannelHealth): void {
  const codes = problems.map(({ code }) => code).join(' ');
  if (state === 'bad') log.warn('a channel turned bad', { channelId, problems: codes });
  else log.info(`a channel turned ${state}`, { channelId });
}

export const freshHealth = (channelId: string, at: Instant): ChannelHealth => ({
  ...newHealth(at),
  channelId,
  facts: null,
  known: NOTHING_KNOWN,
  checkedAt: null,
  version: 0,
});

function learned(known: HealthKnown, checked: Checked | undefined, at: Instant): HealthKnown {
  if (!checked) return known;
  if ('failure' in checked) return { ...known, failure: { since: known.failure?.since ?? at, detail: checked.failure } };
  const { account } = checked;
  const { rating = null, limit = null } = account.quality ?? {};
  const quality = account.quality && {
    at: account.quality.at,
    rating: rating ?? known.quality?.rating ?? null,
    limit: limit ?? known.quality?.limit ?? null,
  };
  return { ...known, account, failure: null, quality: quality ?? known.quality };
}

/** A secret keeps its seal while it stays the same. */
export const markOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** A token is not older than the last change of its channel, when it is seen for the first time. */
function withToken(known: HealthKnown, { config, updatedAt }: Channel): HealthKnown {
  const mark = markOf(config.accessToken ?? null);
  return known.token?.mark === mark ? known : { ...known, token: { since: updatedAt, mark } };
}

/** A network that calls us is told anew where, when the channel or the desk's address is another than it was told. */
function told(desk: Desk, ledger: Ledger, channel: Channel, known: HealthKnown): HealthKnown {
  const kind = kindOf(desk, channel.kind);
  if (!kind.setUp || isMarked(desk, channel, known.setUp)) return known;
  askToSetUp(desk, ledger, channel);
  return { ...known, setUp: { mark: setUpMark(desk, kind, channel), at: ledger.at, failure: known.setUp?.failure ?? null } };
}

const isMarked = (desk: Desk, channel: Channel, setUp: HealthKnown['setUp']): boolean =>
  setUp?.mark === setUpMark(desk, kindOf(desk, channel.kind), channel);

/** The network is asked every hour, and at once when the channel has another configuration or was paused. */
function asked(desk: Desk, ledger: Ledger, channel: Channel, known: HealthKnown, justNow: boolean): HealthKnown {
  const mark = markOf([channel.config, channel.state.status === 'paused']);
  const fresh = { ...known, asked: { at: ledger.at, mark } };
  if (justNow) return fresh;
  const wait = known.failure ? ASK_AGAIN : ASK_EVERY;
  const isDue = known.asked === null || known.asked.mark !== mark || ledger.at - known.asked.at >= wait;
  if (!isDue || !kindOf(desk, channel.kind).check) return known;
  ledger.addErrand({ key: `health:${channel.id}`, kind: 'health', payload: { channelId: channel.id } });
  return fresh;
}
