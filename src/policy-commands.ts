import { readFile } from 'node:fs/promises';
import { CHANNELS } from '../channels';
import { requestOf } from './actions/replay/ask-replay';
import { replayPeriod } from './actions/replay/replay-period';
import { type Plan, planChange } from './actions/workspace/plan-change';
import type { Config } from './config';
import type { Difference, Replay, ReplayResult, Totals } from './domain/replay/result';
import type { PartialSettings } from './domain/settings';
import { openStoreToLook } from './house';
import { systemClock } from './platform/clock';
import { houseKeeper } from './platform/house-keeper';
import type { Clock } from './ports/clock';
import type { OpenStore } from './store';

export const OLDER = 'the database is of an older version: npx relaydesk migrate, or start the desk';

/** So many tickets are shown. */
const SHOWN = 20;
/** So many are written as JSON. */
const MOST = 10_000;

interface Planning {
  readonly policy: string;
  /** The name or id of a channel, whose overrides the file is. */
  readonly channel?: string;
}

/** What a policy file would move now, in lines. Reads only: also beside a running desk. */
export function plan(config: Config, { policy, channel }: Planning, clock = systemClock): Promise<string[]> {
  return looking(config, clock, async (desk) => {
    const patch = await policyIn(policy);
    const planned = channel === undefined ? { patch } : { channelId: channelNamed(desk, channel), overrides: patch };
    return planLines(await planChange(desk, planned, { limit: SHOWN, cursor: null }));
  });
}

function channelNamed({ house }: Looking, called: string): string {
  const channels = house.current().channels.filter(({ deletedAt }) => deletedAt === null);
  const found = channels.filter(({ id, name }) => id === called || name === called);
  const [one] = found;
  if (one && found.length === 1) return one.id;
  const known = channels.map(({ id, name }) => `${name} (${id})`).join(', ') || 'none';
  throw new Error(`${found.length === 0 ? 'there is no channel' : 'there are several channels'} ${called}: the channels are ${known}`);
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly policy: string;
  readonly json?: boolean;
}

interface Telling {
  /** How far it is. */
  readonly tell: (line: string) => void;
  readonly clock?: Clock;
  /** Ends it: then it throws `Stopped`. */
  readonly until?: AbortSignal;
}

/** Somebody wants to wait no longer. */
export class Stopped extends Error {}

/** What a period would have been like under a policy file, in lines or as JSON. Reads only. */
export function replay(
  config: Config,
  { from, to, policy, json = false }: Asked,
  { tell, clock = systemClock, until }: Telling,
): Promise<string[]> {
  return looking(config, clock, async (desk) => {
    const request = await requestOf(desk, { from, to, patch: await policyIn(policy) });
    const found: Difference[] = [];
    const result = await replayPeriod(desk, request, async ({ differences, chats, done }) => {
      if (until?.aborted) throw new Stopped(`stopped after ${done} of ${chats} chats; nothing was changed`);
      found.push(...differences.slice(0, (json ? MOST : SHOWN) - found.length));
      if (done > 0 && done % 5_000 === 0 && done < chats) tell(`${done} of ${chats} chats`);
    });
    return json ? [JSON.stringify(jsonOf(request, result, found), null, 2)] : replayLines(request, result, found);
  });
}

async function looking<T>(config: Config, clock: Clock, look: (desk: Looking) => Promise<T>): Promise<T> {
  const store = await openStoreToLook(config);
  try {
    if (await store.pending()) throw new Error(OLDER);
    return await look({ store, clock, house: await houseKeeper(store.reads), kinds: KINDS });
  } finally {
    await store.close();
  }
}

const KINDS = new Map(CHANNELS.map((kind) => [kind.kind, kind]));
type Looking = Parameters<typeof planChange>[0] & Parameters<typeof replayPeriod>[0] & { readonly store: OpenStore };

/** The body of `PATCH /settings`; what stands in it is checked with everything else. */
async function policyIn(file: string): Promise<PartialSettings> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} can't be read`);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as PartialSettings;
  } catch {
    // Said below.
  }
  throw new Error(`${file} is no policy: expected JSON such as {"timers":{"idleAfter":"PT10M"}}, as PATCH /settings takes it`);
}

function planLines({ data, totals }: Plan): string[] {
  const moves = totals?.moves ?? [];
  const count = totals?.tickets ?? 0;
  return [
    `${count} of ${totals?.open ?? 0} open tickets would move now; ${totals?.redated ?? 0} others would have another due time.`,
    ...moves.map(({ from, to, kind, tickets }) => `${String(tickets).padStart(8)}  ${from} -> ${to}  (${kind})`),
    ...data.map(({ view, to, timer }) => `   #${view.ticket.number}  ${view.ticket.status} -> ${to}, due ${momentOf(timer.dueAt)}`),
    ...more(count, data.length),
  ];
}

const ROWS: readonly (readonly [says: string, of: (totals: Totals) => string])[] = [
  ['tickets', ({ tickets }) => String(tickets)],
  ['went idle', ({ wentIdle }) => String(wentIdle)],
  ['closed', ({ closed }) => String(closed)],
  ['closed by themselves', ({ closedByThemselves }) => String(closedByThemselves)],
  ['customer back within a day', ({ backWithinDay }) => String(backWithinDay)],
  ['customers waited', ({ waitingSeconds }) => hours(waitingSeconds)],
  ['tickets waited for an agent', ({ queuedSeconds }) => hours(queuedSeconds)],
  ['per agent at a time, median', ({ ticketsPerAgent }) => (ticketsPerAgent === null ? '-' : ticketsPerAgent.toFixed(1))],
  ['most of an agent at once', ({ peakLoad }) => String(peakLoad)],
];

const hours = (seconds: number): string => `${(seconds / 3600).toFixed(1)} h`;

function replayLines({ from, to }: Replay['request'], result: ReplayResult, found: readonly Difference[]): string[] {
  const { before, after, differ, estimated, unclear, chats } = result;
  return [
    `${momentOf(from)} to ${momentOf(to)}, ${chats} chats`,
    `${''.padEnd(28)}${'before'.padStart(12)}${'after'.padStart(12)}`,
    ...ROWS.map(([says, of]) => `${says.padEnd(28)}${of(before).padStart(12)}${of(after).padStart(12)}`),
    `${differ} tickets differ${estimated > 0 ? `, ${estimated} of them with something that is an estimate` : ''}.`,
    ...(unclear > 0 ? [`${unclear} chats can't be reproduced from the record, and count as they were.`] : []),
    ...found.map(differenceLine),
    ...more(differ, found.length),
  ];
}

const differenceLine = ({ ticket, since, before, after, estimated }: Difference): string =>
  `   ${ticket ? `#${ticket.number}` : 'a new one'}  from ${momentOf(since)} on: ${ended(before)} -> ${ended(after)}${estimated ? ' (estimate)' : ''}`;

const ended = (one: Difference['before']): string =>
  one === null ? 'none' : `${one.status}${one.closeCause ? `, ${one.closeCause}` : ''}`;

const more = (all: number, shown: number): string[] => (all > shown ? [`   … and ${all - shown} more`] : []);

const momentOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const jsonOf = ({ from, to, patch }: Replay['request'], result: ReplayResult, differences: readonly Difference[]) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  patch,
  ...result,
  differences: differences.map(({ since, ...rest }) => ({ ...rest, since: new Date(since).toISOString() })),
});
