import type { Desk } from '../../actions/desk';
import { whoCame } from '../comer';
import type { Later } from './later';
import type { Viewer } from './viewers';

const EVERY = 60_000;

interface Around {
  readonly desk: Desk;
  readonly later: Later;
  readonly viewers: () => readonly Viewer[];
  /** Closes a socket so that it does not come back by itself. */
  readonly end: (socket: string) => void;
}

export interface Sessions {
  start(): void;
  /** Looks at the sessions of this agent now, or at this token. */
  look(agentId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Every minute: ends the sockets whose session is over, and knows anew who the others are. */
export function sessionsOf({ desk, later, viewers, end }: Around): Sessions {
  let cancel: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();
  const look = (some: readonly Viewer[]): Promise<void> => {
    running = lookAt(desk, some, end).catch((cause: unknown) => desk.log.error('sessions of sockets were not looked at', { cause }));
    return running;
  };
  const start = (): void => {
    cancel = later(EVERY, () => void look(viewers()).then(start));
  };
  return {
    start,
    look: (agentId) => look(viewers().filter(({ person }) => person.id === agentId)),
    async stop() {
      cancel();
      await running;
      cancel();
    },
  };
}

/** One look at each session, however many sockets came by it. */
async function lookAt(desk: Desk, viewers: readonly Viewer[], end: Around['end']): Promise<void> {
  const people = new Map<string, ReturnType<typeof whoCame>>();
  for (const viewer of viewers) {
    const asked = people.get(viewer.token) ?? whoCame(desk, viewer);
    people.set(viewer.token, asked);
    const person = await asked;
    if (person) viewer.person = person;
    else end(viewer.id);
  }
}
