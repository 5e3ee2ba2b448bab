import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../http/support/client';
import { until } from '../proof/support/until';

const DEMO = join(__dirname, '..', '..', 'bin', 'demo.js');
let folder: string;
let running: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relaydesk-test-'));
});
afterEach(async () => {
  if (running && running.exitCode === null) running.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** A demo whose throw-away folder lies in ours. */
function demo(...args: string[]) {
  const child = spawn(process.execPath, [DEMO, ...args], { env: { PATH: process.env.PATH, TMPDIR: folder }, stdio: 'pipe' });
  running = child;
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const closed = once(child, 'close');
  return {
    printed: () => text,
    async says(pattern: RegExp): Promise<string> {
      await until(`${pattern} is printed`, async () => pattern.test(text) || child.exitCode !== null, 50_000);
      const found = pattern.exec(text)?.[1];
      if (found === undefined) throw new Error(text);
      return found;
    },
    async end(signal?: NodeJS.Signals): Promise<number | null> {
      if (signal) child.kill(signal);
      return (await closed)[0];
    },
  };
}

const isOpen = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Looks until there has been a ticket in every status, and one asleep. */
async function seeEverything(admin: Client): Promise<void> {
  const wanted = new Set(['active', 'closed', 'idle', 'in_progress', 'pending', 'proactive', 'snoozed']);
  const look = async () => {
    const { data } = (await admin.get('/tickets?limit=200')).body;
    for (const { status, stage } of data) wanted.delete(stage.key === 'snoozed' ? 'snoozed' : status);
    return wanted.size === 0;
  };
  await until('there are tickets in every status', look, 45_000);
}

/** What the demo proposes to the newcomer, who is Ana on the phone and the admin at the desk. */
async function play(admin: Client, phone: string): Promise<void> {
  const { origin, hash } = new URL(phone);
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  const write = (text: string) => fetch(`${origin}/twin/say`, { method: 'POST', headers, body: JSON.stringify({ customer: 'ana', text }) });
  const heard = async (): Promise<{ text: string; progress: string }[]> => {
    const { messages } = (await (await fetch(`${origin}/twin/state`, { headers })).json()) as {
      messages: { customer: string; by: string; text: string; progress: string }[];
    };
    return messages.filter(({ customer, by }) => customer === 'ana' && by === 'business');
  };
  const hears = (count: number) => until(`Ana hears ${count}`, async () => (await heard()).length === count);

  await write('Hello');
  await hears(1);
  await write('person');
  await hears(2);
  const [ticket] = (await admin.get('/tickets?q=Ana&limit=1')).body.data;
  expect(ticket.contact.name).toBe('Ana Example');
  await admin.put('/me/presence', { presence: 'online' });
  expect((await admin.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Good morning, Ana!' } })).status).toBe(201);
  await until('Ana has read it', async () => (await heard())[2]?.progress === 'read');
  expect((await admin.post(`/tickets/${ticket.id}/close`)).status).toBe(200);
  await write('When are you open?');
  await hears(5);
  expect((await heard()).map(({ text }) => text)).toEqual([
    'Hello! I am Lumi, the bot of Casa Lumen. What can I do for you?',
    'One moment, I am fetching somebody.',
    'Good morning, Ana!',
    'Hello! I am Lumi, the bot of Casa Lumen. What can I do for you?',
    'We are open Monday to Saturday, 10 to 19 h.',
  ]);
}

it('shows a desk at work, says where to look, and leaves nothing behind', async () => {
  const shown = demo('--pace', '6', '--customers', '9');
  const desk = await shown.says(/The desk +(\S+)/);
  const phone = await shown.says(/phone +(\S+)/);
  const password = await shown.says(/admin@example\.com +(\S+)/);
  expect((await fetch(`${desk}/healthz`)).status).toBe(200);
  expect(await (await fetch(phone)).text()).toContain('The customers’ phone');
  const people = new Map(['admin', 'luis', 'noor'].map((name) => [name, new Client(desk)]));
  for (const [name, person] of people) expect((await person.logIn(`${name}@example.com`, password)).status).toBe(201);

  const admin = people.get('admin')!;
  await seeEverything(admin);
  expect(shown.printed()).toMatch(/Ticket \d+ of .+ waits for an agent \(pending\)/);
  await play(admin, phone);

  expect(await shown.end('SIGINT')).toBe(0);
  expect(shown.printed()).toMatch(/everything of it is gone\.\n$/);
  expect([await isOpen(desk), await isOpen(phone)]).toEqual([false, false]);
  expect(readdirSync(folder)).toEqual([]);
});

it('can be broken off while it starts', async () => {
  const shown = demo();
  await until('its folder is there', async () => readdirSync(folder).some((name) => name.startsWith('relaydesk-demo-')), 50_000);
  expect(await shown.end('SIGTERM')).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

it('ends by itself when its time is up', async () => {
  const shown = demo('--for', '1s', '--customers', '1');
  expect(await shown.end()).toBe(0);
  expect(shown.printed()).toContain('Mara');
  expect(readdirSync(folder)).toEqual([]);
});

it('says what it did not understand', async () => {
  const shown = demo('--for', 'ever');
  expect(await shown.end()).toBe(1);
  expect(shown.printed()).toContain('--for: found ever, expected a length like 30s, 5m or 1h');
});
