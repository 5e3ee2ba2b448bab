import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { makeFile } from './actions/reports/make-file';
import type { Manifest } from './domain/figures/report';
import { systemClock } from './platform/clock';
import { houseKeeper } from './platform/house-keeper';
import { idMaker } from './platform/ids';
import { reportFolder } from './platform/reports/folder';
import type { ThreadSays, ThreadTask } from './platform/reports/thread';
import type { Log } from './ports/log';
import type { Store } from './ports/store';
import { openStore } from './store';

const say = (says: ThreadSays): void => parentPort?.postMessage(says);
const nothing = (): void => undefined;
/** Whoever is told that it broke logs it. */
const SILENT: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
const newId = idMaker(systemClock, randomBytes);

let stopped = false;
parentPort?.once('message', () => {
  stopped = true;
});
// Who only listens does not hold the thread open.
parentPort?.unref();

/** A walk that goes no further once it is to stop. */
const going =
  <Asked extends unknown[], T>(read: (...asked: Asked) => Promise<T>) =>
  (...asked: Asked): Promise<T> =>
    stopped ? Promise.reject(new Error('stopped')) : read(...asked);

const readsOf = ({ reads }: Store): Store['reads'] => ({
  ...reads,
  ticketSlice: going(reads.ticketSlice),
  messageSlice: going(reads.messageSlice),
  factsBetween: going(reads.factsBetween),
});

/** Makes the file of one report: the desk's other thread only hears how far it is. */
async function make({ databaseUrl: url, folder, report }: ThreadTask): Promise<Manifest> {
  const opened = await openStore({ url, clock: systemClock, log: SILENT, newId, random: Math.random, owner: false, looks: true });
  try {
    const store = { ...opened, reads: readsOf(opened) };
    const desk = { store, clock: systemClock, house: await houseKeeper(store.reads), reportFiles: reportFolder(folder) };
    return await makeFile(desk, report, async (rows) => say({ rows }));
  } finally {
    await opened.close();
  }
}

make(workerData as ThreadTask).then(
  (manifest) => say({ manifest }),
  (error: NodeJS.ErrnoException) => say({ broke: String(error), code: error.code }),
);
