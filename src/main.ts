import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addAgent } from './actions/agents/add-agent';
import { openSetup } from './actions/agents/set-up';
import type { Desk } from './actions/desk';
import { openIntake } from './actions/hearing/intake';
import { openPushing } from './actions/pushing/pushing';
import { countAnew } from './actions/time/sweep-presence';
import { allowsTrial, type Config } from './config';
import { ConfigError, Refusal } from './domain/errors';
import { openHouse } from './house';
import { later } from './http/live/later';
import { type OpenServer, openServer } from './http/server';
import { openLines } from './lines';
import { outside } from './platform/outside-address';
import { webPush } from './platform/push';
import { type Lines, NO_LINES } from './ports/lines';
import type { Push } from './ports/push';
import { startTimers } from './timers';
import { openTrial } from './trial';

export interface Running {
  /** Where the desk is reached from this machine. */
  readonly url: string;
  /** With which the first admin signs up; null when there is an admin. */
  readonly setupUrl: string | null;
  /** Accepts nothing more, lets what runs end, and closes the database. */
  stop(): Promise<void>;
}

export async function startDesk(config: Config): Promise<Running> {
  const { desk, hangUp, close } = await openHouse(config);
  try {
    await firstAdmin(desk, config);
    const setup = await openSetup(desk);
    const { url, stop } = await openDoors(desk, config);
    const link = setup && `${config.publicUrl ?? url}/setup#${setup}`;
    const end = () => {
      hangUp();
      return stop().finally(close);
    };
    return { url, setupUrl: link, stop: end };
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstAdmin(desk: Desk, { adminEmail: email, adminPassword: password }: Config): Promise<void> {
  if (!email || (await desk.store.reads.countAdmins()) > 0) return;
  await addAgent(desk, { by: null, name: nameFrom(email), email, password, role: 'admin', capacity: null }).catch(unlessThere);
}

/** Two instances that start at once on an empty database both see no admin; one of them is first. */
function unlessThere(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'already_exists')) throw error;
}

export function nameFrom(email: string): string {
  return email.split('@')[0] || email;
}

/** The server comes last: who is let in finds everything running. */
async function openDoors(house: Desk, config: Config): Promise<Pick<Running, 'url' | 'stop'>> {
  const book: { lines: Lines; url: string | null } = { lines: NO_LINES, url: null };
  const desk: Desk = { ...house, lines: { ready: (channelId) => book.lines.ready(channelId) }, ownUrl: () => book.url };
  const intake = openIntake(desk);
  const lines = openLines(desk, { intake, folder: join(config.dataDir, 'lines'), chromePath: config.chromePath, after: later });
  book.lines = lines;
  await countAnew(desk);
  const timers = startTimers(desk, { cron: config.sweepCron });
  const looking = setInterval(() => void lines.look().catch(sayThat(desk, 'the look for lines failed')), LINES_LOOKED_AFTER);
  const stopWork = async () => {
    clearInterval(looking);
    await Promise.all([timers.stop(), desk.queue.stop()]);
    await lines.stop();
  };
  const trial = openTrial(desk, { allowed: allowsTrial(config) });
  const server = await openServer(desk, { config: { ...config, webApp: webApp() }, intake, trial }).catch(async (error: unknown) => {
    await stopWork();
    throw inWords(error, config);
  });
  book.url = fromHere(server);
  const pushing = openPushing({ desk, push: pushOver(desk, config), isWatching: server.isWatching });
  await trial.serve(fromHere(server));
  return {
    url: fromHere(server),
    async stop() {
      await Promise.all([server.close(), stopWork(), pushing.stop()]);
      await trial.close();
      await intake.stop();
    },
  };
}

const LINES_LOOKED_AFTER = 2_000;

const sayThat =
  ({ log }: Desk, says: string) =>
  (cause: unknown) =>
    log.error(says, { cause: String(cause) });

const OUTSIDE_TIMEOUT = 10_000;
/** Push services want an address of who pushes; a desk without a public one has none to give. */
const NOBODY = 'mailto:nobody@relaydesk.invalid';

function pushOver({ log }: Desk, { publicUrl, privateTargets }: Config): Push {
  const subject = publicUrl?.startsWith('https:') ? publicUrl : NOBODY;
  return webPush({ subject, log, reach: outside({ allowed: privateTargets ?? [], timeout: OUTSIDE_TIMEOUT }) });
}

/** The build lays it beside the compiled sources. */
function webApp(): string | null {
  const folder = join(__dirname, '..', 'web');
  return existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'assets')) ? folder : null;
}

/** 0.0.0.0 is where we listen, not where anybody goes. */
function fromHere({ url }: OpenServer): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

// biome-ignore format: a table is read in columns
const LISTENING: Readonly<Record<string, (config: Config) => ConfigError>> = {
  EADDRINUSE:    ({ host, port }) => new ConfigError('PORT', `PORT: found ${port} in use on ${host}, expected a free port`),
  EACCES:        ({ port })       => new ConfigError('PORT', `PORT: found ${port}, which this user may not listen on, expected a port above 1023`),
  EADDRNOTAVAIL: ({ host })       => new ConfigError('HOST', `HOST: found ${host}, expected an address of this machine`),
  ENOTFOUND:     ({ host })       => new ConfigError('HOST', `HOST: found ${host}, expected an address or host name of this machine`),
};

function inWords(error: unknown, config: Config): unknown {
  return LISTENING[(error as NodeJS.ErrnoException).code ?? '']?.(config) ?? error;
}
