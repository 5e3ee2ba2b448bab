import type { AnnouncedName, Public, Standing } from '../../domain/events';
import type { Later } from './later';

/** Everything that was announced about one thing since the last round. */
export interface Rung {
  readonly names: Set<AnnouncedName>;
  readonly chatId: string | undefined;
  /** Where a ticket stood before the first of its changes; null: it is new; undefined: nobody said. */
  was: Standing | null | undefined;
}

/** By id. */
export interface Round {
  readonly tickets: Map<string, Rung>;
  readonly messages: Map<string, Rung>;
  readonly agents: Map<string, Rung>;
  readonly channels: Map<string, Rung>;
  readonly reports: Map<string, Rung>;
}

const emptyRound = (): Round => ({ tickets: new Map(), messages: new Map(), agents: new Map(), channels: new Map(), reports: new Map() });

// biome-ignore format: a table is read in columns
const PLACE: Record<AnnouncedName, keyof Round> = {
  'ticket.created':         'tickets',
  'ticket.updated':         'tickets',
  'ticket.status_changed':  'tickets',
  'ticket.stage_changed':   'tickets',
  'ticket.assigned':        'tickets',
  'ticket.due_soon':        'tickets',
  'ticket.overdue':         'tickets',
  'queue.alarm':            'tickets',
  'ticket.window_closing':  'tickets',
  'delivery.late':          'tickets',
  'message.created':        'messages',
  'message.updated':        'messages',
  'agent.presence_changed': 'agents',
  'channel.state_changed':  'channels',
  'channel.health_changed': 'channels',
  'report.changed':         'reports',
  'report.ready':           'reports',
};

export interface Gathering {
  add(announcements: readonly Public[]): void;
  /** Starts nothing more; resolves when the round that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Gathers what rings for `every` milliseconds and tells it in one round. What rings during a round waits for the next:
 * when rounds take long they become larger, not more.
 */
export function gathering(later: Later, every: number, tell: (round: Round) => Promise<void>): Gathering {
  let round = emptyRound();
  let running: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;

  const arm = (): void => {
    if (!stopped && !running && !cancel && isRung(round)) cancel = later(every, run);
  };
  const run = (): void => {
    cancel = null;
    const gathered = round;
    round = emptyRound();
    running = tell(gathered).finally(() => {
      running = null;
      arm();
    });
  };
  return {
    add(announcements) {
      for (const one of announcements) put(round[PLACE[one.name]], one);
      arm();
    },
    async stop() {
      stopped = true;
      cancel?.();
      await running;
    },
  };
}

const isRung = (round: Round): boolean => Object.values(round).some(({ size }: Map<string, Rung>) => size > 0);

function put(rungs: Map<string, Rung>, { name, id, chatId, was }: Public): void {
  const known = rungs.get(id);
  if (!known) return void rungs.set(id, { names: new Set([name]), chatId, was });
  known.names.add(name);
  if (known.was === undefined) known.was = was;
}
