import type { AccountAlarm, HealthFacts, Severity } from './health-facts';
import { UNLIKELY } from './rhythm';
import type { Instant } from './ticket';

/** What stands for a problem in the facts. */
export type Told = Readonly<Record<string, unknown>>;

export interface HealthRule {
  readonly severity: Severity;
  /** So long it must hold before it is a problem, and so long it must be gone before it is none any more. */
  readonly hold: number;
  readonly clear: number;
  /** What stands for it in the facts; null when it does not hold. */
  when(facts: HealthFacts, now: Instant): Told | null;
  readonly says: (told: Told) => string;
  readonly do: string | ((told: Told) => string);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Three in a row: one may be somebody who tries the door. */
const SIGNATURES = 3;
const GAPS = 3;
/** A line that is lost comes back by itself, mostly within a minute. */
const LINE_PATIENCE = 5 * MINUTE;

const isSince = (at: Instant | null | undefined, now: Instant, ms: number): boolean => at != null && now - at < ms;
const iso = (at: unknown): string => (typeof at === 'number' ? new Date(at).toISOString() : '');

/** Everything that can be wrong with a channel: when it is, how loud it is, and what to do. The worst first. */
// biome-ignore format: a table is read by its rows
export const HEALTH_RULES = {
  token_invalid: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ account }, now) => {
      if (!account) return null;
      const { valid, expiresAt, detail } = account.token;
      return valid && (expiresAt === null || expiresAt > now) ? null : { expiresAt, detail };
    },
    says: ({ expiresAt, detail }) => expiresAt === null ? `The network does not take the token or secret of this channel${detail ? `: ${detail}` : ''}` : `The access token ended at ${iso(expiresAt)}`,
    do: 'Make a new one at the network, or look which it knows, and paste it into the channel.',
  },
  paused: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ paused }) => paused && { reason: paused.reason, at: paused.since },
    says: ({ reason }) => `Sending is paused${reason ? `: ${reason}` : ''}`,
    do: 'Correct what it says and save the channel; what waits goes out then.',
  },
  wrong_account: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ account }) => account?.wrong ? { ...account.wrong } : null,
    says: ({ says }) => String(says),
    do: (told) => String(told.do),
  },
  scopes_missing: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ account }) => account?.token.valid && account.token.missing.length > 0 ? { scopes: account.token.missing } : null,
    says: ({ scopes }) => `The access token lacks ${(scopes as string[]).join(', ')}`,
    do: 'Make an access token with these permissions and paste it into the channel.',
  },
  not_subscribed: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ account }) => account?.subscribed === false ? {} : null,
    says: () => 'The network tells nothing of this account to the app that the token belongs to',
    do: 'Subscribe the app to the account at the network, and look that the webhook answers: after an hour of failures some networks unsubscribe.',
  },
  account_alarm: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ alarms }) => alarms.length > 0 ? { alarms } : null,
    says: ({ alarms }) => `The network says of the account: ${(alarms as AccountAlarm[]).map(({ detail }) => detail).join('; ')}`,
    do: 'Look at the account at the network. When it is settled, mark it as seen to.',
  },
  quality_low: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ quality }) => quality?.rating === 'red' ? { limit: quality.limit } : null,
    says: () => 'The network rates the quality of what is sent as low',
    do: 'Send fewer messages that people did not ask for: the network lowers the limit, or blocks the number.',
  },
  foreign_secret: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ foreignSecret, lastEventAt }, now) =>
      foreignSecret && isSince(foreignSecret.lastAt, now, DAY) && (lastEventAt ?? 0) < foreignSecret.lastAt ? { channelId: foreignSecret.channelId, count: foreignSecret.count } : null,
    says: () => 'What comes by this channel\u2019s webhook URL is signed with the secret of another channel, and is refused',
    do: 'Give who calls it the other channel\u2019s webhook URL, or paste here the secret that it signs with.',
  },
  signature_failures: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ signatureFailures: { inARow, lastAt }, lastEventAt }, now) =>
      inARow >= SIGNATURES && isSince(lastAt, now, DAY) && !isSince(lastEventAt, now, 15 * MINUTE) ? { inARow, lastAt } : null,
    says: ({ inARow }) => `${inARow} webhook calls in a row were refused: their signature is wrong`,
    do: 'Paste the secret with which the network signs its calls of this URL.',
  },
  no_handshake: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ asksLeave, connectedAt, handshakeAt, lastEventAt }, now) =>
      asksLeave && handshakeAt === null && lastEventAt === null && now - connectedAt >= HOUR ? { at: connectedAt } : null,
    says: () => 'The network has never called the webhook: nothing can be heard',
    do: 'Paste the webhook\u2019s URL and verify token at the network.',
  },
  not_set_up: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ setUpFailure, account }) => setUpFailure && account?.token.valid !== false ? { detail: setUpFailure.detail, at: setUpFailure.since } : null,
    says: ({ detail }) => `The network could not be told where to call: ${detail}`,
    do: 'Correct what it says; then save the channel, or wait: it is tried again.',
  },
  line_down: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ lineDown }, now) =>
      lineDown && (lineDown.needsAdmin || now - lineDown.since >= LINE_PATIENCE) ? { detail: lineDown.detail, at: lineDown.since } : null,
    says: ({ detail, at }) => `The line to the network has not been ready since ${iso(at)}${detail ? `: ${String(detail).replace(/\.$/, '')}` : ''}`,
    do: 'Look at the channel\u2019s page: it says what the line waits for, links a phone and opens it anew.',
  },
  unreachable: {
    severity: 'bad', hold: 0, clear: 0,
    when: ({ check }, now) => check.failedSince !== null && now - check.failedSince >= HOUR ? { detail: check.detail, at: check.failedSince } : null,
    says: ({ detail, at }) => `The network has not answered since ${iso(at)}: ${detail}`,
    do: 'Look whether this machine reaches the network.',
  },
  queue_waits: {
    severity: 'bad', hold: 0, clear: MINUTE,
    when: ({ queue: { oldestAt, alarmAfter, waiting } }, now) =>
      oldestAt !== null && alarmAfter !== null && now - oldestAt >= alarmAfter ? { waiting, oldestAt } : null,
    says: ({ waiting, oldestAt }) => `${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'} to be sent, the oldest since ${iso(oldestAt)}`,
    do: 'Look at the other problems of the channel; if there are none, at the network\u2019s own status page.',
  },
  silence: {
    severity: 'bad', hold: 10 * MINUTE, clear: 0,
    when: ({ silence }) => silence && silence.usual >= UNLIKELY ? { ...silence } : null,
    says: ({ hours, usual, weeks }) => `Nothing was heard for ${hours} ${hours === 1 ? 'hour' : 'hours'}; each of the last ${weeks} weeks brought at least ${usual} events in these hours`,
    do: 'Write to the account yourself. If it does not come, look at what the channel\u2019s page says of its connection.',
  },
  token_expiring: {
    severity: 'warning', hold: 0, clear: 0,
    when: ({ account }, now) => {
      const at = account?.token.valid ? account.token.expiresAt : null;
      return at != null && at > now && at - now <= 7 * DAY ? { expiresAt: at } : null;
    },
    says: ({ expiresAt }) => `The access token ends at ${iso(expiresAt)}`,
    do: 'Make a new access token at the network and paste it into the channel before then.',
  },
  token_old: {
    severity: 'warning', hold: 0, clear: 0,
    when: ({ account, tokenAge }, now) =>
      account?.token.valid && account.token.expiresAt === null && tokenAge && now - tokenAge.since >= tokenAge.life - 7 * DAY
        ? { at: tokenAge.since, days: Math.round(tokenAge.life / DAY) } : null,
    says: ({ at, days }) => `The access token is here since ${iso(at)}; the network ends such tokens after ${days} days, unless they are renewed`,
    do: 'Renew it at the network, or make a new one, and paste it into the channel.',
  },
  other_apps: {
    severity: 'warning', hold: 0, clear: 0,
    when: ({ account }) => account?.otherApps && account.otherApps.length > 0 ? { apps: account.otherApps } : null,
    says: ({ apps }) => `Other apps hear this account too: ${(apps as { id: string; name: string | null }[]).map(({ id, name }) => name ?? id).join(', ')}`,
    do: 'If one of them answers customers as well, unsubscribe it at the network.',
  },
  swapped_urls: {
    severity: 'warning', hold: 0, clear: 10 * MINUTE,
    when: ({ otherUrl }, now) => otherUrl?.swapped && isSince(otherUrl.lastAt, now, DAY) ? { channelId: otherUrl.channelId, count: otherUrl.count } : null,
    says: () => 'Its events come by the URL of another channel, and that one\u2019s by this channel\u2019s. They are heard all the same',
    do: 'Exchange the two URLs at the network, so that each channel\u2019s page tells of its own.',
  },
  gaps: {
    severity: 'warning', hold: 0, clear: 0,
    when: ({ gaps: { statuses, replies, lastAt }, account }) => {
      const unexplained = replies + (account?.otherApps && account.otherApps.length > 0 ? 0 : statuses);
      return unexplained >= GAPS ? { statuses, replies, lastAt } : null;
    },
    says: ({ statuses, replies }) => `${statuses} receipts and ${replies} answers of the last day are about messages that the desk does not know`,
    do: 'Look whether somebody else sends from this account, and whether the webhook was down.',
  },
  no_event: {
    severity: 'warning', hold: 0, clear: 0,
    when: ({ hasWebhook, asksLeave, connectedAt, handshakeAt, lastEventAt }, now) => {
      const at = asksLeave ? handshakeAt : hasWebhook ? connectedAt : null;
      return at !== null && lastEventAt === null && now - at >= DAY ? { at } : null;
    },
    says: ({ at }) => `The webhook was set up at ${iso(at)}, and nothing has come since`,
    do: 'Write to the account yourself. If it does not come, look at what the channel\u2019s page says of its connection.',
  },
} as const satisfies Record<string, HealthRule>;

export type HealthCode = keyof typeof HEALTH_RULES;
