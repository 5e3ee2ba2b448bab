import { barred, needsOf } from '../../src/domain/access';
import type { Route } from '../../src/http/route';
import { ROUTES } from '../../src/http/routes';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { Client, type Told } from './support/client';
import { handTimers } from './support/hand-timers';
import { type Listener, listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const MODES = ['all', 'team', 'own'] as const;
type Mode = (typeof MODES)[number];

/** Tickets by whose they are. */
const TICKETS = ['anas', 'bens', 'red', 'blue', 'free'] as const;
type Whose = (typeof TICKETS)[number];

/** Who sees which: Ana is in the red team, Ben in the blue; so are their tickets. The token is of the red team. */
// biome-ignore format: a table is read in columns
const SEES: Record<'ana' | 'token' | 'admin', Record<Mode, readonly Whose[]>> = {
  ana:   { all: TICKETS, team: ['anas', 'red', 'free'], own: ['anas'] },
  token: { all: TICKETS, team: ['anas', 'red', 'free'], own: [] },
  admin: { all: TICKETS, team: TICKETS,                 own: TICKETS },
};
type Who = keyof typeof SEES;

interface Place {
  readonly id: string;
  readonly number: number;
  readonly chatId: string;
  readonly contactId: string;
  readonly messageId: string;
  readonly phone: string;
}

let server: AServer;
let channel: string;
const timers = handTimers();
const who = {} as Record<Who, Client>;
const places = {} as Record<Whose, Place>;
const given: Record<string, string> = {};

/** A caller with a token and no cookie. */
function byToken(token: string): Client {
  const client = new Client(server.url);
  const { ask } = client;
  client.ask = (method, path, body, headers = {}) => ask.call(client, method, path, body, { authorization: `Bearer ${token}`, ...headers });
  return client;
}

const aToken = async (over: object) =>
  (await server.admin.post('/tokens', { name: 'Machine', role: 'agent', scopes: ['*'], ...over })).body;

async function aPlace(phone: string): Promise<Place> {
  await server.tell(channel, aText(phone, `hello from ${phone}`));
  const [ticket] = (await server.admin.get('/tickets?limit=1')).body.data;
  const [message] = (await server.admin.get(`/tickets/${ticket.id}/messages`)).body.data;
  return { id: ticket.id, number: ticket.number, chatId: ticket.chatId, contactId: ticket.contact.id, messageId: message.id, phone };
}

beforeAll(async () => {
  server = await aServer({ later: timers.later });
  channel = await aChannel(server.admin);
  await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
  const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben')];
  const team = async (name: string, agentIds: string[]) => (await server.admin.post('/teams', { name, agentIds })).body.id;
  const teams = { red: await team('Red', [ana.id]), blue: await team('Blue', [ben.id]) };
  for (const agent of [ana, ben]) await agent.put('/me/presence', { presence: 'online' });
  for (const [at, whose] of TICKETS.entries()) places[whose] = await aPlace(`155500000${at}`);
  const transfer = (whose: Whose, teamId: string) => server.admin.post(`/tickets/${places[whose].id}/transfer`, { teamId });
  for (const whose of ['anas', 'red'] as const) await transfer(whose, teams.red);
  for (const whose of ['bens', 'blue'] as const) await transfer(whose, teams.blue);
  await server.admin.post(`/tickets/${places.anas.id}/assign`, { agentId: ana.id });
  await server.admin.post(`/tickets/${places.bens.id}/assign`, { agentId: ben.id });
  const token = await aToken({ teamIds: [teams.red] });
  Object.assign(who, { ana, token: byToken(token.token), admin: server.admin });
  given.token = token.token;
  Object.assign(given, { agents: ben.id, teams: teams.red, channels: channel, tokens: token.id, stages: 'open' });
  given.bots = (await server.admin.post('/bots', { name: 'Bot', kind: 'rules', config: { rules: [] } })).body.id;
  const report = { type: 'agents', name: 'Agents', format: 'csv' };
  given.reports = (await server.admin.post('/reports', { ...report, from: '2026-11-01', to: '2026-11-30' })).body.id;
  given['report-schedules'] = (await server.admin.post('/report-schedules', { ...report, period: { days: 7 }, cron: '0 7 * * 1' })).body.id;
  given.replays = (await server.admin.post('/replays', { from: '2026-11-01', to: '2026-11-30', patch: {} })).body.id;
  given['canned-replies'] = (await server.admin.post('/canned-replies', { shortcut: 'hi', title: 'Hi', text: 'Hi' })).body.id;
});
afterAll(() => server.close());

const modeIs = (agentsSee: Mode) => server.admin.patch('/settings', { policy: { agentsSee } });

/** Calls a row with a body that no row takes: whoever may call it is told so, and nothing is done. */
function knock(client: Client, { method, path }: Pick<Route, 'method' | 'path'>, id: (resource: string) => string): Promise<Told> {
  const resource = path.split('/')[1] ?? '';
  const filled = path.replace('{eventId}', 'nobody').replace(/\{\w+\}/g, id(resource));
  const body = method === 'get' || method === 'delete' ? undefined : { surprise: 1 };
  return client.ask(method.toUpperCase(), filled, body);
}

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
const nobody = () => 'nobody';
const known = (resource: string) => given[resource] ?? 'nobody';

describe('every call', () => {
  const callers: Record<string, () => Client> = {
    anybody: () => server.stranger,
    'an ended session': () => given.ended as unknown as Client,
    'an expired token': () => given.expired as unknown as Client,
    'a revoked token': () => given.revoked as unknown as Client,
  };
  const gone = {} as Record<'ended' | 'expired' | 'revoked', Client>;

  beforeAll(async () => {
    gone.ended = new Client(server.url);
    await gone.ended.logIn('ana@example.com', PASSWORD);
    const { cookie } = gone.ended;
    await gone.ended.delete('/session');
    gone.ended.cookie = cookie;
    gone.expired = byToken((await aToken({ expiresAt: new Date(server.clock.now() + 1000).toISOString() })).token);
    server.clock.forward(1000);
    const revoked = await aToken({});
    gone.revoked = byToken(revoked.token);
    await server.admin.delete(`/tokens/${revoked.id}`);
    Object.assign(given, gone);
  });

  it.each(Object.keys(callers))('is closed to %s, but for those for everybody', async (name) => {
    const client = (callers[name] as () => Client)();
    for (const route of ROUTES) {
      const { status, body } = await knock(client, route, known);
      if (route.for === 'anyone') expect([nameOf(route), [401, 403].includes(status)]).toEqual([nameOf(route), false]);
      else expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'unauthenticated']);
    }
  });

  it('is closed to a token without its scope, whatever it is about', async () => {
    const scopes = ['stages:read', 'live:read'];
    const narrow = byToken((await aToken({ role: 'admin', scopes })).token);
    for (const route of ROUTES.filter((one) => one.for !== 'anyone')) {
      const bar = barred({ role: 'admin', scopes }, route);
      for (const id of [nobody, known]) {
        const { status, body } = await knock(narrow, route, id);
        if (bar) expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 403, bar]);
        else expect([nameOf(route), status]).toEqual([nameOf(route), 200]);
      }
    }
  });

  it('is open to a token of an admin with every scope, but for what is for people only', async () => {
    const wide = byToken((await aToken({ role: 'admin' })).token);
    for (const route of ROUTES.filter((one) => one.for !== 'anyone' && one.method !== 'delete')) {
      const { status, body } = await knock(wide, route, known);
      if (needsOf(route) === null) expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 403, 'people_only']);
      else expect([nameOf(route), [401, 403].includes(status)]).toEqual([nameOf(route), false]);
    }
  });

  it.each(MODES)('of admins is closed to agents and to tokens of their role who see %s', async (mode) => {
    await modeIs(mode);
    for (const route of ROUTES.filter((one) => one.for === 'admins')) {
      for (const client of [who.ana, who.token]) {
        const { status, body } = await knock(client, route, known);
        const is = [nameOf(route), status, body.code];
        if (client === who.token && needsOf(route) === null) expect(is).toEqual([nameOf(route), 403, 'people_only']);
        else if (status === 404 || status === 422)
          expect([nameOf(route), route.method === 'get' ? 'read' : 'refused']).toEqual([nameOf(route), 'refused']);
        else expect(is).toEqual([nameOf(route), 403, 'forbidden']);
      }
    }
  });
});

describe.each(MODES)('when agents see %s', (mode) => {
  beforeAll(() => modeIs(mode));

  describe.each(Object.keys(SEES) as Who[])('%s', (name) => {
    const seen = SEES[name][mode];
    const isSeen = (whose: Whose) => seen.includes(whose);
    const ids = (list: readonly Whose[]) => list.map((whose) => places[whose].id).sort();
    const idsIn = ({ body }: Told): string[] => body.data.map(({ id }: { id: string }) => id).sort();

    it('finds those tickets in lists, by search and in the queue, and no others', async () => {
      expect(idsIn(await who[name].get('/tickets'))).toEqual(ids(seen));
      const waiting = (list: readonly Whose[]) => list.filter((whose) => whose !== 'anas' && whose !== 'bens');
      const queue = await who[name].get('/tickets/queue');
      expect(queue.body.data.map(({ ticket }: { ticket: { id: string } }) => ticket.id).sort()).toEqual(ids(waiting(seen)));
      expect(queue.body.total).toBe(waiting(seen).length);
      for (const whose of TICKETS) {
        const { phone, number } = places[whose];
        for (const q of [phone, `from ${phone}`, `#${number}`].map(encodeURIComponent))
          expect([whose, q, idsIn(await who[name].get(`/tickets?q=${q}`))]).toEqual([whose, q, isSeen(whose) ? [places[whose].id] : []]);
        const contacts = idsIn(await who[name].get(`/contacts?q=${phone}`));
        expect([whose, contacts]).toEqual([whose, isSeen(whose) ? [places[whose].contactId] : []]);
      }
    });

    it('finds no trace of the others where a search ends', async () => {
      const found: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body }: Told = await who[name].get(`/contacts?q=tomer&limit=1${cursor && `&cursor=${cursor}`}`);
        found.push(...body.data.map(({ id }: { id: string }) => id));
        cursor = body.nextCursor;
        expect(cursor !== null).toBe(found.length < seen.length);
      }
      expect(found.sort()).toEqual(seen.map((whose) => places[whose].contactId).sort());
    });

    it('counts them', async () => {
      const { body } = await who[name].get('/tickets/counts');
      expect([body.open, body.closed]).toEqual([seen.length, 0]);
    });

    it('reaches them, their chats, customers and messages by every call, and nothing of the others', async () => {
      const resources: Record<string, keyof Place> = {
        tickets: 'id',
        chats: 'chatId',
        contacts: 'contactId',
        messages: 'messageId',
      };
      const about = ROUTES.filter(({ path }) => /^\/(tickets|chats|contacts|messages)\/\{id\}/.test(path));
      for (const route of about.filter((one) => name !== 'token' || needsOf(one) !== null)) {
        for (const whose of TICKETS) {
          const { status } = await knock(who[name], route, (resource) => places[whose][resources[resource] ?? 'id'] as string);
          expect([nameOf(route), whose, status !== 404]).toEqual([nameOf(route), whose, isSeen(whose)]);
        }
      }
      // The one call that takes whatever body has blocked them.
      for (const whose of TICKETS) await server.admin.post(`/contacts/${places[whose].contactId}/unblock`);
    });

    it('is told which ticket keeps another from being opened only where it is one of them', async () => {
      for (const whose of TICKETS) {
        const { id, number, phone } = places[whose];
        const content = { type: 'text', text: 'Hello' };
        const { status, body } = await who[name].post('/tickets', { channelId: channel, to: phone, content });
        expect([status, body.code]).toEqual([409, 'chat_has_open_ticket']);
        expect([whose, body.ticketId, body.detail.includes(`#${number} `)]).toEqual([whose, isSeen(whose) ? id : undefined, isSeen(whose)]);
      }
    });

    it('acts on them in bulk, and is told of the others as of what there is not', async () => {
      const ticketIds = [...TICKETS.map((whose) => places[whose].id), 'nobody'];
      const { body } = await who[name].post('/tickets/bulk', { ticketIds, action: 'reopen' });
      const codes = body.data.map(({ code }: { code: string }) => code !== 'not_found');
      expect(codes).toEqual([...TICKETS.map(isSeen), false]);
    });

    it('hears of them at a socket, whatever it asks for', async () => {
      const headers = name === 'token' ? { authorization: `Bearer ${given.token}`, cookie: '' } : {};
      const socket: Listener = await listenAs(new Client(server.url), { headers: { cookie: who[name].cookie, ...headers } });
      const witness = await listenAs(server.admin);
      const all = (key: keyof Place) => TICKETS.map((whose) => places[whose][key]);
      for (const asked of [null, { lists: [{}], tickets: all('id'), chats: all('chatId') }]) {
        if (asked) expect(await socket.watch(asked)).toEqual({ ok: true });
        for (const one of [socket, witness]) one.forget();
        for (const whose of TICKETS) await server.tell(channel, aText(places[whose].phone, 'and another thing'));
        await hasHeard(witness, TICKETS.length);
        await socket.caughtUp();
        const heard = (event: string, key: string) => [...new Set(socket.of(event).map((one) => one[key]))].sort();
        expect(heard('ticket.updated', 'id')).toEqual(ids(seen));
        expect(heard('message.created', 'chatId')).toEqual(seen.map((whose) => places[whose].chatId).sort());
      }
      for (const whose of TICKETS) {
        const told = await socket.socket.timeout(5000).emitWithAck('here', { ticketId: places[whose].id });
        expect([whose, told.ok]).toEqual([whose, isSeen(whose)]);
      }
      for (const one of [socket, witness]) one.socket.disconnect();
    });
  });
});

/** Lets time pass until this socket has heard of so many tickets and messages. */
async function hasHeard({ of }: Listener, count: number): Promise<void> {
  for (let turns = 0; of('ticket.updated').length < count || of('message.created').length < count; turns++) {
    if (turns > 500) throw new Error('too little was heard');
    timers.turn(50);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
