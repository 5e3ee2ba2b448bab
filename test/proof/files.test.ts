import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openTwin, type Twin } from '../../emulator';
import type { Client } from '../http/support/client';
import { databases } from '../support/database';
import { type Desks, desksOn } from './support/desks';
import { figure, sized } from './support/size';
import { until } from './support/until';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
type Wire = any;

const PATIENCE = 60_000;
const MB = 1024 * 1024;
const SIZE = sized(48, 100) * MB;
const MOST_GROWTH = 40 * MB;

describe.each(databases().slice(0, 1))('the memory of a desk, on $name,', ({ create }) => {
  let twin: Twin;
  let desks: Desks;
  let admin: Client;
  let ticketId: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const database = await create();
    remove = database.remove;
    twin = await openTwin({ seed: 'large files' });
    desks = await desksOn(database, {
      env: { GRAPH_API_URL: twin.url, NODE_OPTIONS: `--require ${require.resolve('./support/collect-garbage.js')}` },
    });
    admin = await desks.admin();
    const { id, businessId, token, appSecret, verifyToken } = twin.account('whatsapp');
    const config = { phoneNumberId: id, businessAccountId: businessId, accessToken: token, appSecret, verifyToken };
    const { body } = await admin.post('/channels', { kind: 'whatsapp_cloud', name: 'WhatsApp', config });
    await twin.act('webhook', { account: 'whatsapp', url: `${desks.url()}/webhooks/${body.id}` });
    await admin.put('/me/presence', { presence: 'online' });
    await says({ text: 'Here comes my plan' });
    await until('the ticket is there', async () => (await tickets()).length === 1);
    [{ id: ticketId }] = await tickets();
    await walk(MB);
  });
  afterAll(async () => {
    await desks.end();
    await desks.remove();
    await twin.close();
    await remove();
  });

  const tickets = async () => (await admin.get('/tickets')).body.data;
  const says = (said: object) => twin.act('say', { account: 'whatsapp', customer: 'ana', ...said });
  const received = async (size: number) =>
    (await admin.get(`/tickets/${ticketId}/messages`)).body.data.find(
      ({ direction, content }: Wire) => direction === 'in' && content.bytes === size && content.state === 'ready',
    );
  const resident = async () => Number(/^process_resident_memory_bytes (\d+)/m.exec((await admin.get('//metrics')).body)?.[1]);

  /** A document comes from a customer, is downloaded, uploaded again and sent; answers the hashes of all four ends. */
  async function walk(size: number): Promise<string[]> {
    const bytes = Buffer.alloc(size, `%PDF-1.4 ${size} `);
    await says({ type: 'document', data: bytes.toString('base64'), mime: 'application/pdf', fileName: 'plan.pdf' });
    await until('the document is here', async () => (await received(size)) !== undefined, PATIENCE);
    const down = await hashOf(await call(`/media/${(await received(size)).content.mediaId}`));
    const up = await call('/media?fileName=plan.pdf', { method: 'POST', body: inChunks(bytes), duplex: 'half' } as RequestInit);
    const { id } = (await up.json()) as { id: string };
    const sent = await admin.post(`/tickets/${ticketId}/messages`, { content: { type: 'document', mediaId: id } });
    expect([sent.status, sent.body]).toEqual([201, sent.body]);
    const atTwin = () => [...twin.world.media.values()].filter((medium) => medium.bytes.length === size);
    await until('the network has it', async () => atTwin().length === 2, PATIENCE);
    const [ours = '', theirs = ''] = atTwin().map((medium) => sha256(medium.bytes));
    return [sha256(bytes), down, ours, theirs];
  }

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${desks.url()}/api/v1${path}`, {
      ...init,
      headers: { origin: desks.url(), cookie: admin.cookie, 'content-type': 'application/pdf' },
    });

  it(`grows by less than ${MOST_GROWTH / MB} MB while a document of ${SIZE / MB} MB comes and goes`, async () => {
    const before = await resident();
    let peak = before;
    let done = false;
    const watching = (async () => {
      for (; !done; await pause(25)) peak = Math.max(peak, await resident());
    })();
    const hashes = await walk(SIZE).finally(() => {
      done = true;
    });
    await watching;
    expect(new Set(hashes).size).toBe(1);
    figure(
      `files: a document of ${SIZE / MB} MB in, down, up and out; RSS from ${Math.round(before / MB)} MB to at most ${Math.round(peak / MB)} MB`,
    );
    expect(peak - before).toBeLessThan(MOST_GROWTH);
    expect(desks.errors()).toEqual([]);
  });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function hashOf({ body }: Response): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

function inChunks(bytes: Buffer): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(new Uint8Array(bytes.subarray(at, at + 64 * 1024)));
      at += 64 * 1024;
    },
  });
}
