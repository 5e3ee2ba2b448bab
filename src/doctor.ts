import { existsSync, statfsSync } from 'node:fs';
import { type Config, databaseFile } from './config';
import type { Folded } from './domain/figures/kept';
import { type HealthProblem, severityOf, wordsOf } from './domain/health';
import { filesOf, openStoreToLook } from './house';
import { systemClock } from './platform/clock';
import { isLocked, isOpenToOthers, openDataDir, secretKeyPath } from './platform/data-dir';
import { smtpMail } from './platform/mail';
import type { Channel, ChannelHealth } from './ports/store';
import type { OpenStore } from './store';

export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'BAD';
  /** What was seen, and what to do when it is not well. */
  readonly says: string;
}

const GIB = 2 ** 30;
/** Log-ins, timers and leases tolerate this much. */
const CLOCK_TOLERANCE = 2_000;
const SHORTEST_KEY = 32;

/** Looks at everything that the desk stands on, and changes nothing. Works beside a running desk. */
export async function doctor(config: Config): Promise<Finding[]> {
  return [node(), folder(config), disk(config), await files(config), ...key(config), await mail(config), ...(await database(config))];
}

function node(): Finding {
  return { name: 'node', state: 'ok', says: process.version };
}

function folder({ dataDir }: Config): Finding {
  try {
    openDataDir(dataDir);
    return { name: 'data folder', state: 'ok', says: dataDir };
  } catch (error) {
    return { name: 'data folder', state: 'BAD', says: reasonOf(error) };
  }
}

function disk({ dataDir }: Config): Finding {
  if (!existsSync(dataDir)) return { name: 'disk', state: 'BAD', says: `${dataDir} is missing` };
  const { bavail, bsize } = statfsSync(dataDir);
  const free = (bavail * bsize) / GIB;
  const says = `${free.toFixed(1)} GiB free in ${dataDir}`;
  return free < 1
    ? { name: 'disk', state: 'warn', says: `${says}: make room, a full disk stops the desk` }
    : { name: 'disk', state: 'ok', says };
}

async function files(config: Config): Promise<Finding> {
  const name = 'files';
  const place = filesOf(config);
  try {
    await place.check();
    return { name, state: 'ok', says: `kept in ${place.place}` };
  } catch (error) {
    return {
      name,
      state: 'BAD',
      says: `nothing can be written to ${place.place} (${reasonOf(error)}): files of customers and agents are not kept`,
    };
  }
}

function key({ secretKeys, dataDir }: Config): Finding[] {
  const name = 'secret key';
  if (secretKeys) {
    const short = secretKeys.some(({ length }) => length < SHORTEST_KEY);
    return [
      short
        ? { name, state: 'warn', says: `SECRET_KEY has a key of less than ${SHORTEST_KEY} characters: put a longer one in front of it` }
        : { name, state: 'ok', says: 'from SECRET_KEY' },
    ];
  }
  const path = secretKeyPath(dataDir);
  const open = isOpenToOthers(path);
  if (open === null) return [{ name, state: 'ok', says: `will be made in ${path} at the first start` }];
  return [open ? { name, state: 'BAD', says: `${path} can be read by others: chmod 600 ${path}` } : { name, state: 'ok', says: path }];
}

async function mail({ smtp, publicUrl }: Config): Promise<Finding> {
  const name = 'mail';
  if (!smtp) return { name, state: 'ok', says: 'SMTP_URL is not set: links to choose a password are shown to admins' };
  const wrong = await smtpMail({ url: smtp.url, from: smtp.from ?? '' }).check();
  const { host } = new URL(smtp.url);
  if (wrong !== null) return { name, state: 'BAD', says: `${host} does not take mail (${wrong}): look at SMTP_URL` };
  return publicUrl === null
    ? { name, state: 'warn', says: `${host} answers; set PUBLIC_URL, so that links in mails lead to the desk from everywhere` }
    : { name, state: 'ok', says: `${host} answers` };
}

async function database(config: Config): Promise<Finding[]> {
  const file = databaseFile(config);
  if (file !== null && !existsSync(file)) return [{ name: 'database', state: 'ok', says: `${file} will be made at the first start` }];
  try {
    const store = await openStoreToLook(config);
    return await inside(store, file).finally(() => store.close());
  } catch (error) {
    return [{ name: 'database', state: 'BAD', says: reasonOf(error) }];
  }
}

async function inside(store: OpenStore, file: string | null): Promise<Finding[]> {
  const where = file === null ? 'answers' : `${file}, ${isLocked(file) ? 'in use by a running desk' : 'no desk is running on it'}`;
  if (await store.pending())
    return [{ name: 'database', state: 'warn', says: `${where}; it is of an older version: npx relaydesk migrate, or start the desk` }];
  const { channels } = await store.reads.house();
  const admins = await store.reads.countAdmins();
  return [
    { name: 'database', state: 'ok', says: `${where}, up to date` },
    await clock(store),
    admins > 0
      ? { name: 'admins', state: 'ok', says: String(admins) }
      : { name: 'admins', state: 'warn', says: 'none: open the link that the start prints, or npx relaydesk create-admin' },
    figures(await store.reads.folded()),
    ...channelsIn(channels, await store.reads.healths()),
  ];
}

/** As the running desk has checked them last. */
function figures({ historyAfter, checkedAt, drifted }: Folded): Finding {
  const name = 'figures';
  if (historyAfter !== null) return { name, state: 'ok', says: 'what was before there were figures is being worked out' };
  if (checkedAt === null) return { name, state: 'ok', says: 'kept; not held against the tickets yet' };
  const says = `held against the tickets at ${new Date(checkedAt).toISOString()}`;
  return drifted > 0
    ? { name, state: 'warn', says: `${says}: ${drifted} were not right and were put right; report it if it comes back` }
    : { name, state: 'ok', says };
}

/** Leases between instances go by the database's clock, everything else by ours. */
async function clock(store: OpenStore): Promise<Finding> {
  const apart = Math.abs((await store.time()) - systemClock.now());
  const says = `${apart} ms apart from the database's`;
  return apart > CLOCK_TOLERANCE
    ? { name: 'clock', state: 'BAD', says: `${says}: synchronise both machines` }
    : { name: 'clock', state: 'ok', says };
}

function channelsIn(channels: readonly Channel[], healths: readonly ChannelHealth[]): Finding[] {
  const live = channels.filter(({ deletedAt }) => deletedAt === null);
  return live.flatMap((one) => {
    const health = healths.find(({ channelId }) => channelId === one.id);
    return [
      channel(one, health),
      ...(health?.problems ?? []).filter(({ code }) => code !== 'paused').map((problem) => trouble(one, problem)),
    ];
  });
}

function channel({ name, kind, state }: Channel, health: ChannelHealth | undefined): Finding {
  const about = `${name} (${kind}): ${state.status}${state.reason ? `, ${state.reason}` : ''}`;
  if (state.status === 'paused')
    return { name: 'channel', state: 'BAD', says: `${about}: nothing is sent until its configuration is saved anew` };
  const checked = health?.checkedAt ? `, its network answered at ${new Date(health.checkedAt).toISOString()}` : '';
  return { name: 'channel', state: 'ok', says: `${about}${checked}` };
}

/** As the running desk has judged it last: nobody outside is asked. */
function trouble({ name }: Channel, problem: HealthProblem): Finding {
  const { says, do: advice } = wordsOf(problem);
  return { name: 'channel', state: severityOf(problem.code) === 'bad' ? 'BAD' : 'warn', says: `${name}: ${says} ${advice}` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
