import { give } from '../assignment';
import { SYSTEM } from '../events';
import { pass } from '../passing';
import { type Instant, isOpen, isSnoozed, type Ticket } from '../ticket';
import { type Timer, timersOf } from '../time';
import { leave } from './acting';
import type { Fired } from './kinds-of-event';
import type { Free, Leaving } from './record';
import { apply, type Scene } from './scene';

/** How often the sweep looks, unless SWEEP_CRON says otherwise. */
const TICK = 5_000;
const MOST_STEPS = 8;

/** What is still to come of the record. */
export interface Ahead {
  /** Timers that fire when the record says so, as `kind dueAt`: how often each is still to come. */
  readonly looks: Map<string, number>;
  /** Departures that the record tells at their own place, as `agent moment`. */
  readonly told: ReadonlySet<string>;
}

export const nameOf = ({ kind, dueAt }: Fired): string => `${kind} ${dueAt}`;

interface Coming {
  readonly at: Instant;
  readonly come: () => void;
}

/** Lets time pass until the next thing comes, which comes first at its moment: only who leaves then has left already. */
export function passUntil(scene: Scene, from: Instant, until: Instant, ahead: Ahead, free: Free | null): void {
  let now = from;
  for (;;) {
    const next = nextOf(scene, now, until, ahead, free);
    if (!next) return;
    now = Math.max(now, next.at);
    next.come();
  }
}

function nextOf(scene: Scene, now: Instant, until: Instant, ahead: Ahead, free: Free | null): Coming | null {
  const ticket = scene.open;
  if (!ticket) return null;
  const coming = [
    leavingOf(scene, ticket, now, until, ahead),
    ...(free ? [timerOf(scene, ticket, now, until, ahead, free), givingOf(scene, ticket, now, until, free)] : []),
  ];
  return coming.reduce<Coming | null>((first, one) => (one && (!first || one.at < first.at) ? one : first), null);
}

function leavingOf(scene: Scene, { assigneeId }: Ticket, now: Instant, until: Instant, { told }: Ahead): Coming | null {
  if (assigneeId === null) return null;
  let left: Leaving | null = scene.staff.leavingAfter(assigneeId, now);
  while (left && left.at <= until && told.has(`${assigneeId} ${left.at}`)) left = scene.staff.leavingAfter(assigneeId, left.at);
  const leaving = left;
  return leaving && leaving.at <= until ? { at: leaving.at, come: () => leave(scene, leaving) } : null;
}

/** The soonest timer that is not left to the record, when the sweep looks after it is due: what a look itself leads to waits for the next. */
function timerOf(scene: Scene, ticket: Ticket, now: Instant, until: Instant, ahead: Ahead, { blind }: Free): Coming | null {
  const [first] = timersOf(ticket, scene.rules.policyAt(now)).filter((timer) => !isAhead(timer, ahead));
  if (!first || first.dueAt >= until) return null;
  const at = lookAfter(Math.max(first.dueAt, now + 1), blind);
  return at < until ? { at, come: () => fireAll(scene, at, ahead) } : null;
}

const isAhead = (timer: Timer, { looks }: Ahead): boolean => (looks.get(nameOf(timer)) ?? 0) > 0;

/** When the sweep looks next, at a moment or after it. */
function lookAfter(moment: Instant, blind: Free['blind']): Instant {
  const tick = Math.ceil(moment / TICK) * TICK;
  const ends = blind.flatMap(({ from, to }) => (from <= tick && tick < to ? [to] : []));
  return ends.length === 0 ? tick : lookAfter(Math.max(...ends), blind);
}

/** Everything that is due at a look, oldest first. */
function fireAll(scene: Scene, at: Instant, ahead: Ahead): void {
  for (let steps = 0; steps < MOST_STEPS && scene.open; steps++) {
    const policy = scene.rules.policyAt(at);
    const due = timersOf(scene.open, policy).find((timer) => timer.dueAt <= at && !isAhead(timer, ahead));
    if (!due) return;
    fire(scene, scene.open, due, at);
  }
}

function fire(scene: Scene, ticket: Ticket, timer: Timer, at: Instant): void {
  const { rules, chat } = scene;
  apply(scene, pass(ticket, timer, rules.policyAt(at), { at, mayWrite: rules.mayWrite(chat.windowFrom, at) }), at);
}

/** What the record says fired: it does, if it is due here too. */
export function look(scene: Scene, fired: Fired, at: Instant, { looks }: Ahead): void {
  looks.set(nameOf(fired), (looks.get(nameOf(fired)) ?? 0) - 1);
  const ticket = scene.open;
  if (!ticket) return;
  const due = timersOf(ticket, scene.rules.policyAt(at)).find(({ kind, dueAt }) => kind === fired.kind && dueAt === fired.dueAt);
  if (due) fire(scene, ticket, due, at);
}

/** Notes from when the sweep did not look: a timer that was due, by the rules of until then, has not fired by now. */
export function noteBlind(scene: Scene, at: Instant, ahead: Ahead): void {
  if (!scene.open) return;
  for (const timer of timersOf(scene.open, scene.rules.policyAt(at - 1)))
    if (timer.dueAt < at && !isAhead(timer, ahead)) addBlind(scene, timer.dueAt, at);
}

export function addBlind({ blind }: Scene, from: Instant, to: Instant): void {
  if (blind.at(-1)?.from === from) blind.pop();
  blind.push({ from, to });
}

/** A wait that is not on record ends after the usual one, when somebody is there: an estimate. */
function givingOf(scene: Scene, ticket: Ticket, now: Instant, until: Instant, { queuedAt, usualWait }: Free): Coming | null {
  if (ticket.status !== 'pending' || isSnoozed(ticket) || queuedAt.has(ticket.statusSince)) return null;
  let at: Instant | null = Math.max(now, ticket.statusSince + usualWait);
  while (at !== null && at < until) {
    const agentId = takerOf(scene, ticket, at);
    const moment = at;
    if (agentId) return { at, come: () => giveTo(scene, ticket, agentId, moment) };
    at = scene.staff.nextOnline(at);
  }
  return null;
}

/** Who had it last if they are there, else whoever comes first by the chat's place among them. */
function takerOf({ staff, chat }: Scene, { lastAssigneeId, teamId, number }: Ticket, at: Instant): string | null {
  const there = staff.onlineAt(at, teamId);
  const last = there.find((id) => id === (lastAssigneeId ?? chat.lastAssigneeId));
  return last ?? there[(number + chat.seq) % Math.max(1, there.length)] ?? null;
}

function giveTo(scene: Scene, ticket: Ticket, agentId: string, at: Instant): void {
  if (!isOpen(ticket)) return;
  scene.estimated.add(ticket.id);
  const decision = { rule: 'estimated', facts: { waitingSince: ticket.statusSince } };
  apply(scene, give(ticket, { agentId, actor: SYSTEM, at, policy: scene.rules.policyAt(at), decision }), at);
}
