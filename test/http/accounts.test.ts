import { TOTP } from 'otpauth';
import { openSetup } from '../../src/actions/agents/set-up';
import type { Letter, Mail, Posting } from '../../src/ports/mail';
import { runKey } from '../../src/timers/errands';
import { databases } from '../support/database';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { Client } from './support/client';
import { listenAs } from './support/listener';

const HOUR = 60 * 60_000;
const NEW = 'Another-horse-9';

/** A mail server that ends as the test says, and keeps what it took. */
function aPost() {
  const letters: Letter[] = [];
  const ends: Posting[] = [];
  const mail: Mail = {
    send: async (letter) => {
      const end = ends.shift() ?? { end: 'sent' as const };
      if (end.end === 'sent') letters.push(letter);
      return end;
    },
    check: async () => null,
  };
  return { letters, ends, mail };
}

async function errands({ desk, store, clock }: AServer): Promise<void> {
  for (let keys = await store.reads.dueKeys(clock.now(), 100); keys.length > 0; keys = await store.reads.dueKeys(clock.now(), 100))
    for (const key of keys) await runKey(desk, key);
}

const tokenOf = (url: string): string => url.split('#')[1] ?? '';
const linkIn = (letter: Letter | undefined): string => tokenOf(/https?:\S+/.exec(letter?.text ?? '')?.[0] ?? '');
const codeNow = (secret: string, timestamp: number): string => new TOTP({ secret }).generate({ timestamp });

function aSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

describe('accounts', () => {
  let server: AServer;
  const post = aPost();
  beforeEach(async () => {
    post.letters.length = 0;
    post.ends.length = 0;
  });
  afterEach(() => server.close());

  const redeem = (token: string, over: object = {}, client = new Client(server.url)) =>
    client.post('/invites/redeem', { token, password: NEW, ...over }).then((told) => {
      client.keep(told);
      return { ...told, client };
    });
  const invite = (over: object = {}) => server.admin.post('/invites', { name: 'Ana', email: 'ana@example.com', role: 'agent', ...over });

  describe('without a mail server', () => {
    beforeEach(async () => {
      server = await aServer();
    });

    it('shows an invitation once to the admin, and lets who has it choose a password and a name', async () => {
      const { status, body } = await invite({ capacity: 3 });
      expect([status, body.sent, body.expiresAt]).toEqual([201, false, new Date(server.clock.now() + 72 * HOUR).toISOString()]);
      expect(body.url).toMatch(new RegExp(`^${server.url}/invite#[\\w-]{43}$`));
      expect(body.agent).toMatchObject({
        capacity: 3,
        hasPassword: false,
        twoFactor: false,
        invited: { expiresAt: body.expiresAt, mail: null },
      });
      const token = tokenOf(body.url);
      expect((await server.stranger.post('/invites/look', { token })).body).toEqual({
        name: 'Ana',
        email: 'ana@example.com',
        kind: 'invite',
        code: false,
      });
      const { status: redeemed, client } = await redeem(token, { name: 'Ana Maria' });
      expect([redeemed, (await client.get('/me')).body.name]).toEqual([200, 'Ana Maria']);
      expect((await server.admin.get(`/agents/${body.agent.id}`)).body).toMatchObject({ hasPassword: true, invited: null });
      expect((await client.logIn('ana@example.com', NEW)).status).toBe(201);
    });

    it('takes no link after its three days, none that a newer one replaced, and none of an agent who was removed', async () => {
      const first = (await invite()).body;
      const second = (await server.admin.post(`/agents/${first.agent.id}/invite`)).body;
      expect((await redeem(tokenOf(first.url))).body.code).toBe('gone');
      server.clock.forward(72 * HOUR);
      expect((await redeem(tokenOf(second.url))).body.code).toBe('gone');
      await server.admin.logIn('admin@example.com', PASSWORD);
      const third = (await server.admin.post(`/agents/${first.agent.id}/invite`)).body;
      await server.admin.delete(`/agents/${first.agent.id}`);
      expect((await redeem(tokenOf(third.url))).body.code).toBe('gone');
      expect((await redeem('nonsense')).body.code).toBe('gone');
    });

    it('keeps the link out of what it keeps for repeated calls', async () => {
      const asked = { name: 'Ana', email: 'ana@example.com', role: 'agent' };
      const key = { 'idempotency-key': 'one' };
      const [first, again] = [await server.admin.post('/invites', asked, key), await server.admin.post('/invites', asked, key)];
      expect([again.status, again.body.agent.id, again.body.url]).toEqual([201, first.body.agent.id, undefined]);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect((await redeem(tokenOf(first.body.url))).status).toBe(200);
    });

    it('lets an admin make a link for a forgotten password, which ends every other session of theirs', async () => {
      const ana = await server.agent('Ana');
      expect((await server.admin.post(`/agents/${ana.id}/invite`)).body.code).toBe('in_use');
      const { body } = await server.admin.post(`/agents/${ana.id}/reset-link`);
      expect(body).toMatchObject({ sent: false, expiresAt: new Date(server.clock.now() + 24 * HOUR).toISOString() });
      const { client } = await redeem(tokenOf(body.url));
      expect([(await ana.get('/me')).status, (await client.get('/me')).body.id]).toEqual([401, ana.id]);
      expect((await server.stranger.post('/session', { email: 'ana@example.com', password: PASSWORD })).status).toBe(401);
      expect((await (await invite({ email: 'bo@example.com' })).body).agent.hasPassword).toBe(false);
    });

    it('voids what is on its way when the password, the role or the e-mail changes', async () => {
      const ana = await server.agent('Ana');
      for (const change of [{ password: NEW }, { role: 'admin' }, { email: 'anna@example.com' }]) {
        const { body } = await server.admin.post(`/agents/${ana.id}/reset-link`);
        await server.admin.patch(`/agents/${ana.id}`, change);
        expect((await redeem(tokenOf(body.url))).body.code).toBe('gone');
      }
    });

    it('says that nobody is mailed, and answers who forgot a password all the same', async () => {
      expect((await server.stranger.get('/session/ways')).body).toEqual({ resetByMail: false });
      expect((await server.stranger.post('/session/reset', { email: 'admin@example.com' })).status).toBe(202);
    });
  });

  describe('with a mail server', () => {
    beforeEach(async () => {
      server = await aServer({ mail: post.mail });
    });

    it('mails an invitation, and shows nobody the link', async () => {
      const { body } = await invite();
      expect([body.sent, body.url, body.agent.invited.mail]).toEqual([true, undefined, 'waiting']);
      await errands(server);
      const [letter] = post.letters;
      expect(letter).toMatchObject({ to: { name: 'Ana', address: 'ana@example.com' }, subject: expect.stringContaining('127.0.0.1') });
      expect(letter?.text).toContain('Admin has invited you');
      expect((await server.admin.get(`/agents/${body.agent.id}`)).body.invited.mail).toBe('sent');
      expect((await redeem(linkIn(letter))).status).toBe(200);
    });

    it('shows the link though there is a mail server, where that is asked for', async () => {
      expect((await invite({ mail: false })).body).toMatchObject({ sent: false, url: expect.stringContaining('/invite#') });
    });

    it('tries again what was not taken, and shows on the invitation that it was given up', async () => {
      const { agent } = (await invite()).body;
      const mailOf = async () => (await server.admin.get(`/agents/${agent.id}`)).body.invited.mail;
      post.ends.push({ end: 'later', why: 'ECONNECTION' });
      await errands(server);
      expect([post.letters.length, await mailOf()]).toEqual([0, 'waiting']);
      server.clock.forward(30_000);
      post.ends.push({ end: 'never', why: 'EENVELOPE 550' });
      await errands(server);
      expect([post.letters.length, await mailOf()]).toEqual([0, 'failed']);
      expect(await server.store.reads.nextDue()).toBeNull();
    });

    it('gives a mail up after some hours', async () => {
      const { agent } = (await invite()).body;
      post.ends.push(...Array.from({ length: 12 }, () => ({ end: 'later' as const, why: 'ETIMEDOUT' })));
      for (let tries = 0; tries < 12; tries++) {
        await errands(server);
        server.clock.forward(HOUR);
      }
      expect((await server.admin.get(`/agents/${agent.id}`)).body.invited.mail).toBe('failed');
    });

    it('mails a link to who forgot a password, and says the same of an account that is not there', async () => {
      const ana = await server.agent('Ana');
      expect((await server.stranger.get('/session/ways')).body).toEqual({ resetByMail: true });
      const told = await Promise.all(
        ['ana', 'nobody'].map((name) => server.stranger.post('/session/reset', { email: `${name}@example.com` })),
      );
      expect(told.map(({ status, body }) => [status, body])).toEqual(Array(2).fill([202, '']));
      await errands(server);
      expect(post.letters.map(({ to, subject }) => [to.address, subject])).toEqual([
        ['ana@example.com', `A new password for ${new URL(server.url).host}`],
      ]);
      const { client } = await redeem(linkIn(post.letters[0]));
      expect([(await client.get('/me')).body.id, (await ana.get('/me')).status]).toEqual([ana.id, 401]);
    });

    it('does as much for an account that is there as for one that is not', async () => {
      await server.agent('Ana');
      const work = async (email: string) => {
        const spies = [jest.spyOn(server.desk.store, 'atomically'), jest.spyOn(server.desk.store.reads, 'agentByEmail')];
        await server.stranger.post('/session/reset', { email });
        const counts = spies.map((spy) => spy.mock.calls.length);
        for (const spy of spies) spy.mockRestore();
        return counts;
      };
      expect([await work('ana@example.com'), await work('nobody@example.com')]).toEqual([
        [1, 0],
        [1, 0],
      ]);
    });

    it('leads a mail to its own address, whatever the caller says that it is', async () => {
      await server.close();
      server = await aServer({ mail: post.mail, config: { trustProxy: 1 } });
      await server.agent('Ana');
      const asked = { email: 'ana@example.com' };
      const elsewhere = { 'x-forwarded-host': '10.1.2.3', origin: 'http://10.1.2.3' };
      expect((await server.stranger.post('/session/reset', asked, elsewhere)).status).toBe(202);
      await errands(server);
      expect(post.letters[0]?.text).toContain(`${server.url}/invite#`);
    });

    it('believes no machine about where it is', async () => {
      await server.close();
      server = await aServer({ mail: post.mail, config: { trustProxy: 1 } });
      const { token } = (await server.admin.post('/tokens', { name: 'Hiring', role: 'admin', scopes: ['agents:write'] })).body;
      const asked = { name: 'Ana', email: 'ana@example.com', role: 'agent', mail: false };
      const machine = { authorization: `Bearer ${token}`, origin: null, cookie: null, 'x-forwarded-host': '10.1.2.3' };
      expect((await server.stranger.post('/invites', asked, machine)).body.url).toMatch(new RegExp(`^${server.url}/invite#`));
    });

    it('mails an account five links at most in a quarter of an hour, and answers an address ten times', async () => {
      await server.agent('Ana');
      const ask = (email: string) => server.stranger.post('/session/reset', { email });
      for (let times = 0; times < 7; times++) {
        expect((await ask('ana@example.com')).status).toBe(202);
        await errands(server);
      }
      expect(post.letters).toHaveLength(5);
      for (let times = 0; times < 3; times++) await ask(`nobody${times}@example.com`);
      const { status, headers } = await ask('one.more@example.com');
      expect([status, headers.get('retry-after')]).toEqual([429, '900']);
    });

    it('writes in the language of the desk', async () => {
      await server.admin.patch('/settings', { locale: { language: 'pt-BR', timeZone: 'America/Sao_Paulo' } });
      await invite();
      await errands(server);
      expect(post.letters[0]?.text).toContain('25 de novembro de 2026 às 06:00 (America/Sao_Paulo)');
    });
  });

  describe('a password of one\u2019s own', () => {
    beforeEach(async () => {
      server = await aServer();
    });

    it('is changed by who knows the present one: other sessions and their sockets end, this one stays', async () => {
      const ana = await server.agent('Ana');
      const elsewhere = new Client(server.url, ana.id);
      await elsewhere.logIn('ana@example.com', PASSWORD);
      const socket = await listenAs(elsewhere);
      const wrong = await ana.put('/me/password', { current: 'something', next: NEW });
      expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'current']);
      expect((await ana.put('/me/password', { current: PASSWORD, next: NEW })).status).toBe(204);
      await socket.closed;
      expect([(await ana.get('/me')).status, (await elsewhere.get('/me')).status]).toEqual([200, 401]);
      expect((await elsewhere.logIn('ana@example.com', NEW)).status).toBe(201);
    });

    it('is not found by trying it from a stolen session', async () => {
      const ana = await server.agent('Ana');
      for (let times = 0; times < 10; times++) await ana.put('/me/password', { current: `guess ${times}`, next: NEW });
      expect((await ana.put('/me/password', { current: PASSWORD, next: NEW })).status).toBe(429);
    });

    it('or role that an admin changes of themselves leaves them logged in', async () => {
      const { id } = server.admin;
      const elsewhere = new Client(server.url, id);
      await elsewhere.logIn('admin@example.com', PASSWORD);
      await server.agent('Ana').then((ana) => server.admin.patch(`/agents/${ana.id}`, { role: 'admin' }));
      expect((await server.admin.patch(`/agents/${id}`, { role: 'agent' })).status).toBe(200);
      expect([(await server.admin.get('/me')).body.role, (await elsewhere.get('/me')).status]).toEqual(['agent', 401]);
    });
  });

  describe('a second step', () => {
    let ana: Client;
    let secret: string;
    let codes: string[];
    const code = () => codeNow(secret, server.clock.now());
    const logIn = (over: object = {}) => server.stranger.post('/session', { email: 'ana@example.com', password: PASSWORD, ...over });

    beforeEach(async () => {
      server = await aServer();
      ana = await server.agent('Ana');
      const begun = await ana.post('/me/totp');
      secret = begun.body.secret;
      expect(begun.body.uri).toContain(`secret=${secret}`);
      codes = (await ana.post('/me/totp/confirm', { code: code() })).body.recoveryCodes;
      server.clock.forward(30_000);
    });

    it('is asked for once a first code has confirmed it', async () => {
      expect(codes).toHaveLength(10);
      expect((await ana.get('/me/totp')).body).toMatchObject({ on: true, recoveryCodesLeft: 10 });
      expect((await server.admin.get(`/agents/${ana.id}`)).body.twoFactor).toBe(true);
      const bo = await server.agent('Bo');
      await bo.post('/me/totp');
      expect((await bo.post('/me/totp/confirm', { code: '000000' })).body.errors[0].path).toBe('code');
      expect((await server.stranger.post('/session', { email: 'bo@example.com', password: PASSWORD })).status).toBe(201);
    });

    it('comes after the right password only', async () => {
      expect([(await logIn()).status, (await logIn()).body.code]).toEqual([401, 'code_required']);
      expect((await logIn({ password: 'wrong' })).body.code).toBe('unauthenticated');
      expect((await logIn({ password: 'wrong', code: code() })).body.code).toBe('unauthenticated');
      expect((await logIn({ code: code() })).status).toBe(201);
    });

    it('counts wrong codes as failed log-ins', async () => {
      for (let times = 0; times < 10; times++) expect((await logIn({ code: 'wrong' })).body.code).toBe('code_wrong');
      expect((await logIn({ code: code() })).status).toBe(429);
    });

    it('takes each recovery code once, however it is typed', async () => {
      const [first = ''] = codes;
      expect((await logIn({ code: first.toUpperCase().replaceAll('-', ' ') })).status).toBe(201);
      expect((await logIn({ code: first })).body.code).toBe('code_wrong');
      expect((await ana.get('/me/totp')).body.recoveryCodesLeft).toBe(9);
      const fresh = (await ana.post('/me/totp/recovery-codes', { code: code() })).body.recoveryCodes;
      expect((await logIn({ code: codes[1] })).body.code).toBe('code_wrong');
      expect((await logIn({ code: fresh[0] })).status).toBe(201);
    });

    it('is set up once, and switched off with the password or a code', async () => {
      expect((await ana.post('/me/totp')).body.code).toBe('already_exists');
      expect((await ana.delete('/me/totp')).status).toBe(422);
      expect((await ana.ask('DELETE', '/me/totp', { password: 'wrong' })).body.errors[0].path).toBe('password');
      expect((await ana.ask('DELETE', '/me/totp', { code: codes[0] })).status).toBe(204);
      expect((await logIn()).status).toBe(201);
    });

    it('is switched off by an admin for a colleague, and by nobody for themselves', async () => {
      expect((await server.admin.delete(`/agents/${server.admin.id}/totp`)).body.code).toBe('forbidden');
      expect((await server.admin.delete(`/agents/${ana.id}/totp`)).status).toBe(204);
      expect((await logIn()).status).toBe(201);
    });

    it('is asked for by a link to a new password too, which stays until it is right', async () => {
      const token = tokenOf((await server.admin.post(`/agents/${ana.id}/reset-link`)).body.url);
      expect((await server.stranger.post('/invites/look', { token })).body.code).toBe(true);
      expect((await redeem(token)).body.code).toBe('code_required');
      expect((await redeem(token, { code: 'wrong' })).body.code).toBe('code_wrong');
      expect((await redeem(token, { code: code() })).status).toBe(200);
    });
  });

  describe('sessions', () => {
    beforeEach(async () => {
      server = await aServer();
    });

    it('tell where somebody is logged in, and are ended one by one or all at once, with their sockets', async () => {
      const ana = await server.agent('Ana');
      const [phone, laptop] = [new Client(server.url, ana.id), new Client(server.url, ana.id)];
      phone.keep(
        await phone.post('/session', { email: 'ana@example.com', password: PASSWORD }, { 'user-agent': `Phone ${'x'.repeat(300)}` }),
      );
      await laptop.logIn('ana@example.com', PASSWORD);
      const { data } = (await ana.get('/me/sessions')).body;
      const onPhone = data.find(({ browser }: { browser: string }) => browser?.startsWith('Phone'));
      expect([data.length, data.filter(({ current }: { current: boolean }) => current).length]).toEqual([3, 1]);
      expect(onPhone).toMatchObject({ current: false, address: '127.0.0.1' });
      expect(onPhone.browser).toHaveLength(256);

      const socket = await listenAs(phone);
      expect((await ana.delete(`/me/sessions/${onPhone.id}`)).status).toBe(204);
      await socket.closed;
      expect([(await phone.get('/me')).status, (await laptop.get('/me')).status]).toEqual([401, 200]);
      expect((await ana.delete('/me/sessions')).status).toBe(204);
      expect([(await laptop.get('/me')).status, (await ana.get('/me')).status]).toEqual([401, 200]);
    });

    it('of somebody else are nobody\u2019s to end', async () => {
      const ana = await server.agent('Ana');
      const [session] = (await ana.get('/me/sessions')).body.data;
      expect((await server.admin.delete(`/me/sessions/${session.id}`)).status).toBe(404);
      expect((await ana.get('/me')).status).toBe(200);
    });

    it('are written down as seen every five minutes at most', async () => {
      const seen = async () => (await server.admin.get('/me/sessions')).body.data[0].seenAt;
      const first = await seen();
      server.clock.forward(5 * 60_000 - 1);
      expect(await seen()).toBe(first);
      server.clock.forward(1);
      expect(await seen()).toBe(new Date(server.clock.now()).toISOString());
    });
  });
});

describe.each(databases())('at once, on $name,', (on) => {
  let server: AServer;
  beforeAll(async () => {
    server = await aServer({ on, admin: false });
  });
  afterAll(() => server.close());

  it('two who open the set-up link make one admin', async () => {
    const token = await openSetup(server.desk);
    const told = await Promise.all(
      ['ada', 'eve'].map((name) => server.stranger.post('/setup', { token, name, email: `${name}@example.com`, password: PASSWORD })),
    );
    expect(told.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await server.store.reads.countAdmins()).toBe(1);
    for (const one of told) server.admin.keep(one);
  });

  it('two who open the links of two starts make one admin', async () => {
    const fresh = await aServer({ on, admin: false });
    const { passwords } = fresh.desk;
    const { hash } = passwords;
    const [ada, eve, go] = [aSignal(), aSignal(), aSignal()];
    const atOnce = async (password: string) => {
      (password === PASSWORD ? ada : eve).give();
      await go.given;
      return hash(password);
    };
    Object.assign(passwords, { hash: atOnce });
    const make = (token: string | null, name: string, password: string) =>
      fresh.stranger.post('/setup', { token, name, email: `${name}@example.com`, password });
    const first = make(await openSetup(fresh.desk), 'ada', PASSWORD);
    await ada.given;
    const second = make(await openSetup(fresh.desk), 'eve', NEW);
    await eve.given;
    go.give();
    expect((await Promise.all([first, second])).map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await fresh.store.reads.countAdmins()).toBe(1);
    await fresh.close();
  });

  it('three who have one link redeem it once', async () => {
    const { body } = await server.admin.post('/invites', { name: 'Ana', email: 'ana@example.com', role: 'agent' });
    const redeem = () => server.stranger.post('/invites/redeem', { token: tokenOf(body.url), password: PASSWORD });
    const told = await Promise.all([redeem(), redeem(), redeem()]);
    expect(told.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('a log-in that a new password overtakes is none', async () => {
    const ivy = await server.agent('Ivy');
    const { passwords } = server.desk;
    const { verify } = passwords;
    const overtaken = async (hash: string, password: string) => {
      const right = await verify(hash, password);
      await server.admin.patch(`/agents/${ivy.id}`, { password: NEW });
      return right;
    };
    Object.assign(passwords, { verify: overtaken });
    const told = await server.stranger.post('/session', { email: 'ivy@example.com', password: PASSWORD });
    Object.assign(passwords, { verify });
    expect([told.status, told.body.code]).toEqual([401, 'unauthenticated']);
    expect(await server.store.reads.sessionsOf(ivy.id, server.clock.now())).toEqual([]);
    expect((await ivy.logIn('ivy@example.com', NEW)).status).toBe(201);
  });

  it('three log-ins with one code are one', async () => {
    const bo = await server.agent('Bo');
    const { secret } = (await bo.post('/me/totp')).body;
    const logIn = () =>
      server.stranger.post('/session', { email: 'bo@example.com', password: PASSWORD, code: codeNow(secret, server.clock.now()) });
    await bo.post('/me/totp/confirm', { code: codeNow(secret, server.clock.now()) });
    expect((await logIn()).body.code).toBe('code_wrong');
    server.clock.forward(30_000);
    const told = await Promise.all([logIn(), logIn(), logIn()]);
    expect(told.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    server.clock.forward(-30_000);
    expect((await logIn()).body.code).toBe('code_wrong');
  });
});
