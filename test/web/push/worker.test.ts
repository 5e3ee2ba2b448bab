import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

type Hear = (event: Record<string, unknown>) => void;
const SCRIPT = readFileSync(join(__dirname, '../../../web/public/sw.js'), 'utf8');

/** The worker in a browser of which only what it uses is there. */
function worker({ tabs = [] as unknown[], words = null as object | null } = {}) {
  const hearing = new Map<string, Hear>();
  const shown: unknown[] = [];
  const opened: string[] = [];
  const self = {
    addEventListener: (name: string, hear: Hear) => hearing.set(name, hear),
    registration: { showNotification: async (...said: unknown[]) => void shown.push(said) },
    clients: { matchAll: async () => tabs, openWindow: async (path: string) => void opened.push(path) },
  };
  const caches = { match: async () => (words ? { json: async () => words } : undefined) };
  runInNewContext(SCRIPT, { self, caches, encodeURIComponent });
  const tell = async (name: string, event: object) => {
    let until: unknown;
    hearing.get(name)?.({ ...event, waitUntil: (work: unknown) => (until = work) });
    await until;
  };
  const push = (data: object) => tell('push', { data: { json: () => data } });
  const press = (tag: string) => tell('notificationclick', { notification: { tag, close: () => undefined } });
  return { push, press, shown, opened, hears: [...hearing.keys()] };
}

const ASSIGNED = { kind: 'assigned', ticketId: 't1', number: 42, contactName: 'Elena' };

test('A push says who it is about and which ticket, one notification a ticket', async () => {
  const { push, shown } = worker();
  await push(ASSIGNED);
  expect(shown).toEqual([['Elena', expect.objectContaining({ body: 'Ticket #42 is yours', tag: 't1' })]]);
});

test('It speaks the language of whoever switched it on', async () => {
  const { push, shown } = worker({ words: { message: 'Mensaje nuevo, ticket #{number}', somebody: 'Sin nombre' } });
  await push({ ...ASSIGNED, kind: 'message', contactName: null });
  expect(shown).toEqual([['Sin nombre', expect.objectContaining({ body: 'Mensaje nuevo, ticket #42' })]]);
});

test('Pressed, the ticket opens in the tab that is there, else in a new one', async () => {
  const told: unknown[] = [];
  const tab = { focus: async () => undefined, postMessage: (message: unknown) => told.push(message) };
  const open = worker({ tabs: [tab] });
  await open.press('t1');
  expect(told).toEqual([{ go: '/inbox/mine/t1' }]);
  expect(open.opened).toEqual([]);
  const closed = worker();
  await closed.press('t1');
  expect(closed.opened).toEqual(['/inbox/mine/t1']);
});

test('It stands in no request’s way', () => {
  expect(worker().hears).not.toContain('fetch');
});
