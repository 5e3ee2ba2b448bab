import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, Person } from '../../src/actions/desk';
import { writeNote } from '../../src/actions/tickets/write-note';
import { removeStage } from '../../src/actions/workspace/remove-stage';
import { runKey } from '../../src/timers/errands';

/** Times in milliseconds. */
export interface Deletion {
  readonly tickets: number;
  /** Until whoever deletes it has their answer. */
  readonly answered: number;
  /** Until its last ticket was moved. */
  readonly moved: number;
  /** Of others meanwhile: each from being asked for to its commit, or to its rows. */
  readonly writes: readonly number[];
  readonly reads: readonly number[];
}

const BREATH = 5;
const PAGE = { limit: 50, cursor: null };

/** Deletes a stage and moves its tickets, while somebody else writes notes and looks at what is Open. */
export async function deleteStage(desk: Desk, key: string): Promise<Deletion> {
  const [agent] = (await desk.store.reads.agents({ limit: 1, cursor: null }, { role: 'admin' })).data;
  if (!agent) throw new Error('furnish the desk first');
  const answered = await timed(async () => void (await removeStage(desk, { key, by: agent })));
  const seen = await open(desk);
  const { tickets } = await count(desk);
  let moving = true;
  const meanwhile = (act: () => Promise<unknown>) => everySoOften(() => moving, act);
  const others = [
    meanwhile(() => note(desk, agent, seen[Math.floor(Math.random() * seen.length)] ?? '')),
    meanwhile(() => open(desk)),
  ] as const;
  const moved = await timed(() => runKey(desk, `stage:${key}`));
  moving = false;
  const [writes, reads] = await Promise.all(others);
  return { tickets, answered, moved, writes, reads };
}

const open = async ({ store }: Desk) =>
  (await store.reads.tickets({ stage: ['open'], seenBy: null }, '-lastMessageAt', PAGE)).data.map(({ ticket }) => ticket.id);

async function count({ store }: Desk): Promise<{ tickets: number }> {
  const counts = await store.reads.ticketCounts({ stage: ['open'], seenBy: null });
  return { tickets: counts.reduce((sum, { tickets }) => sum + tickets, 0) };
}

const note = (desk: Desk, by: Person, ticketId: string) => writeNote(desk, { ticketId, by, text: 'looked at it' });

async function everySoOften(going: () => boolean, act: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  while (going()) {
    took.push(await timed(act));
    await pause(BREATH);
  }
  return took;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
