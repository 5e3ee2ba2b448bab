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
import { openStore } from './store';

const say = (says: ThreadSays): void => parentPort?.postMessage(says);
const nothing = (): void => undefined;
/** Whoever is told that it broke logs it. */
const SILENT: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
const newId = idMaker(systemClock, randomBytes);

/** Makes the file of one report: the desk's other thread only hears how far it is. */
async function make({ databaseUrl: url, folder, report }: ThreadTask): Promise<Manifest> {
  const store = await openStore({ url, clock: systemClock, log: SILENT, newId, random: Math.random, owner: false, looks: true });
  try {
    const desk = { store, clock: systemClock, house: await houseKeeper(store.reads), reportFiles: reportFolder(folder) };
    return await makeFile(desk, report, async (rows) => say({ rows }));
  } finally {
    await store.close();
  }
}

make(workerData as ThreadTask).then(
  (manifest) => say({ manifest }),
  (error: NodeJS.ErrnoException) => say({ broke: String(error), code: error.code }),
);
