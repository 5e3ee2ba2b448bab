import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import type { Desk } from '../../src/actions/desk';
import type { Parcel } from '../../src/actions/hearing/intake';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { type Rejects, rejects } from '../../src/http/rejects';
import { webhooks } from '../../src/http/webhooks';
import type { Channel, House } from '../../src/ports/store';
import { handClock, quiet } from '../support/database';

const DAY = 24 * 60 * 60 * 1000;
const SECRET = 'first-app-secret';

const sign = (bytes: string | Buffer, secret = SECRET) => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

/** Seals by turning a text around: enough to see that nobody forgets to open it. */
const turned = (text: string) => [...text].reverse().join('');
const vault = { seal: turned, open: turned, mark: turned };

function aChannel(over: Partial<Channel> & { number?: string; secret?: string; token?: string } = {}): Channel {
  const { number = '1000000', secret = SECRET, token = 'verify', ...rest } = over;
  const config = {
    phoneNumberId: number,
    businessAccountId: '2000000',
    accessToken: vault.seal('token'),
    appSecret: vault.seal(secret),
    verifyToken: token,
  };
  return {
    id: `ch-${number}`,
    kind: 'whatsapp_cloud',
    name: `WhatsApp ${number}`,
    config,
    previousSecret: null,
    overrides: {},
    botId: null,
    teamId: null,
    state: { status: 'new', reason: null, since: 0 },
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null,
    trialSince: null,
    history: null,
    version: 1,
    ...rest,
  };
}

const text = (number: string, id = `wamid.${number}`, body = 'hello') => ({
  id: '2000000',
  changes: [
    {
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '15550001111', phone_number_id: number },
        contacts: [{ profile: { name: 'Cus Tomer' }, wa_id: '15551234567' }],
        messages: [{ from: '15551234567', id, timestamp: '1790000000', type: 'text', text: { body } }],
      },
    },
  ],
});
const post = (...entries: unknown[]) => JSON.stringify({ object: 'whatsapp_business_account', entry: entries });

describe('the webhook door', () => {
  let server: Server;
  let base: string;
  let house: House;
  let elsewhere: House | null;
  let looks: number;
  let submitted: Parcel[];
  let waiting: { bytes: number; events: number };
  let broken: Error | null;
  let refused: Rejects;
  let seen: string[];
  const clock = handClock();

  beforeEach(async () => {
    [elsewhere, looks, submitted, waiting, broken, refused, seen] = [null, 0, [], { bytes: 0, events: 0 }, null, rejects(), []];
    know(aChannel());
    let ids = 0;
    const desk = {
      clock,
      vault,
      log: quiet,
      kinds: new Map([['whatsapp_cloud', whatsappCloud]]),
      newId: () => `request-${++ids}`,
      house: {
        current: () => house,
        keep: () => undefined,
        async refresh() {
          looks += 1;
          house = elsewhere ?? house;
          return house;
        },
      },
    } as unknown as Desk;
    const intake = {
      async submit(parcels: readonly Parcel[]) {
        if (broken) throw broken;
        submitted.push(...parcels);
      },
      waiting: () => waiting,
    };
    const signs = {
      saw: async (channelId: string, names: readonly string[]) => void seen.push(...names.map((name) => `${channelId} ${name}`)),
    };
    const hear = webhooks({ desk, intake, rejects: refused, signs, trusts: (_, hops) => hops < 1 });
    server = createServer((request, response) => void hear(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  function know(...channels: Channel[]) {
    house = {
      version: 1,
      policyVersion: 1,
      settings: DEFAULT_SETTINGS,
      channels,
      stages: [],
      bots: [],
      teams: [],
      rules: [],
      targets: [],
      fields: [],
      awayReasons: [],
    };
  }

  async function tell(bytes: string | Buffer, { to = 'ch-1000000', signature = sign(bytes) as string | null } = {}) {
    const headers: Record<string, string> = signature === null ? {} : { 'x-hub-signature-256': signature };
    const answer = await fetch(`${base}/${to}`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(bytes)) });
    const body = await answer.text();
    return { status: answer.status, headers: answer.headers, body, code: body && JSON.parse(body).code };
  }

  const shake = async (token: string, id = 'ch-1000000') => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' });
    const answer = await fetch(`${base}/${id}?${query}`);
    return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') };
  };
  const heard = () => submitted.map(({ channelId, heard, unrouted = false }) => ({ channelId, unrouted, events: heard.length }));

  it('takes what the app secret has signed', async () => {
    expect(await tell(post(text('1000000')))).toMatchObject({ status: 200, body: '' });
    expect(heard()).toEqual([{ channelId: 'ch-1000000', unrouted: false, events: 1 }]);
  });

  it('sees which field has delivered, at the channel that it delivered to', async () => {
    const unknown = { id: '2000000', changes: [{ field: 'something_new', value: { metadata: { phone_number_id: '1000000' } } }] };
    know(aChannel(), aChannel({ number: '1000001' }));
    await tell(post(text('1000001'), text('1000001', 'wamid.2'), unknown, text('9999999')));
    expect(seen).toEqual(['ch-1000001 field:messages', 'ch-1000001 by:ch-1000000']);
  });

  it('sees that the former secret is still in use', async () => {
    const until = clock.now() + 7 * DAY;
    know(aChannel({ secret: 'second', previousSecret: { sealed: vault.seal(SECRET), until } }));
    const bytes = post(text('1000000'));
    await tell(bytes, { signature: sign(bytes, 'second') });
    expect(seen).toEqual(['ch-1000000 field:messages']);
    await tell(bytes);
    expect(seen.slice(1)).toEqual(['ch-1000000 field:messages', `ch-1000000 former_secret:${until}`]);
  });

  it('sees handshakes, and those that fail', async () => {
    await shake('wrong');
    await shake('verify');
    expect(seen).toEqual(['ch-1000000 handshake_failed', 'ch-1000000 handshake']);
  });

  it('takes escaped bytes as they were signed', async () => {
    const escaped = post(text('1000000', 'wamid.1', 'ol\u00e1 \u{1F44B}'))
      .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replace(/\//g, '\\/');
    expect((await tell(escaped)).status).toBe(200);
    expect(submitted[0]?.heard[0]).toMatchObject({ type: 'message', content: { type: 'text', text: 'ol\u00e1 \u{1F44B}' } });
  });

  it.each([
    ['none', () => null, 'no_signature'],
    ['an empty one', () => '', 'no_signature'],
    ['a short one', () => 'sha256=ab', 'no_signature'],
    ['one by another secret', (bytes: string) => sign(bytes, 'nobody'), 'unknown_secret'],
    ['one of other bytes', () => sign('{}'), 'unknown_secret'],
    ['one without its prefix', (bytes: string) => sign(bytes).slice('sha256='.length), 'no_signature'],
  ])('refuses a POST whose signature is %s, keeps nothing of it, and counts it with why', async (_, signature, rejection) => {
    const bytes = post(text('1000000'));
    expect(await tell(bytes, { signature: signature(bytes) })).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(submitted).toEqual([]);
    expect(refused.of('ch-1000000')).toEqual([{ rejection, count: 1, lastAt: clock.now(), from: expect.stringContaining('127.0.0.1') }]);
    expect(seen).toEqual(rejection === 'unknown_secret' ? ['ch-1000000 bad_signature'] : []);
  });

  it('looks for a new secret before it refuses', async () => {
    elsewhere = { ...house, version: 2, channels: [aChannel({ secret: 'second' })] };
    const bytes = post(text('1000000'));
    expect((await tell(bytes, { signature: sign(bytes, 'second') })).status).toBe(200);
    expect(refused.of('ch-1000000')).toEqual([]);
  });

  it('takes the former secret for as long as it is valid', async () => {
    know(aChannel({ secret: 'second', previousSecret: { sealed: vault.seal(SECRET), until: clock.now() + 7 * DAY } }));
    expect((await tell(post(text('1000000')))).status).toBe(200);
    clock.forward(7 * DAY);
    expect((await tell(post(text('1000000')))).status).toBe(401);
  });

  it('refuses more than 3 MiB, announced or not, and hears on', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024 + 1, ' ');
    expect(await tell(large)).toMatchObject({ status: 413, code: 'too_large' });
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 32; at++) controller.enqueue(new Uint8Array(100 * 1024));
        controller.close();
      },
    });
    const streamed = await fetch(`${base}/ch-1000000`, { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await tell(post(text('1000000')))).status).toBe(200);
    expect(submitted).toHaveLength(1);
  });

  it('takes exactly 3 MiB', async () => {
    const body = post(text('1000000'));
    expect((await tell(body + ' '.repeat(3 * 1024 * 1024 - body.length))).status).toBe(200);
  });

  it('says 400 to what is signed and no JSON, and 401 to what is neither', async () => {
    expect(await tell('{"object":')).toMatchObject({ status: 400, code: 'bad_request' });
    expect(await tell('{"object":', { signature: null })).toMatchObject({ status: 401 });
    expect(submitted).toEqual([]);
  });

  it('brings each event to the channel of its account', async () => {
    know(aChannel(), aChannel({ number: '3000000' }));
    expect((await tell(post(text('3000000'), text('1000000'), text('3000000', 'wamid.other')))).status).toBe(200);
    expect(heard()).toEqual([
      { channelId: 'ch-3000000', unrouted: false, events: 2 },
      { channelId: 'ch-1000000', unrouted: false, events: 1 },
    ]);
  });

  it('keeps an event of an unknown account, and of a channel with another secret, as unrouted', async () => {
    know(aChannel(), aChannel({ number: '3000000', secret: 'foreign' }));
    expect((await tell(post(text('3000000'), text('9999999')))).status).toBe(200);
    expect(heard()).toEqual([{ channelId: 'ch-1000000', unrouted: true, events: 2 }]);
  });

  it('brings an event to a sibling whose former secret signed it', async () => {
    know(
      aChannel(),
      aChannel({ number: '3000000', secret: 'second', previousSecret: { sealed: vault.seal(SECRET), until: clock.now() + DAY } }),
    );
    await tell(post(text('3000000')));
    expect(heard()).toEqual([{ channelId: 'ch-3000000', unrouted: false, events: 1 }]);
  });

  it('serves its siblings at the URL of a deleted channel', async () => {
    know(aChannel({ deletedAt: 1 }), aChannel({ number: '3000000', token: 'other' }));
    expect((await tell(post(text('3000000'), text('1000000')))).status).toBe(200);
    expect(heard()).toEqual([
      { channelId: 'ch-3000000', unrouted: false, events: 1 },
      { channelId: 'ch-1000000', unrouted: true, events: 1 },
    ]);
    expect((await shake('other')).status).toBe(200);
  });

  it('takes a sibling\u2019s new secret at the URL of a deleted channel, also when the old one is over', async () => {
    know(
      aChannel({ deletedAt: 1 }),
      aChannel({ number: '3000000', secret: 'second', previousSecret: { sealed: vault.seal(SECRET), until: clock.now() - DAY } }),
    );
    const bytes = post(text('3000000'));
    expect((await tell(bytes, { signature: sign(bytes, 'second') })).status).toBe(200);
    expect(heard()).toEqual([{ channelId: 'ch-3000000', unrouted: false, events: 1 }]);
  });

  it('does not know a deleted channel without siblings, nor any other id', async () => {
    know(aChannel({ deletedAt: 1 }));
    for (const to of ['ch-1000000', 'nobody', '', 'ch-1000000/more', 'x'.repeat(200)]) {
      expect(await tell(post(text('1000000')), { to })).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it('looks whether another process has connected an unknown channel', async () => {
    elsewhere = { ...house, version: 2, channels: [aChannel(), aChannel({ number: '3000000' })] };
    expect((await tell(post(text('3000000')), { to: 'ch-3000000' })).status).toBe(200);
    expect(looks).toBe(1);
  });

  it('brakes while 32 MiB or 5,000 events wait', async () => {
    for (const full of [
      { bytes: 32 * 1024 * 1024, events: 1 },
      { bytes: 1, events: 5000 },
    ]) {
      waiting = full;
      const answer = await tell(post(text('1000000')));
      expect([answer.status, answer.code, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    }
    waiting = { bytes: 32 * 1024 * 1024 - 1, events: 4999 };
    expect((await tell(post(text('1000000')))).status).toBe(200);
  });

  it('asks to come again when nothing could be committed', async () => {
    broken = new Error('the database is away');
    const answer = await tell(post(text('1000000')));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.body).not.toContain('database');
  });

  it('hears a POST with nothing in it', async () => {
    expect((await tell(post())).status).toBe(200);
    expect(submitted).toEqual([]);
  });

  it('gives the challenge back, bare, for its own token and a sibling\u2019s', async () => {
    know(aChannel(), aChannel({ number: '3000000', token: 'other' }), aChannel({ number: '4000000', token: 'foreign', secret: 'foreign' }));
    expect(await shake('verify')).toEqual({ status: 200, body: '1158201444', type: 'text/plain; charset=utf-8' });
    expect((await shake('other')).status).toBe(200);
    expect((await shake('foreign')).status).toBe(403);
    expect((await shake('')).status).toBe(403);
  });

  it('answers other methods with 404', async () => {
    expect((await fetch(`${base}/ch-1000000`, { method: 'PUT', body: '{}' })).status).toBe(404);
  });

  it('survives a caller who hangs up in the middle', async () => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write('POST /webhooks/ch-1000000 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf');
    await new Promise((resolve) => socket.once('connect', resolve));
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    expect((await tell(post(text('1000000')))).status).toBe(200);
  });
});
