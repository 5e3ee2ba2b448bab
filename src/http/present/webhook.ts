import { SIGNS } from '../../domain/signs';
import type { Instant } from '../../domain/ticket';
import type { Channel, Sign } from '../../ports/store';
import { REJECTIONS, type Rejected } from '../rejects';
import type { Call } from '../route';
import { MOST_COUNTED, type WebhookJson } from '../schemas/channel';
import { FIELD, formerSecret } from '../webhook-signs';
import { iso, isoOrNull } from './time';

const MINUTE = 60_000;
const MINUTES = 60;

/** How a channel's webhook is doing, as its settings page shows it. */
export async function webhookJson(
  { desk, rejects, signs }: Pick<Call<unknown, unknown>, 'desk' | 'rejects' | 'signs'>,
  channel: Channel,
): Promise<WebhookJson> {
  await signs.flush(channel.id);
  const now = desk.clock.now();
  const seen = await desk.store.reads.webhookSigns(channel.id);
  const { first, last, counts, perMinute } = await desk.store.reads.webhookFigures(channel.id, MOST_COUNTED, now - MINUTES * MINUTE + 1);
  return {
    ...handshakesIn(seen),
    firstEvent: first && { at: iso(first.heardAt), kind: first.kind },
    lastEvent: last && { at: iso(last.heardAt), kind: last.kind, outcome: last.outcome },
    perMinute: Array.from({ length: MINUTES }, (_, minute) => perMinute.get(minute) ?? 0),
    counts,
    rejected: rejects.of(channel.id).map(rejectedJson),
    fieldsSeen: seen
      .filter(({ name }) => name.startsWith(FIELD))
      .map(({ name, lastAt }) => ({ field: name.slice(FIELD.length), lastAt: iso(lastAt) })),
    previousSecret: previousIn(channel, seen, now),
  };
}

const signOf = (seen: readonly Sign[], name: string): Sign | undefined => seen.find((sign) => sign.name === name);

function handshakesIn(seen: readonly Sign[]): Pick<WebhookJson, 'handshakeAt' | 'handshakeFailures'> {
  const failed = signOf(seen, SIGNS.handshakeFailed);
  return {
    handshakeAt: isoOrNull(signOf(seen, SIGNS.handshake)?.lastAt ?? null),
    handshakeFailures: { count: failed?.times ?? 0, lastAt: isoOrNull(failed?.lastAt ?? null) },
  };
}

function rejectedJson({ rejection, count, lastAt, from }: Rejected): WebhookJson['rejected'][number] {
  return { code: rejection, reason: REJECTIONS[rejection].means, count, lastAt: iso(lastAt), from };
}

function previousIn({ previousSecret }: Channel, seen: readonly Sign[], now: Instant): WebhookJson['previousSecret'] {
  if (!previousSecret || previousSecret.until <= now) return null;
  const { until } = previousSecret;
  return { until: iso(until), lastUsedAt: isoOrNull(signOf(seen, formerSecret(until))?.lastAt ?? null) };
}
