import type { Desk } from '../../actions/desk';
import { outOfScope, type SeenBy, seenBy } from '../../domain/access';
import type { Reads } from '../../ports/store';
import { countsOf } from '../present/counts';
import { unseenBy } from '../present/mention';
import type { Later } from './later';
import type { Emit, Viewer } from './viewers';

const REST = 1000;
/** Counting a million tickets takes a while: the pause grows with it, so that counting never takes more than a twentieth of the time. */
const TIMES_AS_LONG = 19;

interface Around {
  readonly desk: Desk;
  readonly later: Later;
  readonly viewers: () => readonly Viewer[];
  readonly emit: Emit;
}

export interface CountsTold {
  /** Tickets have changed: who asked for counts is told, at most once a second. */
  changed(): void;
  stop(): Promise<void>;
}

export function countsTold(around: Around): CountsTold {
  let isResting = false;
  let isDue = false;
  let running: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;
  const run = (): void => {
    isDue = false;
    isResting = true;
    running = timed(() => tellCounts(around).catch((cause: unknown) => around.desk.log.error('counts were not told', { cause }))).then(
      rest,
    );
  };
  const rest = (took: number): void => {
    cancel = around.later(Math.max(REST, took * TIMES_AS_LONG), () => {
      isResting = false;
      if (isDue) run();
    });
  };
  return {
    changed() {
      if (!around.viewers().some(asks)) return;
      if (isResting) isDue = true;
      else run();
    },
    async stop() {
      isResting = true;
      await running;
      cancel();
    },
  };
}

const asks = ({ watch, person }: Viewer): boolean => watch?.counts === true && outOfScope(person, 'tickets:read') === null;

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Only to those for whom a number is another one than they were told last. */
async function tellCounts({ desk, viewers, emit }: Around): Promise<void> {
  const asking = viewers().filter(asks);
  const counted = countedBySight(desk);
  const unseen = await desk.store.reads.unseenMentions([...new Set(asking.map(({ person }) => person.id))]);
  for (const viewer of asking) {
    const { id } = viewer.person;
    const sight = seenBy(viewer.person, { house: desk.house.current() });
    const counts = countsOf(await counted(sight), id, unseenBy(id, sight, unseen));
    const json = JSON.stringify(counts);
    if (json === viewer.counts) continue;
    viewer.counts = json;
    emit([viewer.id], 'tickets.counts', counts);
  }
}

type Groups = Awaited<ReturnType<Reads['ticketCounts']>>;

/** One read serves all who see everything, and those who see their own: its groups say whose. Teams are read for each of their members. */
function countedBySight(desk: Desk): (sight: SeenBy | null) => Promise<Groups> {
  const read = new Map<string, Promise<Groups>>();
  const once = (key: string, seenBy: SeenBy | null): Promise<Groups> => {
    const groups = read.get(key) ?? desk.store.reads.ticketCounts({ seenBy });
    read.set(key, groups);
    return groups;
  };
  return async (sight) => {
    if (sight?.sees === 'team') return once(sight.agentId, sight);
    const groups = await once('', null);
    return sight ? groups.filter(({ assigneeId }) => assigneeId === sight.agentId) : groups;
  };
}
