import { invalid, Refusal } from '../../domain/errors';
import { periodOf } from '../../domain/figures/periods';
import type { Replay } from '../../domain/replay/result';
import type { PartialSettings } from '../../domain/settings';
import { cleanDeep } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';
import { settingsAfter } from '../workspace/change-settings';

/** All wait under one key: they are made one after the other, by whichever process comes first. */
const REPLAYING = 'replays';

/** So long a result is kept. */
export const REPLAY_KEPT = 7 * 24 * 60 * 60_000;

interface Wanted {
  /** Days of the workspace's zone, both included, or moments. */
  readonly from: string;
  readonly to: string;
  readonly patch: PartialSettings;
}

/** What is asked for, checked: refuses what `changeSettings` refuses, and a period that has not begun. */
export async function requestOf(desk: Pick<Desk, 'house' | 'clock'>, { from, to, patch }: Wanted): Promise<Replay['request']> {
  const house = await desk.house.refresh();
  settingsAfter(house, patch);
  const period = periodOf({ from, to, zone: house.settings.locale.timeZone });
  if (period.from >= desk.clock.now()) throw invalid('from', 'must be in the past');
  return { from: period.from, to: period.to, patch: cleanDeep(patch) };
}

/** A replay that waits to be worked out. */
export async function askReplay(desk: Desk, { by, ...wanted }: Wanted & { readonly by: Person }): Promise<Replay> {
  const request = await requestOf(desk, wanted);
  return transact(desk, async (tx, ledger) => {
    const replay: Replay = {
      id: desk.newId(),
      request,
      by: actorOf(by),
      state: 'queued',
      progress: { chats: 0, done: 0 },
      result: null,
      createdAt: ledger.at,
      finishedAt: null,
      version: 1,
    };
    await tx.addReplay(replay);
    ledger.addErrand({ key: REPLAYING, kind: 'replay', payload: { replayId: replay.id } });
    return replay;
  });
}

/** The replay, or `not_found`: also when it was too long ago. */
export async function knownReplay(desk: Pick<Desk, 'store'>, id: string): Promise<Replay> {
  const replay = await desk.store.reads.replay(id);
  if (!replay) throw noReplay();
  return replay;
}

const noReplay = (): Refusal => new Refusal('not_found', 'There is no such replay.');

export const isToMake = ({ state }: Replay): boolean => state === 'queued' || state === 'running';

/** Stops a replay that waits or is being worked out; what had come out by then goes. One that is cancelled already stays so. */
export function cancelReplay(desk: Desk, id: string): Promise<Replay> {
  return transact(desk, async (tx, ledger) => {
    const replay = await tx.replay(id);
    if (!replay) throw noReplay();
    if (replay.state === 'cancelled') return replay;
    if (!isToMake(replay)) throw new Refusal('replay_over', 'The replay is not being worked out any more.', { state: replay.state });
    const cancelled: Replay = { ...replay, state: 'cancelled', finishedAt: ledger.at, version: replay.version + 1 };
    await tx.removeDifferences(id);
    await tx.saveReplay(cancelled);
    return cancelled;
  });
}
