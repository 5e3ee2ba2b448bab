import { factsOf } from '../../actions/health/facts';
import { freshHealth } from '../../actions/health/judge-channel';
import { figuresNow, seenOf } from '../../actions/health/seen';
import { type HealthProblem, severityOf, wordsOf } from '../../domain/health';
import type { HealthFacts } from '../../domain/health-facts';
import type { Channel, ChannelHealth } from '../../ports/store';
import type { Call } from '../route';
import type { ChannelHealthJson, ChannelHealthLineJson } from '../schemas/channel-health';
import { iso, isoOrNull } from './time';

type Asked = Pick<Call<unknown, unknown>, 'desk' | 'house' | 'signs'>;

/** A channel as it was judged last, with the facts as they are now. One of a trial is always well. */
export async function channelHealthJson({ desk, house, signs }: Asked, channel: Channel): Promise<ChannelHealthJson> {
  await signs.flush(channel.id);
  const kept = (await desk.store.reads.channelHealth(channel.id)) ?? freshHealth(channel.id, channel.createdAt);
  const health = channel.trialSince === null ? kept : { ...kept, state: 'good' as const, since: channel.trialSince, problems: [] };
  const seen = await seenOf(desk, channel, await figuresNow(desk));
  const { state, since, checkedAt } = healthLineJson(health);
  return {
    state,
    since,
    checkedAt,
    problems: health.problems.map(problemJson),
    facts: factsJson(factsOf(desk, house, channel, health.known, seen, health.checkedAt)),
    history: health.memory.history.map((turn) => ({ ...turn, problems: [...turn.problems], at: iso(turn.at) })),
  };
}

export const healthLineJson = ({ channelId, state, since, checkedAt, problems }: ChannelHealth): ChannelHealthLineJson => ({
  channelId,
  state,
  since: iso(since),
  checkedAt: isoOrNull(checkedAt),
  problems: problems.map(({ code }) => code),
});

const problemJson = (problem: HealthProblem): ChannelHealthJson['problems'][number] => ({
  code: problem.code,
  severity: severityOf(problem.code),
  since: iso(problem.since),
  ...wordsOf(problem),
  facts: timesIn(problem.facts) as Record<string, unknown>,
});

function factsJson(facts: HealthFacts): ChannelHealthJson['facts'] {
  const { paused, slowed, account, check, lastEventAt, lastSentAt, foreignSecret, otherUrl, silence, ...rest } = facts;
  const { signatureFailures, queue, quality, gaps, alarms } = rest;
  return {
    paused: paused && { ...paused, since: iso(paused.since) },
    slowed: slowed && { ...slowed, until: iso(slowed.until) },
    token: account && { ...tokenJson(account.token) },
    tokenSince: isoOrNull(facts.tokenAge?.since ?? null),
    check: { at: isoOrNull(check.at), failedSince: isoOrNull(check.failedSince), detail: check.detail },
    accountName: account?.name ?? null,
    webhook: rest.hasWebhook ? { asks: rest.asksLeave, handshakeAt: isoOrNull(rest.handshakeAt) } : null,
    lastEventAt: isoOrNull(lastEventAt),
    lastSentAt: isoOrNull(lastSentAt),
    signatureFailures: { ...signatureFailures, lastAt: isoOrNull(signatureFailures.lastAt) },
    foreignSecret: foreignSecret && { ...foreignSecret, lastAt: iso(foreignSecret.lastAt) },
    otherUrl: otherUrl && { ...otherUrl, lastAt: iso(otherUrl.lastAt) },
    queue: { waiting: queue.waiting, oldestAt: isoOrNull(queue.oldestAt) },
    quality: quality && { ...quality, at: iso(quality.at) },
    silence,
    gaps: { ...gaps, lastAt: isoOrNull(gaps.lastAt) },
    subscribed: account?.subscribed ?? null,
    otherApps: account?.otherApps?.map(({ id, name }) => ({ id, name })) ?? null,
    alarms: alarms.map((alarm) => ({ ...alarm, at: iso(alarm.at) })),
  };
}

const tokenJson = ({ valid, expiresAt, scopes, missing, detail }: NonNullable<HealthFacts['account']>['token']) => ({
  valid,
  expiresAt: isoOrNull(expiresAt),
  scopes: scopes && [...scopes],
  missing: [...missing],
  detail,
});

/** A problem's facts as JSON has them: what ends in `At`, and `at`, is a time. */
function timesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timesIn);
  if (typeof value !== 'object' || value === null) return value;
  const one = ([name, part]: [string, unknown]) => [name, /^at$|At$/.test(name) && typeof part === 'number' ? iso(part) : timesIn(part)];
  return Object.fromEntries(Object.entries(value).map(one));
}
