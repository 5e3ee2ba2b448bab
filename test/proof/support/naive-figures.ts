import type { TicketEvent } from '../../../src/domain/events';
import type { DAYS, Hours } from '../../../src/domain/hours';
import type { Message } from '../../../src/domain/message';
import type { Ticket } from '../../../src/domain/ticket';

/** What a desk has written down by itself: its tickets, their events, and what was said. Nothing that figures keep. */
export interface Records {
  readonly tickets: readonly Ticket[];
  readonly events: readonly TicketEvent[];
  readonly messages: readonly Message[];
  /** By team; null for no team. */
  readonly hoursOf: (teamId: string | null) => Hours | null;
}

/** One thing that counts somewhere. */
export interface Happened {
  readonly what: 'new' | 'answered' | 'closed' | 'reopened';
  readonly at: number;
  readonly cause: string;
  readonly ticketId: string;
  readonly agent: string | null;
  readonly team: string | null;
  readonly channel: string;
  /** Seconds by what they are, by the clock and within working hours. */
  readonly lasted: { readonly all: Readonly<Record<string, number>>; readonly business: Readonly<Record<string, number>> } | null;
}

interface Said {
  readonly at: number;
  readonly channel: string;
  readonly direction: string;
  readonly author: string;
  readonly by: string | null;
  readonly type: string;
}

interface Talk {
  readonly at: number;
  readonly channel: string;
  readonly contained: boolean;
}

/** Everything that happened, by hand: slowly, and by other means than the desk's. */
export function whatHappened(records: Records): { readonly happened: Happened[]; readonly said: Said[]; readonly talks: Talk[] } {
  const heard = records.messages.filter(({ direction, importedAt }) => direction !== 'note' && importedAt === null);
  return {
    happened: records.tickets.flatMap((ticket) => lifeOf(ticket, records, heard)),
    said: heard.map(({ heardAt: at, channelId: channel, direction, author, content: { type } }) => ({
      at,
      channel,
      direction,
      author: author.kind,
      by: author.id,
      type,
    })),
    talks: talksIn(records, heard),
  };
}

interface Spell {
  /** When the one before ended; 0 = none. */
  readonly before: number;
  readonly opened: number;
  readonly closed: number;
  /** Its events, that which opened it first. */
  readonly events: readonly TicketEvent[];
}

const PERSONS = ['agent', 'channel_app'];

function lifeOf(ticket: Ticket, records: Records, heard: readonly Message[]): Happened[] {
  const events = records.events.filter(({ ticketId }) => ticketId === ticket.id).sort((a, b) => a.seq - b.seq);
  const words = heard.filter(({ ticketId }) => ticketId === ticket.id).sort((a, b) => a.seq - b.seq);
  const [created] = events;
  if (!created) throw new Error('a ticket without events');
  const teamAt = teamsOf(ticket, events);
  const teamAfter = (at: number) => teamAt((event) => event.at <= at);
  const base = { ticketId: ticket.id, channel: ticket.channelId, agent: null, lasted: null };
  const all: Happened[] = [{ ...base, what: 'new', at: created.at, cause: created.cause, team: teamAfter(created.at) }];
  const answer = words.find(({ author }) => PERSONS.includes(author.kind));
  if (answer && created.status?.to !== 'proactive') {
    const team = teamAfter(answer.heardAt);
    const [from, to] = [created.at, Math.max(created.at, answer.heardAt)];
    const lasted = { all: { total: cut(to - from) }, business: { total: cut(worked(records.hoursOf(team), from, to)) } };
    all.push({ ...base, what: 'answered', at: created.at, cause: created.cause, team, agent: answer.author.id, lasted });
  }
  let had: string | null = null;
  let spell: TicketEvent[] = [];
  let before = 0;
  for (const event of events) {
    const last = had;
    had = event.assignee?.to ?? event.assignee?.from ?? had;
    const team = teamAfter(event.at);
    if (event.status?.from === 'closed') {
      all.push({ ...base, what: 'reopened', at: event.at, cause: event.cause, team, agent: last });
      spell = [];
    }
    spell.push(event);
    if (event.status?.to !== 'closed') continue;
    const one = { before, opened: spell[0]?.at ?? 0, closed: event.at, events: spell };
    before = event.at;
    const lasted = lastedIn(one, words, records, teamAfter);
    all.push({ ...base, what: 'closed', at: event.at, cause: event.cause, team, agent: event.assignee?.from ?? null, lasted });
  }
  return all;
}

type TeamData = { readonly from: { readonly id: string } | null; readonly to: { readonly id: string } | null } | undefined;

/** The team after the newest of the events that fit: only a transfer changes it, and says from where to where. */
function teamsOf(ticket: Ticket, events: readonly TicketEvent[]): (fits: (event: TicketEvent) => boolean) => string | null {
  const moves = events.filter(({ data }) => data?.team !== undefined);
  const first = moves.length === 0 ? ticket.teamId : ((moves[0]?.data?.team as TeamData)?.from?.id ?? null);
  return (fits) => moves.filter(fits).reduce<string | null>((_, { data }) => (data?.team as TeamData)?.to?.id ?? null, first);
}

function lastedIn(
  spell: Spell,
  words: readonly Message[],
  { hoursOf }: Records,
  teamAfter: (at: number) => string | null,
): Happened['lasted'] {
  const stretches: Record<string, (readonly [number, number])[]> = {
    total: [[spell.opened, spell.closed]],
    handle: inStatus(spell, 'active'),
    idle: inStatus(spell, 'idle'),
    waiting: waitingIn(spell, words),
  };
  const edges = spell.events.map(({ at }) => at);
  const sums = (length: (from: number, to: number) => number) =>
    Object.fromEntries(
      Object.entries(stretches).map(([name, list]) => [name, cut(list.reduce((sum, [from, to]) => sum + length(from, to), 0))]),
    );
  return {
    all: sums((from, to) => to - from),
    // A ticket that went from one team to another is worked on in the hours of each, as long as it was there.
    business: sums((from, to) => {
      const parts = [from, ...edges.filter((at) => from < at && at < to), to];
      return parts.slice(1).reduce((sum, end, at) => sum + worked(hoursOf(teamAfter(parts[at] as number)), parts[at] as number, end), 0);
    }),
  };
}

function inStatus({ events, closed }: Spell, status: string): (readonly [number, number])[] {
  const moves = events.filter((event) => event.status !== null);
  return moves.flatMap((event, at) => (event.status?.to === status ? [[event.at, moves[at + 1]?.at ?? closed] as const] : []));
}

/**
 * From the customer's words to the answer of a person. After an answer that failed they wait again, and have waited since the last
 * one that did not.
 */
function waitingIn({ before, opened, closed }: Spell, words: readonly Message[]): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let since: number | null = null;
  let until = opened;
  let asked = words.some(({ author, heardAt }) => author.kind === 'customer' && heardAt <= before);
  for (const { heardAt, author, delivery } of words.filter((message) => message.heardAt > before && message.heardAt <= closed)) {
    const at = Math.max(heardAt, opened);
    const person = PERSONS.includes(author.kind);
    if (author.kind === 'customer') {
      asked = true;
      since = since ?? at;
    } else if (person && delivery?.status === 'failed') {
      since = since ?? (asked ? until : null);
    } else if (person && since !== null) {
      stretches.push([since, at]);
      until = at;
      since = null;
    }
  }
  return since === null ? stretches : [...stretches, [since, closed]];
}

const cut = (ms: number): number => Math.floor(ms / 1000);

function talksIn({ tickets, events }: Records, heard: readonly Message[]): Talk[] {
  const chats = [...new Set(heard.map(({ chatId }) => chatId))];
  return chats.flatMap((chatId) => {
    const its = new Set(tickets.flatMap((ticket) => (ticket.chatId === chatId ? [ticket.id] : [])));
    const openings = events.filter(({ ticketId, status }) => its.has(ticketId) && (status?.from === null || status?.from === 'closed'));
    const answers = heard.filter((message) => message.chatId === chatId && message.author.kind === 'bot');
    const talks: { at: number; last: number; channel: string; ended: boolean }[] = [];
    const steps = [
      ...answers.map(({ heardAt: at, channelId }) => ({ at, channel: channelId, opens: false })),
      ...openings.map(({ at }) => ({ at, channel: '', opens: true })),
    ].sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
    for (const { at, channel, opens } of steps) {
      const talk = talks.at(-1);
      const runs = talk && !talk.ended && at - talk.last < 24 * 3_600_000 ? talk : null;
      if (opens && runs) runs.ended = true;
      else if (!opens && runs) runs.last = at;
      else if (!opens) talks.push({ at, last: at, channel, ended: false });
    }
    return talks.map(({ at, channel, ended }) => ({ at, channel, contained: !ended }));
  });
}

const QUARTER = 15 * 60_000;
const DAY_NAMES: Readonly<Record<string, (typeof DAYS)[number]>> = {
  Mon: 'mon',
  Tue: 'tue',
  Wed: 'wed',
  Thu: 'thu',
  Fri: 'fri',
  Sat: 'sat',
  Sun: 'sun',
};
const known = new Map<string, boolean>();

/** Working time, quarter of an hour by quarter of an hour: hours begin and end at one. */
function worked(hours: Hours | null, from: number, to: number): number {
  if (hours === null) return Math.max(0, to - from);
  let sum = 0;
  for (let quarter = Math.floor(from / QUARTER); quarter * QUARTER < to; quarter++) {
    const key = `${JSON.stringify(hours.days)} ${hours.timeZone} ${quarter}`;
    const open = known.get(key) ?? isOpen(hours, quarter * QUARTER);
    known.set(key, open);
    if (open) sum += Math.min(to, (quarter + 1) * QUARTER) - Math.max(from, quarter * QUARTER);
  }
  return sum;
}

/** A span that ends before it begins lasts over midnight; such hours are those of every day here. */
function isOpen({ timeZone, days }: Hours, at: number): boolean {
  const shown = localParts(timeZone, at);
  const time = `${shown.hour}:${shown.minute}`;
  const spans = days[DAY_NAMES[shown.weekday as string] as (typeof DAYS)[number]];
  return spans.some(({ from, to }) => (from < to ? from <= time && time < to : from <= time || time < to));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows. */
export function localParts(timeZone: string, at: number): Readonly<Record<string, string>> {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'longOffset',
    });
  formats.set(timeZone, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
