import type { Heard } from '../../ports/channel';
import { BeginAgain } from '../../ports/store';
import type { Desk } from '../desk';
import { openPeople, type People } from './people';
import { type Item, receive } from './receive';

/** A part of one POST: what it says for one channel. */
export interface Parcel {
  readonly channelId: string;
  readonly heard: readonly Heard[];
  readonly unrouted?: boolean;
}

/** Gathers what providers tell while the batch before commits: the more comes in, the larger the batches. */
export interface Intake {
  /** Resolves when all of it is committed; rejects when it can't be, so that the provider tells it again. */
  submit(parcels: readonly Parcel[], bytes: number): Promise<void>;
  /** `events`: without those of a phone's history. */
  waiting(): { readonly bytes: number; readonly events: number };
  /** Takes nothing more, and resolves when what waits is committed. */
  stop(): Promise<void>;
}

/** Measured: 128 rows bound the stall of the event loop to 12–17 ms on SQLite; MariaDB gains up to 256. */
const BATCH = { sqlite: 128, mysql: 256 } as const;
/** This much of each batch is kept for it, so that busy hours don't hold a history up for ever. */
const FOR_THE_PAST = 1 / 4;

interface Submission {
  open: number;
  settle(error?: unknown): void;
}

interface Waiting {
  readonly item: Item;
  readonly of: Submission;
}

export function openIntake(desk: Desk): Intake {
  const people = openPeople();
  const line: Waiting[] = [];
  const behind: Waiting[] = [];
  const load = { bytes: 0, events: 0 };
  let running: Promise<void> | null = null;
  let stopped = false;

  const finish = (batch: readonly Waiting[], error?: unknown): void => {
    for (const { of } of batch) {
      of.open -= 1;
      if (error !== undefined) of.settle(error);
      else if (of.open === 0) of.settle();
    }
  };
  const drain = async (): Promise<void> => {
    await nextTurn();
    while (line.length > 0 || behind.length > 0) {
      const most = BATCH[desk.store.dialect];
      const live = line.splice(0, behind.length === 0 ? most : most - most * FOR_THE_PAST);
      const batch = [...live, ...behind.splice(0, most - live.length)];
      const items = batch.map(({ item }) => item);
      await store(desk, items, people).then(
        () => finish(batch),
        (error) => {
          desk.log[error instanceof BeginAgain ? 'warn' : 'error']('a batch of events could not be stored', {
            events: batch.length,
            cause: String(error),
          });
          finish(batch, error);
        },
      );
      await nextTurn();
    }
    running = null;
  };

  return {
    submit(parcels, bytes) {
      const items = parcels.flatMap(({ channelId, heard, unrouted = false }) => heard.map((one) => ({ channelId, heard: one, unrouted })));
      if (items.length === 0) return Promise.resolve();
      if (stopped) return Promise.reject(new Error('the desk is closing'));
      return new Promise((resolve, reject) => {
        const live = items.filter(({ heard }) => !isOfThePast(heard)).length;
        const of = submission({ all: items.length, live, bytes }, load, resolve, reject);
        for (const item of items) (isOfThePast(item.heard) ? behind : line).push({ item, of });
        running ??= drain();
      });
    },
    waiting: () => ({ ...load }),
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** What a phone's history brings is no news: what is goes ahead of it, and thousands of it refuse nobody. */
const isOfThePast = ({ type }: Heard): boolean => type === 'past' || type === 'import' || type === 'phonebook';

interface Size {
  readonly all: number;
  readonly live: number;
  readonly bytes: number;
}

function submission(
  { all, live, bytes }: Size,
  load: { bytes: number; events: number },
  resolve: () => void,
  reject: (error: unknown) => void,
): Submission {
  load.bytes += bytes;
  load.events += live;
  let settled = false;
  return {
    open: all,
    settle(error) {
      if (settled) return;
      settled = true;
      load.bytes -= bytes;
      load.events -= live;
      if (error === undefined) resolve();
      else reject(error);
    },
  };
}

/**
 * Stores a batch. What the database refuses is halved down to the culprit, which is kept as `failed` in a transaction
 * of its own; its neighbours are stored. Rejects when nothing can be kept, for its provider to tell it again: the
 * database does not answer, or others were faster every time, which is no event's fault.
 */
async function store(desk: Desk, items: readonly Item[], people: People): Promise<void> {
  try {
    await receive(desk, items, people);
  } catch (error) {
    if (error instanceof BeginAgain) throw error;
    await desk.store.ping();
    if (items.length === 1) return keepFailed(desk, items[0] as Item, error, people);
    const middle = Math.ceil(items.length / 2);
    await store(desk, items.slice(0, middle), people);
    await store(desk, items.slice(middle), people);
  }
}

async function keepFailed(desk: Desk, item: Item, error: unknown, people: People): Promise<void> {
  const { account, raw } = item.heard;
  const reason = error instanceof Error ? error.message : String(error);
  const keep = (words: unknown) => receive(desk, [{ ...item, heard: { type: 'unreadable', account, raw: words, reason } }], people);
  desk.log.warn('an event could not be heard and is kept as failed', { channelId: item.channelId, kind: item.heard.type });
  try {
    await keep(raw);
  } catch {
    // Too large even for the record of it: that it was there is kept, or its provider would tell it for ever.
    await desk.store.ping();
    await keep(null);
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
