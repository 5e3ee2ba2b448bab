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
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a MariaDB of its own in a temporary folder; null when the machine has none. Tests and the benchmark share it. */
export async function startMariadb({ bufferPool = '128M' }: { bufferPool?: string } = {}): Promise<Server | null> {
  if (!(await isInstalled())) return null;
  const folder = mkdtempSync(join(tmpdir(), 'relaydesk-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { process: server, url } = await serve(folder, await freePort(), bufferPool);
    return { url, pid: server.pid ?? 0, stop: () => stop(server).finally(remove) };
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

async function serve(folder: string, port: number, bufferPool: string): Promise<{ process: ChildProcess; url: string }> {
  const [data, user] = [join(folder, 'data'), userInfo().username];
  await run('mariadb-install-db', [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const process = spawn('mariadbd', optionsOf({ folder, data, user, port, bufferPool }), { stdio: 'ignore' });
  const url = `mysql://root@127.0.0.1:${port}/`;
  try {
    await answers(url, process);
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
  return { process, url };
}

interface Options {
  readonly folder: string;
  readonly data: string;
  readonly user: string;
  readonly port: number;
  readonly bufferPool: string;
}

const optionsOf = ({ folder, data, user, port, bufferPool }: Options): string[] => [
  '--no-defaults',
  `--user=${user}`,
  `--datadir=${data}`,
  `--socket=${join(folder, 'server.sock')}`,
  `--pid-file=${join(folder, 'server.pid')}`,
  `--port=${port}`,
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--character-set-server=utf8mb4',
  `--innodb-buffer-pool-size=${bufferPool}`,
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
