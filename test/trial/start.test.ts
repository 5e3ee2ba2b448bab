import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { type Running, startDesk } from '../../src/main';
import { Client } from '../http/support/client';
import { until } from '../proof/support/until';

let folder: string;
let running: Running | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relaydesk-test-'));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  await rm(folder, { recursive: true, force: true });
});

/** The desk as a command starts it, and its first admin. */
async function started(env: Record<string, string> = {}): Promise<Client> {
  await running?.stop();
  const account = { ADMIN_EMAIL: 'mona@example.com', ADMIN_PASSWORD: 'correct horse' };
  running = await startDesk(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', LOG_FORMAT: 'json', ...account, ...env }, false));
  const mona = new Client(running.url);
  await mona.logIn(account.ADMIN_EMAIL, account.ADMIN_PASSWORD);
  return mona;
}

it('is there at once on this machine, and again after a restart', async () => {
  let mona = await started();
  expect((await mona.post('/trial')).body).toMatchObject({ allowed: true, on: true });
  await mona.post('/trial/phone/say', { network: 'whatsapp', text: 'Hello' });
  const phone = async () => (await mona.get('/trial/phone?network=whatsapp')).body.thread.messages;
  await until('the bot answers', async () => (await phone()).length === 2);

  mona = await started();
  expect((await mona.get('/trial')).body.on).toBe(true);
  expect((await phone()).map(({ text }: { text: string }) => text)).toEqual(['Hello', 'Welcome! What can I do for you?']);
  expect((await mona.delete('/trial')).status).toBe(204);
  const recorded = (await mona.get('/audit')).body.data.map(({ act }: { act: string }) => act);
  expect(recorded.filter((act: string) => !act.startsWith('session'))).toEqual(['trial.ended', 'trial.began']);
});

it('is refused on a host that others reach, unless who runs the desk allows it', async () => {
  let mona = await started({ HOST: '0.0.0.0' });
  expect((await mona.get('/trial')).body.allowed).toBe(false);
  expect(await mona.post('/trial')).toMatchObject({ status: 403, body: { code: 'trial_not_allowed' } });

  mona = await started({ HOST: '0.0.0.0', TRIAL: 'on' });
  expect((await mona.post('/trial')).body).toMatchObject({ allowed: true, on: true });
});
