import type { Announcement } from '../domain/events';
import type { Bus } from '../ports/bus';
import type { Log } from '../ports/log';

type Hear = (announcements: readonly Announcement[]) => void;

/** Rings within this process. A listener that throws harms neither its neighbours nor who announced. */
export function memoryBus({ log }: { log: Log }): Bus {
  const listeners = new Set<Hear>();
  return {
    announce(announcements) {
      if (announcements.length === 0) return;
      for (const hear of listeners) tell(hear, announcements, log);
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function tell(hear: Hear, announcements: readonly Announcement[], log: Log): void {
  try {
    hear(announcements);
  } catch (error) {
    log.error('a listener of the bus failed', { error });
  }
}
