import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS } from '../channels';
import type { Desk } from './actions/desk';
import { openNumbers } from './actions/numbers';
import { openBots } from './bot';
import { bucketIn, type Config, databaseFile } from './config';
import { memoryBus } from './platform/bus-memory';
import { systemClock } from './platform/clock';
import { lockDatabase, openDataDir, ownSecretKey } from './platform/data-dir';
import { filesOn } from './platform/files';
import { bucketShelf } from './platform/files/bucket';
import { diskShelf } from './platform/files/disk';
import { houseKeeper } from './platform/house-keeper';
import { idMaker } from './platform/ids';
import { tinyLanguages } from './platform/languages';
import { openLog } from './platform/log';
import { smtpMail } from './platform/mail';
import { totp } from './platform/one-time';
import { calling, opening } from './platform/outside-address';
import { argon2Passwords } from './platform/passwords';
import { memoryQueue } from './platform/queue-memory';
import { reportFolder } from './platform/reports/folder';
import { reportThreads } from './platform/reports/thread';
import { openVault } from './platform/vault';
import type { Files } from './ports/files';
import type { Log } from './ports/log';
import type { ReportFiles } from './ports/report-files';
import type { Store } from './ports/store';
import { type OpenStore, openStore } from './store';

/** How long a network may take to answer; what takes longer may have gone. */
const OUTSIDE_TIMEOUT = 10_000;
const MB = 1024 * 1024;

const newId = idMaker(systemClock, randomBytes);

export interface House {
  readonly desk: Desk;
  /** Breaks off whatever is being read from links: it is begun again after the next start. */
  hangUp(): void;
  close(): Promise<void>;
}

/** The desk on its migrated database, with nothing running yet. An embedded database is ours alone until `close`. */
export async function openHouse(config: Config): Promise<House> {
  const log = openLog({ level: config.logLevel, format: config.logFormat });
  const { store, close } = await openOwnStore(config, log);
  try {
    await store.migrate();
    const closing = new AbortController();
    return { desk: await furnish(config, store, log, closing.signal), hangUp: () => closing.abort(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the database up to date, and answers the names of the migrations that ran. */
export async function migrate(config: Config): Promise<string[]> {
  const { store, close } = await openOwnStore(config, openLog({ level: config.logLevel, format: config.logFormat }));
  return store.migrate().finally(close);
}

/** The store beside whoever owns it, for looking only. */
export async function openStoreToLook(config: Config): Promise<OpenStore> {
  const file = databaseFile(config);
  if (file !== null && !existsSync(file)) throw new Error(`there is no database at ${file}: look at DATA_DIR and DATABASE_URL`);
  return openStoreOf(config, openLog({ level: 'error', format: 'pretty' }), false);
}

/** Instances on MySQL share a database; an embedded one has one owner. */
async function openOwnStore(config: Config, log: Log): Promise<{ store: OpenStore; close(): Promise<void> }> {
  openDataDir(config.dataDir);
  const file = databaseFile(config);
  const release = file === null ? () => undefined : lockDatabase(file);
  try {
    const store = await openStoreOf(config, log, true);
    return { store, close: () => store.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function openStoreOf(config: Config, log: Log, owner: boolean): Promise<OpenStore> {
  try {
    return await openStore({ url: config.databaseUrl, clock: systemClock, log, newId, random: Math.random, owner, looks: !owner });
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    throw new Error(`the database of DATABASE_URL can't be opened: ${message || code}`, { cause });
  }
}

function mailOf({ smtp, publicUrl }: Config): Pick<Desk, 'mail'> {
  if (!smtp) return {};
  const host = publicUrl === null ? 'localhost' : new URL(publicUrl).hostname;
  return { mail: smtpMail({ url: smtp.url, from: smtp.from ?? `relaydesk@${host}` }) };
}

/** In the bucket, or in the data folder; what comes in lies in the data folder until it is kept. */
export function filesOf(config: Config): Files {
  const bucket = bucketIn(config);
  const folder = join(config.dataDir, 'media');
  const shelf = bucket ? bucketShelf(bucket) : diskShelf(folder);
  return filesOn(shelf, { folder: join(folder, 'coming'), most: config.fileLimit * MB, now: () => systemClock.now() });
}

const reportsIn = ({ dataDir }: Config): string => join(dataDir, 'reports');

/** Where the script of the thread is built, reports are made there; it needs no more of the desk than this. */
function makerOf(config: Config, leaving: AbortSignal): Pick<Desk, 'reportMaker'> {
  const script = join(__dirname, 'report-thread.js');
  if (!existsSync(script)) return {};
  return { reportMaker: reportThreads({ script, databaseUrl: config.databaseUrl, folder: reportsIn(config), leaving }) };
}

/** In the bucket, or in the data folder; in the folder alone they are written. */
export function reportFilesOf(config: Config): ReportFiles {
  const bucket = bucketIn(config);
  return reportFolder(reportsIn(config), bucket && bucketShelf({ ...bucket, prefix: `${bucket.prefix}reports/` }));
}

async function furnish(config: Config, store: Store, log: Log, closing: AbortSignal): Promise<Desk> {
  return {
    store,
    clock: systemClock,
    bus: memoryBus({ log }),
    queue: memoryQueue({ log }),
    log,
    vault: openVault(config.secretKeys ?? [ownSecretKey(config.dataDir)]),
    passwords: argon2Passwords,
    oneTime: totp,
    languages: tinyLanguages,
    ...mailOf(config),
    kinds: new Map(CHANNELS.map((kind) => [kind.kind, kind])),
    outside: {
      fetch,
      open: opening({ allowed: config.privateTargets ?? [], timeout: OUTSIDE_TIMEOUT, until: closing }),
      call: calling({ allowed: config.privateTargets ?? [], timeout: OUTSIDE_TIMEOUT }),
      graphUrl: config.graphUrl,
      telegramUrl: config.telegramUrl,
      botFrameworkUrl: config.botFrameworkUrl,
      graphVersion: config.graphVersion,
      timeout: OUTSIDE_TIMEOUT,
      now: () => systemClock.now(),
    },
    files: filesOf(config),
    reportFiles: reportFilesOf(config),
    ...makerOf(config, closing),
    publicUrl: config.publicUrl,
    trialLine: { url: null },
    bots: openBots(),
    house: await houseKeeper(store.reads),
    numbers: openNumbers(store),
    newId,
    random: Math.random,
  };
}
