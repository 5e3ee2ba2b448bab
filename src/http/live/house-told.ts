import type { Desk } from '../../actions/desk';
import type { Later } from './later';
import { type Emit, type Viewer, withScope } from './viewers';

/** How long a change of another instance may go unnoticed. */
const EVERY = 5_000;

interface Around {
  readonly desk: Desk;
  readonly later: Later;
  readonly viewers: () => readonly Viewer[];
  readonly emit: Emit;
}

export interface HouseTold {
  start(): void;
  stop(): Promise<void>;
}

/** Tells everybody who listens that channels, teams, stages, fields or settings are others than before, whichever instance changed them. */
export function houseTold({ desk, later, viewers, emit }: Around): HouseTold {
  let told = desk.house.current().version;
  let running: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;
  const look = async (): Promise<void> => {
    const { version } = await desk.house.refresh();
    if (version === told) return;
    told = version;
    const all = withScope(viewers(), 'workspace:read').map(({ id }) => id);
    emit(all, 'workspace.changed', { version });
  };
  const start = (): void => {
    cancel = later(EVERY, () => {
      running =
        viewers().length === 0 ? Promise.resolve() : look().catch((cause: unknown) => desk.log.error('a change was not told', { cause }));
      void running.then(start);
    });
  };
  return {
    start,
    async stop() {
      cancel();
      await running;
      cancel();
    },
  };
}
