import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BIN = join(__dirname, '..', '..', 'bin', 'relaydesk.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that has ended. Of the environment it sees what it is given and nothing else. */
export async function relaydesk(args: readonly string[], env: Record<string, string>, input = ''): Promise<Ended> {
  const child = begin(args, env);
  const seen = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (seen.out += chunk));
  child.stderr?.on('data', (chunk) => (seen.err += chunk));
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  return { code, ...seen };
}

export interface Started {
  readonly url: string;
  /** Everything printed so far. */
  printed(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** A desk that says where it listens; rejects with what it printed when it ends instead. */
export async function started(env: Record<string, string>): Promise<Started> {
  const child = begin(['start'], { PORT: '0', ...env });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      text += chunk;
      const [, found] = /listens on (\S+)\n/.exec(text) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () => reject(new Error(text)));
  });
  return {
    url,
    printed: () => text,
    async end(signal) {
      child.kill(signal);
      const [code] = await once(child, 'close');
      return code;
    },
  };
}

function begin(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env.PATH, ...env }, stdio: 'pipe' });
}
