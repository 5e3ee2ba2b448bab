import type { TicketEvent } from '../events';
import type { Instant, Status } from '../ticket';
import { BY_TIME } from './hearing';
import type { Stretch } from './record';

/** What became of one ticket within a period. Milliseconds. */
export interface Outcome {
  /** At its end. */
  readonly status: Status;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly closeCause: string | null;
  readonly wentIdle: number;
  readonly closes: number;
  readonly reopens: number;
  readonly reminded: number;
  /** Closes by cause, and how many of them by time. */
  readonly closedBy: Readonly<Record<string, number>>;
  readonly byTime: number;
  readonly waited: number;
  readonly queued: number;
  /** When whose work it was. */
  readonly held: readonly (Stretch & { readonly agentId: string })[];
}

interface Spell extends Stretch {
  readonly status: Status;
  readonly agentId: string | null;
}

type Period = Stretch;

/** What its events tell; null for a ticket that was not open at any time of the period. */
export function outcomeOf(events: readonly TicketEvent[], waited: readonly Stretch[], period: Period): Outcome | null {
  const spells = spellsOf(events, period.to);
  const within = spells.map((spell) => clipped(spell, period)).filter((spell) => spell !== null);
  const last = spells.at(-1);
  if (!last || !within.some(({ status }) => status !== 'closed')) return null;
  const inside = events.filter(({ at }) => at >= period.from && at < period.to);
  const closes = inside.filter(({ status }) => status?.to === 'closed');
  const opened = events.findLast(({ status }) => status !== null && (status.from === null || status.from === 'closed'));
  const close = last.status === 'closed' ? events.findLast(({ status }) => status?.to === 'closed') : undefined;
  return {
    status: last.status,
    openedAt: opened?.at ?? last.from,
    closedAt: close?.at ?? null,
    closeCause: close?.cause ?? null,
    wentIdle: inside.filter(({ status }) => status?.to === 'idle').length,
    closes: closes.length,
    reopens: inside.filter(({ status }) => status?.from === 'closed').length,
    reminded: inside.filter(({ cause }) => cause === 'reminded').length,
    closedBy: countedBy(closes),
    byTime: closes.filter(isByTime).length,
    waited: lengthOf(once(waited.map((one) => clipped(one, period)).filter((one) => one !== null))),
    queued: lengthOf(within.filter(({ status }) => status === 'pending')),
    held: within.flatMap(({ status, agentId, from, to }) =>
      agentId !== null && (status === 'active' || status === 'proactive') ? [{ agentId, from, to }] : [],
    ),
  };
}

const isByTime = ({ cause, decision }: TicketEvent): boolean => BY_TIME.has(cause) && decision?.rule !== 'routing_rule';

function countedBy(events: readonly TicketEvent[]): Record<string, number> {
  const by: Record<string, number> = {};
  for (const { cause } of events) by[cause] = (by[cause] ?? 0) + 1;
  return by;
}

/** In which status, and whose, it was from when to when. */
function spellsOf(events: readonly TicketEvent[], until: Instant): Spell[] {
  const spells: Spell[] = [];
  let [status, agentId]: [Status | null, string | null] = [null, null];
  for (const event of events) {
    if ((!event.status && !event.assignee) || event.at >= until) continue;
    status = event.status?.to ?? status;
    agentId = event.assignee ? event.assignee.to : agentId;
    const before = spells.pop();
    if (before) spells.push({ ...before, to: event.at });
    if (status) spells.push({ status, agentId, from: event.at, to: until });
  }
  return spells;
}

function clipped<S extends Stretch>(one: S, { from, to }: Period): S | null {
  const cut = { ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) };
  return cut.from < cut.to ? cut : null;
}

/** An answer that failed makes a wait begin earlier again: what two stretches share counts once. */
function once(stretches: readonly Stretch[]): Stretch[] {
  const united: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && from <= last.to) united[united.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else united.push({ from, to });
  }
  return united;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);
