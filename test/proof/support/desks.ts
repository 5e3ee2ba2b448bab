import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../../http/support/client';
import { type Started, started } from '../../support/command';
import type { TestDatabase } from '../../support/database';
import { signed } from './webhooks';

const EMAIL = 'admin@example.com';
export const PASSWORD = 'Correct-horse-9';

export type Desks = Awaited<ReturnType<typeof desksOn>>;

/** The built product, as many processes of it as asked, on one database; `again` starts one in place of a dead one. */
export async function desksOn(
  database: TestDatabase,
  { processes = 1, env = {} }: { processes?: number; env?: Record<string, string> } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'relaydesk-proof-'));
  const all = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    SECRET_KEY: 'the key of a proof',
    ADMIN_EMAIL: EMAIL,
    ADMIN_PASSWORD: PASSWORD,
    SWEEP_CRON: '* * * * * *',
    LOG_FORMAT: 'json',
    ...env,
  };
  const running: Started[] = [];
  const before: string[] = [];
  for (let n = 0; n < processes; n++) running.push(await started(all));
  const urls = () => running.map(({ url }) => url);
  return {
    urls,
    url: () => urls()[0] as string,
    admin: () => person(urls()[0] as string, EMAIL),
    person: (email: string, at = 0) => person(urls()[at] as string, email),
    async kill(at = 0) {
      await running[at]?.end('SIGKILL');
      before.push(running[at]?.printed() ?? '');
    },
    async again(at = 0) {
      running[at] = await started(all);
    },
    /** Log lines of level error of all processes, dead ones included. */
    errors: () =>
      [...before, ...running.map((one) => one.printed())].flatMap((text) =>
        text.split('\n').filter((line) => line.includes('"level":"error"')),
      ),
    /** Ends them as an operator would. */
    end: () => Promise.all(running.map((one) => one.end('SIGTERM'))),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function person(url: string, email: string): Promise<Client> {
  const client = new Client(url);
  const { status } = await client.logIn(email, PASSWORD);
  if (status >= 300) throw new Error(`${email} could not log in: ${status}`);
  return client;
}

/** An agent who is logged in at one of the processes. */
export async function agentOf(
  desks: Desks,
  admin: Client,
  name: string,
  { at = 0, capacity = null as number | null } = {},
): Promise<Client> {
  const email = `${name.toLowerCase()}@example.com`;
  const { status, body } = await admin.post('/agents', { name, email, password: PASSWORD, role: 'agent', capacity });
  if (status !== 201) throw new Error(`no agent: ${JSON.stringify(body)}`);
  const client = await desks.person(email, at);
  return Object.assign(client, { id: body.id });
}

/** A webhook POST; the answer's status, or 0 when nobody answered. */
export async function tell(url: string, channelId: string, payload: unknown): Promise<number> {
  return (await post(url, channelId, JSON.stringify(payload ?? null))).status;
}

export async function post(url: string, channelId: string, bytes: string | Buffer, signature: string | null = signed(bytes)) {
  const headers: Record<string, string> = signature === null ? {} : { 'x-hub-signature-256': signature };
  try {
    const answer = await fetch(`${url}/webhooks/${channelId}`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(bytes)) });
    await answer.arrayBuffer();
    return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
  } catch {
    return { status: 0, retryAfter: null };
  }
}
