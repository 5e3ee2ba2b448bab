import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Row } from '../bench';
import { cpuOf, memoryOf } from '../support/numbers';
import { openPlace, type Place } from '../support/place';

const CLI = join(__dirname, '..', '..', 'src', 'cli');

/** From the command to the first ready answer on a database that is there already, and what it costs to wait for nobody. */
export const start: Row = {
  name: 'start',
  says: 'from the command to ready, and idle',
  async run(bench) {
    const place = await openPlace(null);
    try {
      await startOnce(bench, place, false);
      for (let round = 0; round < bench.size.rounds; round++) await startOnce(bench, place, true);
    } finally {
      await place.remove();
    }
  },
};

async function startOnce({ measured, size }: Bench, { env }: Place, counts: boolean): Promise<void> {
  const began = performance.now();
  const desk = spawn(process.execPath, [...process.execArgv, '-e', `require(${JSON.stringify(CLI)}).run(['node', 'relaydesk', 'start'])`], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await listening(desk.stdout);
    while (!(await fetch(`${url}/readyz`)).ok) await sleep(10);
    if (!counts) return;
    measured('start.ready', (performance.now() - began) / 1000);
    await sleep(size.settle * 1000);
    const [before, from] = [cpuOf(desk.pid ?? 0), performance.now()];
    await sleep(size.seconds * 1000);
    measured('start.cpu', ((cpuOf(desk.pid ?? 0) - before) / (performance.now() - from)) * 100);
    measured('start.memory', memoryOf(desk.pid ?? 0));
  } finally {
    desk.kill('SIGTERM');
    await once(desk, 'exit');
  }
}

function listening(out: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    out.on('data', (chunk) => {
      said += chunk;
      const url = /listens on (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    out.once('end', () => reject(new Error(`the desk ended: ${said}`)));
  });
}
