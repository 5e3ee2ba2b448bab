import type { HealthKnown } from '../../domain/health-facts';
import { hoursToCount, withHours } from '../../domain/rhythm';
import { ofNumber } from '../../domain/scopes';
import { SIGNS } from '../../domain/signs';
import type { Instant } from '../../domain/ticket';
import type { Channel, Gaps, KeptLine, Pause, Sign, Waiting } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import { wantsLine } from '../channels/line';
import type { Desk } from '../desk';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What is asked once for all channels. */
export interface Figures {
  readonly at: Instant;
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly gaps: ReadonlyMap<string, Gaps>;
}

/** What was heard about a message may overtake it, but not by an hour. */
export async function figuresNow({ store, clock }: Pick<Desk, 'store' | 'clock'>): Promise<Figures> {
  const at = clock.now();
  const waiting = await store.reads.waitingToSend();
  const gaps = await store.reads.gaps({ from: at - HOUR - DAY, until: at - HOUR });
  return { at, waiting: byChannel(waiting), gaps: byChannel(gaps) };
}

const byChannel = <Row extends { readonly channelId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.channelId, row]));

/** What the desk itself has seen of one channel. */
export interface Seen {
  readonly figures: Figures;
  readonly signs: readonly Sign[];
  readonly lastHeardAt: Instant | null;
  /** That the whole number must wait, because the network says so. */
  readonly pause: Pause | null;
  /** How its line is doing, as whoever holds it told last; null where it has none. */
  readonly line: KeptLine | null;
  /** Of its own URL, or of that of another channel of its app: what is told to one is told for all. */
  readonly handshakeAt: Instant | null;
  /** Whether events of the channel by whose URL this one's come, come by this one's. */
  readonly swapped: boolean;
}

export async function seenOf(desk: Pick<Desk, 'store' | 'house' | 'kinds' | 'vault'>, channel: Channel, figures: Figures): Promise<Seen> {
  const { store } = desk;
  const { id } = channel;
  const signs = await store.reads.webhookSigns(id);
  const other = newest(signs, SIGNS.by);
  const theirs = other ? newest(await store.reads.webhookSigns(idIn(other, SIGNS.by)), SIGNS.by) : null;
  const swapped = theirs !== null && idIn(theirs, SIGNS.by) === id && figures.at - theirs.lastAt < DAY;
  const handshakeAt = lastOf(signs, SIGNS.handshake) ?? (await handshakeOfApp(desk, channel));
  const [pause = null] = await store.reads.pauses([ofNumber(id)]);
  const line = wantsLine(desk, channel) ? await store.reads.line(id) : null;
  return { figures, signs, lastHeardAt: await store.reads.lastHeardAt(id), pause, line, handshakeAt, swapped };
}

/** Of the channels that are of the same app, which is known by its secret. Deleted ones go on serving the others. */
async function handshakeOfApp(desk: Pick<Desk, 'store' | 'house' | 'kinds' | 'vault'>, channel: Channel): Promise<Instant | null> {
  const secret = secretOf(desk, channel);
  const others = desk.house.current().channels.filter(({ id, kind }) => id !== channel.id && kind === channel.kind);
  for (const other of others.filter((one) => secret !== null && secretOf(desk, one) === secret)) {
    const at = lastOf(await desk.store.reads.webhookSigns(other.id), SIGNS.handshake);
    if (at !== null) return at;
  }
  return null;
}

function secretOf({ kinds, vault }: Pick<Desk, 'kinds' | 'vault'>, { kind, config }: Channel): string | null {
  const known = kinds.get(kind);
  try {
    return (known && openConfig(known, vault, config).appSecret) || null;
  } catch {
    return null;
  }
}

export const newest = (signs: readonly Sign[], prefix: string): Sign | null =>
  signs.filter(({ name }) => name.startsWith(prefix)).sort((a, b) => b.lastAt - a.lastAt)[0] ?? null;

export const idIn = ({ name }: Sign, prefix: string): string => name.slice(prefix.length);

export const lastOf = (signs: readonly Sign[], name: string): Instant | null => signs.find((sign) => sign.name === name)?.lastAt ?? null;

/** What is remembered for the next time: hours that have passed, and that a signature was right again. */
export async function remembered({ store }: Pick<Desk, 'store'>, channel: Channel, known: HealthKnown, seen: Seen): Promise<HealthKnown> {
  const failures = seen.signs.find(({ name }) => name === SIGNS.badSignature);
  const right = failures !== undefined && (seen.lastHeardAt ?? 0) >= failures.lastAt;
  return {
    ...known,
    failedBefore: right ? failures.times : known.failedBefore,
    hours: await countHours(store, channel, known, seen.figures.at),
  };
}

/** Day by day: a first look over weeks of a busy channel stops nobody else for long. */
async function countHours({ reads }: Desk['store'], { id, createdAt }: Channel, { hours }: HealthKnown, now: Instant) {
  const { from, until } = hoursToCount(hours, now);
  if (from >= until) return hours;
  const counted = new Map<Instant, number>();
  for (let day = Math.max(from, createdAt - (createdAt % HOUR)); day < until; day += DAY)
    for (const [hour, events] of await reads.eventsByHour(id, { from: day, until: Math.min(day + DAY, until) })) counted.set(hour, events);
  return withHours(hours, counted, until);
}
