import type { ChildProcess } from 'node:child_process';
import type { Client } from 'whatsapp-web.js';

const KINDLY = 5_000;
const LAUNCHED_WITHIN = 30_000;

const waited = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

/** Ends the client's browser: kindly, so that its session is written down, and then surely. Resolves when it is gone. */
export function destroyer(client: Client): (launched: Promise<void>) => Promise<void> {
  let ending: Promise<void> | null = null;
  const end = async (launched: Promise<void>): Promise<void> => {
    await Promise.race([launched, waited(LAUNCHED_WITHIN)]);
    const running = client.pupBrowser?.process() ?? null;
    await Promise.race([Promise.resolve(client.destroy()).catch(() => undefined), waited(KINDLY)]);
    if (running) await kill(running);
  };
  return (launched) => {
    ending ??= end(launched);
    return ending;
  };
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** It leads a group of its own, in which its helpers are: they may outlive it by moments. */
async function kill(running: ChildProcess): Promise<void> {
  const gone = isOver(running) ? null : new Promise<void>((resolve) => void running.once('exit', () => resolve()));
  try {
    if (running.pid) process.kill(process.platform === 'win32' ? running.pid : -running.pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
  if (gone) await Promise.race([gone, waited(KINDLY)]);
}
