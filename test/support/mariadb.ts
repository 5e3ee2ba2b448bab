import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';

const run = promisify(execFile);
const START_WITHIN = 30_000;
const LOOK_AGAIN = 100;

/** A database server of this run's own. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a MariaDB of its own in a temporary folder; null when the machine has none. */
export async function startMariadb(): Promise<Server | null> {
  if (!(await isInstalled())) return null;
  const folder = mkdtempSync(join(tmpdir(), 'relaydesk-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { process: server, url } = await serve(folder, await freePort());
    return { url, stop: () => stop(server).finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

const isInstalled = (): Promise<boolean> =>
  run('mariadbd', ['--no-defaults', '--version']).then(
    () => true,
    () => false,
  );

async function serve(folder: string, port: number): Promise<{ process: ChildProcess; url: string }> {
  const [data, user] = [join(folder, 'data'), userInfo().username];
  await run('mariadb-install-db', ['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const process = spawn('mariadbd', optionsOf(folder, data, user, port), { stdio: 'ignore' });
  const url = `mysql://root@127.0.0.1:${port}/`;
  try {
    await answers(url, process);
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
  return { process, url };
}

const optionsOf = (folder: string, data: string, user: string, port: number): string[] => [
  '--no-defaults',
  `--user=${user}`,
  `--datadir=${data}`,
  `--socket=${join(folder, 'server.sock')}`,
  `--pid-file=${join(folder, 'server.pid')}`,
  `--port=${port}`,
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--character-set-server=utf8mb4',
  '--innodb-buffer-pool-size=128M',
  '--max-connections=400',
];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string, process: ChildProcess): Promise<void> {
  for (let waited = 0; waited < START_WITHIN; waited += LOOK_AGAIN) {
    if (process.exitCode !== null) throw new Error(`mariadbd ended with exit code ${process.exitCode}`);
    const connection = await createConnection(url).catch(() => null);
    if (connection) return connection.end();
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  throw new Error(`mariadbd did not answer within ${START_WITHIN / 1000} s`);
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

let started: Server | null = null;

/**
 * For jest's globalSetup: points TEST_MYSQL_URL at a MariaDB of this run when it is unset and the machine has one.
 * Answers whether suites on MySQL can run; the caller names them as skipped when they can't.
 */
export async function start(): Promise<boolean> {
  if (process.env.TEST_MYSQL_URL) return true;
  started = await startMariadb();
  if (!started) return false;
  process.env.TEST_MYSQL_URL = started.url;
  return true;
}

/** For jest's globalTeardown. */
export async function stopStarted(): Promise<void> {
  await started?.stop();
  started = null;
}
