import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BIN = join(__dirname, '..', '..', 'bin', 'relaydesk.js');
const PATIENCE = 8_000;

/** A command of the product that runs until it is told to end. */
export interface Command {
  /** The first match in what it prints; rejects when it ends without having printed one. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when it has ended, asked or not. */
  readonly ended: Promise<void>;
  end(): Promise<void>;
}

/**
 * Runs `relaydesk` as an operator would, with this environment and no other. In a process group of its own, so that
 * Ctrl-C reaches the demo alone, which ends it in good order.
 */
export function relaydesk(args: readonly string[], env: Readonly<Record<string, string>>): Command {
  const child = spawn(process.execPath, [BIN, ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(() => undefined);
  const heard = listen(child);
  return {
    ended,
    printed: (pattern) => Promise.race([heard(pattern), ended.then(() => Promise.reject(new Error(`relaydesk ${args[0]} has ended`)))]),
    end: () => endOf(child, ended),
  };
}

/** Keeps what is printed until nobody can ask for it any more; what it complains of goes on to the terminal. */
function listen(child: ChildProcess): (pattern: RegExp) => Promise<RegExpExecArray> {
  let text = '';
  let look = () => {};
  child.stdout?.on('data', (chunk) => {
    text = (text + chunk).slice(-10_000);
    look();
  });
  child.stderr?.pipe(process.stderr, { end: false });
  return (pattern) =>
    new Promise((resolve) => {
      look = () => {
        const found = pattern.exec(text);
        if (found) resolve(found);
      };
      look();
    });
}

async function endOf(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(late);
}
