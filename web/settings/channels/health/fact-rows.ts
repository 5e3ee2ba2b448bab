import type { HealthWords } from '../../../words/en/health';
import type { Facts } from './queries';

export type FactRow = readonly [name: string, value: string];

interface Around {
  readonly words: HealthWords['facts'];
  readonly moment: (at: string) => string;
  readonly nameOf: (channelId: string) => string;
}

/** The facts in words; what a network does not tell of is said to be unknown, what does not concern the channel is left out. */
export function factRows(facts: Facts, around: Around): FactRow[] {
  const { words, moment } = around;
  const { queue, silence, gaps } = facts;
  const at = (when: string | null) => (when === null ? words.never : moment(when));
  return [
    ...(isAsked(facts) ? [[words.token, tokenSays(facts.token, around)] as const] : []),
    [words.heard, at(facts.lastEventAt)],
    [words.sent, at(facts.lastSentAt)],
    [words.waiting, queue.oldestAt === null ? words.nothingWaits : words.waitingSince(queue.waiting, moment(queue.oldestAt))],
    ...(facts.slowed ? [[words.slowed, words.slowedUntil(moment(facts.slowed.until), facts.slowed.detail)] as const] : []),
    ...webhookRows(facts, around),
    ...(facts.quality ? [[words.quality, qualitySays(facts.quality, around)] as const] : []),
    [words.quiet, silence ? words.quietFor(silence.hours, silence.usual, silence.weeks) : words.quietUnknown],
    [words.gaps, words.gapsOf(gaps.statuses, gaps.replies)],
    ...(facts.webhook?.asks || facts.subscribed !== null || facts.otherApps !== null ? [[words.apps, appsSay(facts, words)] as const] : []),
  ];
}

/** Whether there is somebody who can be asked about a token: a network that was, or one that asks us. */
const isAsked = ({ token, check, webhook }: Facts): boolean =>
  token !== null || check.at !== null || check.failedSince !== null || webhook?.asks === true;

function tokenSays(token: Facts['token'], { words, moment }: Around): string {
  if (!token) return words.unknown;
  if (!token.valid) return words.tokenBad;
  return `${words.tokenGood}; ${token.expiresAt === null ? words.tokenNoEnd : words.tokenEnds(moment(token.expiresAt))}`;
}

function webhookRows({ webhook, signatureFailures, otherUrl }: Facts, { words, moment, nameOf }: Around): FactRow[] {
  if (!webhook) return [];
  const { count, lastAt } = signatureFailures;
  return [
    ...(webhook.asks ? [[words.handshake, webhook.handshakeAt === null ? words.never : moment(webhook.handshakeAt)] as const] : []),
    [words.signatures, lastAt === null ? words.none : words.signaturesSince(count, moment(lastAt))],
    ...(otherUrl ? [[words.otherUrl, words.otherUrlOf(otherUrl.count, nameOf(otherUrl.channelId), moment(otherUrl.lastAt))] as const] : []),
  ];
}

function qualitySays({ rating, limit, at }: NonNullable<Facts['quality']>, { words, moment }: Around): string {
  const parts = [rating ? words.ratings[rating] : words.unknown, limit === null ? null : words.limit(limit), moment(at)];
  return parts.filter((part) => part !== null).join('; ');
}

function appsSay({ subscribed, otherApps }: Facts, words: Around['words']): string {
  if (subscribed === null && otherApps === null) return words.appsUnknown;
  const apps = [...(subscribed ? [words.ours] : []), ...(otherApps ?? []).map(({ id, name }) => name ?? id)];
  return apps.length === 0 ? words.noApp : apps.join(', ');
}
