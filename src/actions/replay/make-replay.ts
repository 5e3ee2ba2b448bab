import type { Difference, Replay } from '../../domain/replay/result';
import { type Errand, LeaseLost } from '../../ports/store';
import type { Desk } from '../desk';
import type { Hold } from '../sending/send-message';
import { transact } from '../transact';
import { isToMake } from './ask-replay';
import { replayPeriod } from './replay-period';

/** After so many tries that broke it is given up. */
const TRIES = 3;
/** So many of the tickets that differ are kept. */
const MOST_KEPT = 10_000;
/** So often it is written how far it is. */
const TOLD_EVERY = 1_000;

interface Making {
  readonly errand: Errand;
  readonly hold: Hold;
}

/** Works a replay out, while the desk goes on. One whose process died is begun anew. */
export async function makeReplay(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const making = { errand, hold };
  const replay = await desk.store.reads.replay(String(errand.payload.replayId));
  if (!replay || !isToMake(replay)) return end(desk, making, null);
  try {
    await make(desk, making, { ...replay, state: 'running' });
  } catch (error) {
    if (error instanceof Ended) return end(desk, making, null);
    if (error instanceof LeaseLost || errand.attempts + 1 < TRIES) throw error;
    desk.log.error('a replay was given up', { replayId: replay.id, cause: String(error) });
    await end(desk, making, { ...replay, state: 'failed', finishedAt: desk.clock.now() });
  }
}

/** Somebody cancelled it, or it was forgotten, while it was worked out. */
class Ended extends Error {}

async function make(desk: Desk, making: Making, replay: Replay): Promise<void> {
  await save(desk, making, replay, [], 0, true);
  const pages = openPages(desk, making, replay);
  const result = await replayPeriod(desk, replay.request, (step) => pages.add(step));
  await pages.flush(replay.progress);
  const progress = { chats: result.chats, done: result.chats };
  await end(desk, making, { ...replay, state: 'ready', progress, result, finishedAt: desk.clock.now() });
}

/** Gathers what differs, and writes it with how far it is, about once a second. */
function openPages(desk: Desk, making: Making, replay: Replay) {
  let [waiting, kept, toldAt]: [Difference[], number, number] = [[], 0, desk.clock.now()];
  const flush = async (progress: Replay['progress']): Promise<void> => {
    const written = waiting;
    waiting = [];
    toldAt = desk.clock.now();
    await save(desk, making, { ...replay, progress }, written, kept);
    kept += written.length;
  };
  return {
    flush,
    async add({ differences, chats, done }: Replay['progress'] & { readonly differences: readonly Difference[] }): Promise<void> {
      waiting.push(...differences.slice(0, Math.max(0, MOST_KEPT - kept - waiting.length)));
      if (desk.clock.now() - toldAt >= TOLD_EVERY) await flush({ chats, done });
    },
  };
}

function save(desk: Desk, { hold }: Making, replay: Replay, differences: readonly Difference[], from: number, anew = false): Promise<void> {
  return transact(desk, async (tx) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const known = await tx.replay(replay.id);
    if (!known || !isToMake(known)) throw new Ended();
    if (anew) await tx.removeDifferences(replay.id);
    await tx.saveReplay({ ...replay, version: known.version + 1 });
    await tx.addDifferences(
      replay.id,
      differences.map((one, at) => ({ ...one, place: from + at })),
    );
  });
}

function end(desk: Desk, { errand, hold }: Making, replay: Replay | null): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const known = replay && (await tx.replay(replay.id));
    if (known && isToMake(known)) await tx.saveReplay({ ...replay, version: known.version + 1 });
    ledger.done(errand.id);
  });
}
