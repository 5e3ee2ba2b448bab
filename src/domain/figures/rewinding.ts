import type { SnapshotPart } from './kept';
import type { Trace } from './trace';

type Standing = SnapshotPart['tickets'][number];

/** Where tickets stood before these traces of theirs, which are in order; null = it was not there yet. */
export function stoodAt(traces: readonly Pick<Trace, 'ticketId' | 'channelId' | 'was' | 'now'>[]): Map<string, Standing | null> {
  const stood = new Map<string, Standing | null>();
  for (const { ticketId, channelId, was, now } of traces)
    if (ticketId !== null && now !== null && !stood.has(ticketId))
      stood.set(ticketId, was && { ...was, ticketId, channelId, agentId: was.assigneeId });
  return stood;
}

export const isThereThen = (standing: Standing | null): standing is Standing => standing !== null && standing.status !== 'closed';
