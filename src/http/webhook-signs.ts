import { keepSigns } from '../actions/channels/keep-signs';
import type { Desk } from '../actions/desk';
import type { Parcel } from '../actions/hearing/intake';
import { SIGNS } from '../domain/signs';
import type { Instant } from '../domain/ticket';
import type { Sign } from '../ports/store';
import type { Signed } from './webhook-signer';

/** A sign that goes on is written once in this time; what comes between waits in memory. */
const WRITE_EVERY = 10_000;

/** Which channels an answered POST shows to live, and by what. */
export function namesOf({ directory, line, secret }: Signed, parcels: readonly Parcel[]): { channelId: string; names: string[] }[] {
  return parcels
    .filter(({ unrouted }) => !unrouted)
    .map(({ channelId, heard }) => {
      const owner = directory.line(channelId) ?? line;
      const fields = heard.map(({ raw }) => owner.webhook.fieldOf(raw)).filter((field) => field !== null);
      const known = [...new Set(fields)].filter((field) => owner.webhook.fields.includes(field));
      const { previous } = owner;
      const former = previous && previous.secret === secret && owner.secret !== secret ? [formerSecret(previous.until)] : [];
      const elsewhere = channelId === line.channel.id ? [] : [SIGNS.by + line.channel.id];
      return { channelId, names: [...known.map((field) => FIELD + field), ...former, ...elsewhere] };
    });
}

export const FIELD = 'field:';

/** A secret is told from the one before it by its end. */
export const formerSecret = (until: Instant): string => `former_secret:${until}`;

export interface WebhookSigns {
  /** Never fails: what can't be written now is written with the next. */
  saw(channelId: string, names: readonly string[], at: Instant): Promise<void>;
  /** Writes what waits of a channel, before somebody reads it; without one, of all. */
  flush(channelId?: string): Promise<void>;
}

interface Waiting {
  readonly sign: Sign;
  /** Nothing waits when its count is 0. */
  readonly writtenAt: Instant;
}

/** What shows that webhooks live, written seldom: a channel of a thousand events a second costs a row in ten seconds. */
export function webhookSigns(desk: Pick<Desk, 'store' | 'bus' | 'log'>): WebhookSigns {
  const seen = new Map<string, Map<string, Waiting>>();

  const write = async (signs: readonly Sign[], of: Map<string, Waiting>): Promise<void> => {
    if (signs.length === 0) return;
    for (const sign of signs) of.set(sign.name, { sign: { ...sign, times: 0 }, writtenAt: sign.lastAt });
    await keepSigns(desk, signs).catch((cause: unknown) => {
      for (const sign of signs) of.set(sign.name, { sign: added(of.get(sign.name)?.sign, sign), writtenAt: Number.NEGATIVE_INFINITY });
      desk.log.warn('what is seen of a webhook could not be kept', { channelId: signs[0]?.channelId, cause: String(cause) });
    });
  };

  return {
    saw(channelId, names, at) {
      const of = seen.get(channelId) ?? new Map<string, Waiting>();
      seen.set(channelId, of);
      for (const name of new Set(names)) {
        const { sign, writtenAt = Number.NEGATIVE_INFINITY } = of.get(name) ?? {};
        of.set(name, { sign: added(sign, { channelId, name, times: 1, firstAt: at, lastAt: at }), writtenAt });
      }
      return write(
        [...of.values()].filter(({ sign, writtenAt }) => sign.times > 0 && at - writtenAt >= WRITE_EVERY).map(({ sign }) => sign),
        of,
      );
    },
    async flush(channelId) {
      for (const [id, of] of seen) if (channelId === undefined || id === channelId) await write(waitingIn(of), of);
    },
  };
}

const waitingIn = (of: ReadonlyMap<string, Waiting>): Sign[] => [...of.values()].flatMap(({ sign }) => (sign.times > 0 ? [sign] : []));

/** One sign and what came after it. */
const added = (before: Sign | undefined, more: Sign): Sign =>
  before && before.times > 0
    ? {
        ...more,
        times: before.times + more.times,
        firstAt: Math.min(before.firstAt, more.firstAt),
        lastAt: Math.max(before.lastAt, more.lastAt),
      }
    : more;
