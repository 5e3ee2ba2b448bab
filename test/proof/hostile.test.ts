import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { recorded } from '../channels/support/heard';
import { mutated } from '../channels/support/mutate';
import type { Client } from '../http/support/client';
import { databases, type TestDatabase } from '../support/database';
import { atRest } from './support/at-rest';
import { type Desks, desksOn, post, tell } from './support/desks';
import { withDice } from './support/dice';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { truthIn } from './support/truth';
import { instagram, signed, texts, whatsapp } from './support/webhooks';
import { wrongs } from './support/wrongs';

const POSTS = sized(200, 10_000);
const payloads = (channel: string) => recorded(join(__dirname, '..', 'channels', channel, 'fixtures')).map(({ body }) => body);

describe.each(databases())('hostile webhooks on $name', ({ create }) => {
  let database: TestDatabase;
  let desks: Desks;
  let admin: Client;
  let channels: readonly { readonly id: string; readonly bodies: readonly unknown[] }[];
  let whatsappId: string;

  beforeAll(async () => {
    database = await create();
    desks = await desksOn(database, { env: { NODE_OPTIONS: `--require ${require.resolve('./support/collect-garbage.js')}` } });
    admin = await desks.admin();
    whatsappId = await whatsapp(admin);
    channels = [
      { id: whatsappId, bodies: payloads('whatsapp-cloud') },
      { id: await instagram(admin), bodies: payloads('instagram') },
    ];
  });
  afterAll(async () => {
    await desks?.end();
    await Promise.all([desks?.remove(), database?.remove()]);
  });

  const outcomes = async (outcome: string) =>
    (await admin.get(`/channels/${whatsappId}/webhook-events?outcome=${outcome}&limit=200`)).body.data as { readonly id: string }[];
  const resident = async () => Number(/^process_resident_memory_bytes (\d+)/m.exec((await admin.get('//metrics')).body)?.[1]);

  it('keeps one poisoned event among ninety-nine good ones as failed, and applies those', async () => {
    const before = (await outcomes('failed')).length;
    const good = texts(...Array.from({ length: 99 }, (_, n) => ({ from: `1555300${1000 + n}`, id: `wamid.P${n}`, text: 'good' }))) as {
      entry: { changes: unknown[] }[];
    };
    good.entry[0]?.changes.splice(50, 0, {
      field: 'messages',
      value: { metadata: { phone_number_id: '200000000000001' }, messages: [{ type: 'text' }] },
    });
    expect(await tell(desks.url(), whatsappId, good)).toBe(200);
    const { messages } = await truthIn(database.url);
    expect(messages.filter(({ providerMessageId }) => providerMessageId?.startsWith('wamid.P'))).toHaveLength(99);
    expect((await outcomes('failed')).length).toBe(before + 1);
  });

  it('keeps what is odd but possible: NUL, half a character, ids that differ by case or only at their far end', async () => {
    const long = 'wamid.'.padEnd(600, 'x');
    const odd = [
      { id: 'wamid.NUL\u0000a', text: 'zero\u0000byte' },
      { id: 'wamid.half\ud800', text: 'half \ud83d a character' },
      { id: 'wamid.aBc', text: 'one' },
      { id: 'wamid.AbC', text: 'another' },
      { id: `${long}1`, text: 'long' },
      { id: `${long}2`, text: 'as long' },
    ].map((one, n) => ({ from: `1555400100${n}`, ...one }));
    expect(await tell(desks.url(), whatsappId, texts(...odd))).toBe(200);
    expect(await tell(desks.url(), whatsappId, texts(...odd))).toBe(200);
    const said = (await truthIn(database.url)).messages.flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));
    const asKept = odd.map(({ text }) => text.replace('\u0000', '\u2400').toWellFormed());
    expect(asKept.map((text) => said.filter((one) => one === text).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('refuses what is too large, no JSON, or not signed by the app, and stores none of it', async () => {
    const before = await truthIn(database.url);
    const fine = JSON.stringify(texts({ from: '15554002000', id: 'wamid.forged', text: 'let me in' }));
    const right = signed(fine);
    const refused = [
      await post(desks.url(), whatsappId, Buffer.alloc(3.1 * 1024 * 1024, 'x')),
      await post(desks.url(), whatsappId, '{"object":'),
      await post(desks.url(), whatsappId, fine, null),
      await post(desks.url(), whatsappId, fine, ''),
      await post(desks.url(), whatsappId, fine, right.slice(0, -2)),
      await post(desks.url(), whatsappId, fine, right.replace('sha256=', 'sha1=')),
      await post(desks.url(), whatsappId, fine, signed(fine, 'the secret of another app, 012345')),
      await post(desks.url(), whatsappId, `${fine} `, right),
      await post(desks.url(), 'no-such-channel', fine),
    ];
    expect(refused.map(({ status }) => status)).toEqual([413, 400, 401, 401, 401, 401, 401, 401, 404]);
    expect((await truthIn(database.url)).messages).toEqual(before.messages);
    expect((await post(desks.url(), whatsappId, fine)).status).toBe(200);
  });

  it(`answers ${POSTS} mutated payloads without an error of its own, and lives`, () =>
    withDice(async (dice) => {
      const sizes: number[] = [];
      // Before the first half nothing is warm: what is read and compiled at its first use is no leak.
      for (const part of [POSTS / 2, POSTS / 2]) {
        const answers = await hurl(part, dice.below(2 ** 31));
        expect(answers.filter((status) => status !== 200)).toEqual([]);
        sizes.push(await settled(resident));
      }
      expect((await admin.get('//readyz')).status).toBe(200);
      expect(desks.errors()).toEqual([]);
      expect(wrongs(await atRest(database.url))).toEqual([]);
      const [early = 0, late = 0] = sizes.map((bytes) => Math.round(bytes / 1e6));
      figure(
        `hostile, ${database.dialect}: ${POSTS} mutated payloads, all answered 200; RSS ${early} MB after half of them, ${late} MB after all`,
      );
      expect(late).toBeLessThan(early * (database.dialect === 'mysql' ? 1.1 : 1.5));
    }));

  async function hurl(count: number, seed: number): Promise<number[]> {
    const anything = fc.oneof(
      ...channels.flatMap(({ id, bodies }) => bodies.map((body) => mutated(body).map((payload) => ({ id, payload })))),
    );
    const answers: number[] = [];
    await inLanes(fc.sample(anything, { numRuns: count, seed }), async ({ id, payload }) =>
      answers.push(await tell(desks.url(), id, payload)),
    );
    return answers;
  }
});

/** The least of a few looks while nothing happens: what is left when the garbage has gone. SQLite keeps pages in memory beside it. */
async function settled(look: () => Promise<number>): Promise<number> {
  const looks: number[] = [];
  for (let n = 0; n < sized(1, 10); n++) {
    looks.push(await look());
    await pause(sized(0, 500));
  }
  return Math.min(...looks);
}
