import type { HeardImport } from '../../ports/channel';
import type { HistorySync } from '../../ports/store';
import { APPLIED, type Hearing, ignored, type Verdict } from './hearing';

/** How far the phone's history has come: the furthest that was told stands, for its chunks come in any order. */
export async function hearImport({ tx, ledger, channelId }: Hearing, heard: HeardImport): Promise<Verdict> {
  const channel = (await tx.house()).channels.find(({ id }) => id === channelId);
  const history = channel && further(channel.history, heard, ledger.at);
  if (!channel || !history) return ignored('nothing_new');
  await tx.saveChannel({ ...channel, history });
  ledger.announce({ name: 'channel.state_changed', id: channelId });
  return APPLIED;
}

function further(before: HistorySync | null, { progress, phase, declined }: HeardImport, at: number): HistorySync | null {
  const now = {
    progress: declined ? (before?.progress ?? null) : atLeast(before?.progress, progress),
    phase: declined ? (before?.phase ?? null) : atLeast(before?.phase, phase),
    declined,
  };
  const isNews =
    before === null ||
    JSON.stringify(now) !== JSON.stringify({ progress: before.progress, phase: before.phase, declined: before.declined });
  return isNews ? { ...now, since: before?.since ?? at, updatedAt: at } : null;
}

const atLeast = (before: number | null | undefined, now: number | null): number | null =>
  before == null ? now : Math.max(before, now ?? before);
