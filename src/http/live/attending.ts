import { attend, unattend } from '../../actions/agents/attendance';
import type { Desk } from '../../actions/desk';
import { BEAT_EVERY } from '../../domain/attendance';
import type { Later } from './later';

/** Who comes back within it, by a reload, was never gone: nothing is written. */
const BLINK = 3_000;

interface Around {
  readonly desk: Desk;
  readonly later: Later;
  /** Ids of the agents who have a socket here. */
  readonly here: () => readonly string[];
}

export interface Attending {
  start(): void;
  /** Somebody has a socket here; of those who come together one write is made. */
  came(): void;
  left(): void;
  /** Says of everybody that they are gone from here; resolves when it is written. */
  stop(): Promise<void>;
}

/** Keeps in the database who has live connections to this instance, for every instance to see (LIFECYCLE §8). */
export function attending({ desk, later, here }: Around): Attending {
  const instance = desk.newId();
  const kept = new Set<string>();
  const waits: Record<'beat' | 'left', () => void> = { beat: () => undefined, left: () => undefined };
  let running: Promise<void> = Promise.resolve();
  let comes = false;

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    running = running.then(work).catch((cause: unknown) => desk.log.error('who is here was not kept', { cause }));
    return running;
  };
  const keep = async (agentIds: readonly string[]): Promise<void> => {
    if (agentIds.length === 0) return;
    await attend(desk, { instance, agentIds });
    for (const id of agentIds) kept.add(id);
  };
  const letGo = async (agentIds: readonly string[]): Promise<void> => {
    if (agentIds.length === 0) return;
    await unattend(desk, { instance, agentIds });
    for (const id of agentIds) kept.delete(id);
  };
  const newcomers = (): Promise<void> => {
    comes = false;
    return keep(here().filter((id) => !kept.has(id)));
  };
  const leavers = (): Promise<void> => letGo([...kept].filter((id) => !here().includes(id)));
  const start = (): void => {
    const beat = async () => {
      await leavers();
      await keep(here());
    };
    waits.beat = later(BEAT_EVERY, () => void inTurn(beat).then(start));
  };
  return {
    start,
    came() {
      if (comes) return;
      comes = true;
      void inTurn(newcomers);
    },
    left() {
      waits.left();
      waits.left = later(BLINK, () => void inTurn(leavers));
    },
    async stop() {
      waits.left();
      waits.beat();
      await inTurn(() => letGo([...kept]));
      waits.beat();
    },
  };
}
