import type { HealthFacts, HealthKnown } from '../../domain/health-facts';
import { silenceOf } from '../../domain/rhythm';
import { SIGNS } from '../../domain/signs';
import type { Instant } from '../../domain/ticket';
import type { Channel, House, Sign } from '../../ports/store';
import type { Desk } from '../desk';
import { policyFor } from '../rules';
import { kindOf } from '../sending/sendable';
import { idIn, lastOf, newest, type Seen } from './seen';

/** Everything that the channel is judged by. */
export function factsOf(
  desk: Pick<Desk, 'kinds'>,
  house: House,
  channel: Channel,
  known: HealthKnown,
  seen: Seen,
  checkedAt: Instant | null,
): HealthFacts {
  const { figures, signs, lastHeardAt, pause } = seen;
  const { state } = channel;
  const waiting = figures.waiting.get(channel.id);
  const gaps = figures.gaps.get(channel.id);
  const failures = signs.find(({ name }) => name === SIGNS.badSignature);
  return {
    connectedAt: channel.createdAt,
    ...callsOf(desk, channel),
    paused: state.status === 'paused' ? { reason: state.reason, since: state.since } : null,
    slowed: pause && pause.until > figures.at ? { until: pause.until, detail: pause.detail } : null,
    account: known.account,
    tokenAge: ageOf(desk, channel, known),
    check: { at: checkedAt, failedSince: known.failure?.since ?? null, detail: known.failure?.detail ?? null },
    setUpFailure: known.setUp?.failure ?? null,
    lineDown: downIn(seen),
    handshakeAt: seen.handshakeAt,
    lastEventAt: lastHeardAt,
    lastSentAt: lastOf(signs, SIGNS.sent),
    signatureFailures: {
      count: failures?.times ?? 0,
      inARow: Math.max(0, (failures?.times ?? 0) - known.failedBefore),
      lastAt: failures?.lastAt ?? null,
    },
    foreignSecret: channelSign(signs, SIGNS.foreign),
    otherUrl: otherUrlIn(seen),
    queue: {
      waiting: waiting?.waiting ?? 0,
      oldestAt: waiting?.oldestAt ?? null,
      alarmAfter: policyFor(house, channel.id).queuedAlarmAfter,
    },
    quality: known.quality,
    silence: silenceOf(known.hours, lastHeardAt),
    gaps: { statuses: gaps?.statuses ?? 0, replies: gaps?.replies ?? 0, lastAt: gaps?.lastAt ?? null },
    alarms: known.alarms,
  };
}

/** Whether the network calls us, or we hold a line to it. */
function callsOf(desk: Pick<Desk, 'kinds'>, { kind: named, config }: Channel): Pick<HealthFacts, 'hasWebhook' | 'asksLeave'> {
  const { webhook, door, line } = kindOf(desk, named);
  const hasWebhook = (webhook ?? door) !== undefined && line?.wanted(config) !== true;
  return { hasWebhook, asksLeave: hasWebhook && webhook?.handshake !== undefined };
}

function downIn({ line }: Seen): HealthFacts['lineDown'] {
  if (!line || line.state.status === 'ready') return null;
  const { status, says } = line.state;
  const detail = says ?? (status === 'pairing' ? 'it waits for a phone to be linked' : null);
  return { since: line.since, detail, needsAdmin: status === 'failed' };
}

function ageOf(desk: Pick<Desk, 'kinds'>, { kind, config }: Channel, { token }: HealthKnown): HealthFacts['tokenAge'] {
  const life = kindOf(desk, kind).tokenLife?.(config) ?? null;
  return token && life !== null ? { since: token.since, life } : null;
}

function otherUrlIn({ signs, swapped }: Seen): HealthFacts['otherUrl'] {
  const other = channelSign(signs, SIGNS.by);
  return other && { ...other, swapped };
}

function channelSign(signs: readonly Sign[], prefix: string) {
  const sign = newest(signs, prefix);
  return sign && { channelId: idIn(sign, prefix), count: sign.times, lastAt: sign.lastAt };
}
