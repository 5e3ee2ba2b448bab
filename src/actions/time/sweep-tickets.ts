import { holderOf } from '../../domain/chat';
import { pass } from '../../domain/passing';
import { type Instant, isOpen, type Ticket } from '../../domain/ticket';
import { dueNow } from '../../domain/time';
import type { SweepRow } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { policyFor } from '../rules';
import { isOpenForAll } from '../sending/window';
import { transact } from '../transact';
import { say } from './say-texts';

const NAME = 'tickets';
const BATCH = 100;
const DOWNTIME = 5 * 60_000;
const MOST_STEPS = 8;

interface Found {
  readonly id: string;
  readonly chatId: string;
}

/**
 * Everything that time does to tickets, in batches until none is left (LIFECYCLE §5). Each batch decides again inside its
 * transaction, so a customer's message that commits first wins. `goOn` is asked before every batch: false ends the sweep.
 */
export async function sweepTickets(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  const row = await begin(desk);
  await redate(desk, goOn);
  const changed = await passTime(desk, row, goOn);
  await transact(desk, (tx, { at }) => tx.saveSweep({ ...row, lastAt: at, lookedUntil: isCatchingUp(row) ? row.lastAt : null }));
  return changed;
}

/**
 * A desk that did not sweep for five minutes was down: what idles or closes waits, so that the provider can deliver first.
 * Five minutes after a catching-up that is over: with a rarer SWEEP_CRON every sweep would begin another, and nothing would ever close.
 */
function begin(desk: Desk): Promise<SweepRow> {
  return transact(desk, async (tx, { at, house }) => {
    const before = await tx.sweep(NAME);
    const wasDown = before !== null && at - Math.max(before.lastAt, before.catchUpUntil ?? 0) > DOWNTIME;
    const catchUp = policyFor(house, '').catchUp;
    const over = before?.catchUpUntil != null && before.catchUpUntil <= at;
    const row: SweepRow = wasDown
      ? { name: NAME, lastAt: at, catchUpUntil: at + catchUp, lookedUntil: null }
      : {
          name: NAME,
          lastAt: at,
          catchUpUntil: over ? null : (before?.catchUpUntil ?? null),
          lookedUntil: over ? null : (before?.lookedUntil ?? null),
        };
    await tx.saveSweep(row);
    return row;
  });
}

/** Until when what idles or closes waits after a downtime; null while nothing waits. */
export async function catchingUpUntil(desk: Pick<Desk, 'store' | 'clock'>): Promise<Instant | null> {
  const until = (await desk.store.reads.sweep(NAME))?.catchUpUntil ?? null;
  return until !== null && desk.clock.now() < until ? until : null;
}

const isCatchingUp = ({ catchUpUntil, lastAt }: SweepRow): boolean => catchUpUntil !== null && lastAt < catchUpUntil;

/** Open tickets whose times were computed under older settings get them anew; each once a sweep, since a broken one stays outdated. */
async function redate(desk: Desk, goOn: () => Promise<boolean>): Promise<void> {
  const looked = new Set<string>();
  while (await goOn()) {
    const { policyVersion } = await desk.house.refresh();
    const outdated = (await desk.store.reads.outdatedTickets(policyVersion, BATCH)).filter(({ id }) => !looked.has(id));
    if (outdated.length === 0) return;
    for (const { id } of outdated) looked.add(id);
    await eachInBatch(desk, outdated, (ledger, ticket) => void ledger.note(ticket));
  }
}

/** Those that wait while the desk catches up have been looked at once; only what fell due since is looked at again. */
async function passTime(desk: Desk, row: SweepRow, goOn: () => Promise<boolean>): Promise<number> {
  let after = { lookAt: isCatchingUp(row) ? (row.lookedUntil ?? 0) : 0, id: '' };
  let changed = 0;
  while (await goOn()) {
    const due = await desk.store.reads.dueTickets(after, desk.clock.now(), BATCH);
    const last = due.at(-1);
    if (!last) return changed;
    after = { lookAt: last.lookAt, id: last.id };
    await eachInBatch(desk, due, (ledger, ticket) => {
      changed += Number(passFor(desk, ledger, ticket, row.catchUpUntil));
    });
  }
  return changed;
}

/** One transaction for all; when it fails, one for each, so that a single bad ticket holds nobody up. */
async function eachInBatch(desk: Desk, found: readonly Found[], act: (ledger: Ledger, ticket: Ticket) => void): Promise<void> {
  try {
    await inOneTransaction(desk, found, act);
  } catch (error) {
    if (found.length === 1) desk.log.error('time could not pass for a ticket', { ticketId: found[0]?.id, cause: String(error) });
    else for (const one of found) await eachInBatch(desk, [one], act);
  }
}

function inOneTransaction(desk: Desk, found: readonly Found[], act: (ledger: Ledger, ticket: Ticket) => void): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    ledger.take(await tx.hold(found.map(({ chatId }) => chatId)));
    for (const { id, chatId } of found) {
      const ticket = ledger.has(chatId) ? ledger.openIn(chatId) : null;
      if (ticket?.id === id) act(ledger, ticket);
    }
  });
}

/** Fires what is due, oldest first; whether anything was. A look that came too early moves `lookAt`. */
function passFor(desk: Desk, ledger: Ledger, ticket: Ticket, catchUpUntil: Instant | null): boolean {
  const policy = ledger.policy(ticket.channelId);
  let now = ticket;
  for (let steps = 0; steps < MOST_STEPS && isOpen(now); steps++) {
    const timer = dueNow(now, policy, ledger.at, catchUpUntil);
    if (!timer) break;
    const passed = pass(now, timer, policy, {
      at: ledger.at,
      mayWrite: isOpenForAll(ledger, now.chatId) && !holderOf(ledger.chat(now.chatId)),
    });
    now = ledger.apply(passed);
    if (passed.reminds) now = say(desk, ledger, now, policy.settings.texts.reminder ?? '');
  }
  if (now === ticket && !mayWait(ticket, ledger.at, catchUpUntil)) ledger.note(ticket);
  return now !== ticket;
}

const mayWait = (ticket: Ticket, at: Instant, catchUpUntil: Instant | null): boolean =>
  catchUpUntil !== null && at < catchUpUntil && ticket.lookAt !== null;
