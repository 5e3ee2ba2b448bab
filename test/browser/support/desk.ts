import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Started, started } from '../../support/command';

export const PASSWORD = 'Correct-horse-9';
export const ADMIN = { name: 'Marta Oliveira', email: 'marta@example.com', password: PASSWORD };

/** The product as it is started, on an empty database of its own; ended and started again on the same port and data. */
export async function openDesk(env: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-in-a-browser-'));
  const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'warn', LOG_FORMAT: 'json', SWEEP_CRON: '* * * * * *', ...env };
  let running: Started = await started(settings);
  const { url } = running;
  const [, setupUrl = ''] = /(http\S+\/setup#\S+)/.exec(running.printed()) ?? [];
  return {
    url,
    setupUrl,
    printed: () => running.printed(),
    kill: () => running.end('SIGKILL'),
    async again() {
      running = await started({ ...settings, PORT: new URL(url).port });
    },
    async close() {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type BrowserDesk = Awaited<ReturnType<typeof openDesk>>;

/** Makes the first admin as the set-up page does. */
export async function makeAdmin({ url, setupUrl }: Pick<BrowserDesk, 'url' | 'setupUrl'>): Promise<void> {
  const token = setupUrl.split('#')[1];
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, ...ADMIN }),
  });
  if (!answer.ok) throw new Error(`no admin: ${answer.status} ${await answer.text()}`);
}
