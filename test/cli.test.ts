import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relaydesk, type Started, started } from './support/command';
import { databases } from './support/database';
import { postOffice } from './support/post-office';

const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'Correct-horse-9-battery' };
let dir: string;
let running: Started[];
// Builds when that is due, before two desks that start at once would both do it.
beforeAll(() => relaydesk(['--help'], {}));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'relaydesk-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((desk) => desk.end('SIGKILL')));
  rmSync(dir, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<Started> {
  const desk = await started({ DATA_DIR: dir, ...env });
  running.push(desk);
  return desk;
}

function end(desk: Started, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  running = running.filter((other) => other !== desk);
  return desk.end(signal);
}

const run = (args: readonly string[], input?: string) => relaydesk(args, { DATA_DIR: dir }, input);

describe('start', () => {
  it('makes a desk in an empty folder, ready to work, and prints the link for the first admin', async () => {
    const desk = await start();
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
    expect(desk.printed()).toMatch(new RegExp(`${desk.url}/setup#[\\w-]{43}\\n`));
  });

  it('makes the first admin from the environment, and prints no link', async () => {
    const desk = await start(ADMIN);
    const body = JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const answer = await fetch(`${desk.url}/api/v1/session`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', origin: desk.url },
    });
    expect(answer.status).toBeLessThan(300);
    expect(desk.printed()).not.toContain('/setup#');
  });

  it('leaves quietly when it is told to, and starts again where it was', async () => {
    expect(await end(await start(ADMIN), 'SIGTERM')).toBe(0);
    expect((await start()).printed()).not.toContain('/setup#');
  });

  it('leaves everything in one file that only its owner can read', async () => {
    await end(await start(ADMIN), 'SIGTERM');
    const files = readdirSync(dir).map((name) => ({ name, ...statSync(join(dir, name)) }));
    expect(files.filter(({ mode }) => (mode & 0o077) !== 0)).toEqual([]);
    expect(files.filter(({ name, size }) => name.endsWith('-wal') && size > 0)).toEqual([]);
  });

  it('refuses a second desk on its database in words, and takes it over after a kill', async () => {
    const first = await start();
    const second = await run(['start']);
    expect([second.code, second.err]).toEqual([
      78,
      expect.stringMatching(/^relaydesk: DATABASE_URL: found .* in use by a running desk, .*\n$/),
    ]);
    await end(first, 'SIGKILL');
    expect((await fetch(`${(await start()).url}/healthz`)).status).toBe(200);
  });

  it('ends with one line that names the variable it can not use', async () => {
    const { code, err } = await relaydesk(['start'], { DATA_DIR: dir, PORT: 'http' });
    expect([code, err]).toEqual([78, 'relaydesk: PORT: found "http", expected a port from 0 to 65535\n']);
  });

  it('names the port that somebody else has', async () => {
    const port = new URL((await start()).url).port;
    const { code, err } = await relaydesk(['start'], { DATA_DIR: join(dir, 'other'), PORT: port });
    expect([code, err]).toEqual([78, `relaydesk: PORT: found ${port} in use on 127.0.0.1, expected a free port\n`]);
  });
});

describe('beside a running desk', () => {
  it('commands that write refuse in words', async () => {
    await start();
    for (const args of [['migrate'], ['create-admin', 'eva@example.com']]) {
      expect(await run(args, 'Correct-horse-9-battery\n')).toMatchObject({
        code: 78,
        err: expect.stringContaining('stop that desk first'),
      });
    }
  });

  it('the doctor looks, and finds it well', async () => {
    await start(ADMIN);
    const { code, out } = await run(['doctor']);
    expect(out).toMatch(/^ok +database +.* in use by a running desk, up to date$/m);
    expect(out).toMatch(/^ok +admins +1$/m);
    expect([code, out]).toEqual([0, expect.not.stringContaining('BAD')]);
  });
});

describe('without a running desk', () => {
  it('migrate says what it did, and then that there was nothing to do', async () => {
    expect(await run(['migrate'])).toMatchObject({ code: 0, out: expect.stringMatching(/The database is up to date: \w+/) });
    expect(await run(['migrate'])).toMatchObject({ code: 0, out: expect.stringContaining('was up to date') });
  });

  it('create-admin adds an admin once', async () => {
    expect(await run(['create-admin', 'eva@example.com', 'Eva'], 'Correct-horse-9-battery\n')).toMatchObject({
      code: 0,
      out: expect.stringContaining('is an admin now'),
    });
    expect(await run(['create-admin', 'eva@example.com', 'Eva'], 'Correct-horse-9-battery\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('exists already'),
    });
    expect((await run(['doctor'])).out).toMatch(/^ok +admins +1$/m);
  });

  it('create-admin refuses a password that is too short', async () => {
    expect(await run(['create-admin', 'eva@example.com'], 'short\n')).toMatchObject({
      code: 1,
      err: 'relaydesk: the password is not usable: expected at least 8 characters\n',
    });
  });

  it('the doctor says what is missing', async () => {
    const { code, out } = await run(['doctor']);
    expect(out).toMatch(/^ok +database +.* will be made at the first start$/m);
    expect(out).toMatch(/^ok +mail +SMTP_URL is not set/m);
    expect(out).toMatch(/^ok +files +kept in .*media$/m);
    expect(code).toBe(0);
  });

  it('the doctor says that mail does not go out, and not by which password', async () => {
    const office = await postOffice({ logIn: { user: 'desk', pass: 'the right one' } });
    const doctor = (url: string) => relaydesk(['doctor'], { DATA_DIR: dir, SMTP_URL: url });
    try {
      expect((await doctor(office.url)).out).toMatch(/^warn +mail +127\.0\.0\.1:\d+ answers; set PUBLIC_URL/m);
      const { code, out, err } = await doctor(office.url.replace('right', 'wrong'));
      expect([code, out]).toEqual([1, expect.stringMatching(/^BAD +mail +127\.0\.0\.1:\d+ does not take mail \(EAUTH 535\)/m)]);
      expect(out + err).not.toContain('wrong');
    } finally {
      await office.close();
    }
  });
});

for (const { name, create } of databases().filter(({ name }) => name === 'MySQL')) {
  it(`instances that start at once on an empty ${name} database share it, and its folder`, async () => {
    const database = await create();
    const env = { ...ADMIN, DATABASE_URL: database.url, SECRET_KEY: 'one key for both of the instances' };
    try {
      const desks = await Promise.all([start(env), start(env)]);
      const ready = await Promise.all(desks.map(({ url }) => fetch(`${url}/readyz`)));
      expect(ready.map(({ status }) => status)).toEqual([200, 200]);
      const { out } = await relaydesk(['doctor'], { DATA_DIR: dir, ...env });
      expect(out).toMatch(/^ok +clock +\d+ ms apart/m);
      expect(out).toMatch(/^ok +admins +1$/m);
      await Promise.all(desks.map((desk) => end(desk, 'SIGTERM')));
    } finally {
      await database.remove();
    }
  });
}
