import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { handTime, openTwin, type Twin } from '../../emulator';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import type { Desk } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { removalOf } from '../../src/actions/ledger/files';
import { fetchAgain } from '../../src/actions/media/fetch-again';
import { removeFiles } from '../../src/actions/media/remove-files';
import { takeUpload } from '../../src/actions/media/take-upload';
import { tidy } from '../../src/actions/time/tidy';
import { isMedia, type MediaContent } from '../../src/domain/content';
import type { Message } from '../../src/domain/message';
import type { Channel } from '../../src/ports/store';
import { runKey } from '../../src/timers/errands';
import { aListener } from '../emulator/support';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#2266aa' } });

/** A PNG that says that it is this large. */
function claiming(png: Buffer, width: number, height: number): Buffer {
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(width, 16);
  bomb.writeUInt32BE(height, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  return bomb;
}

type Network = 'whatsapp' | 'instagram';

/** A desk whose WhatsApp and Instagram are the twin's, on one clock. */
async function withTwin(house: TestDesk) {
  const time = handTime(house.clock.now());
  const twin = await openTwin({ seed: 'files', time });
  const listener = await aListener();
  for (const account of ['whatsapp', 'instagram']) await twin.act('webhook', { account, url: listener.url });
  const desk: Desk = { ...house.desk, outside: { ...house.desk.outside, graphUrl: twin.url } };
  const channels = { whatsapp: await connected(desk, twin, 'whatsapp'), instagram: await connected(desk, twin, 'instagram') };
  const people = openPeople();
  return {
    twin,
    desk,
    close: () => Promise.all([twin.close(), listener.close()]),
    /** A customer says something with a file, and the desk hears it; nothing is fetched yet. */
    async hears(network: Network, said: object): Promise<Message> {
      await twin.act('say', { account: network, customer: 'ana', type: 'image', ...said });
      await twin.advance(SECOND);
      const body = listener.heard.at(-1)?.body;
      const heard = desk.kinds.get(channels[network].kind)?.hear?.(body) ?? [];
      await receive(
        desk,
        heard.map((one) => ({ channelId: channels[network].id, heard: one })),
        people,
      );
      return newest(house);
    },
    /** Time goes on for both, and what is due is done. */
    async wait(ms: number) {
      house.clock.forward(ms);
      await twin.advance(ms);
      await this.errands();
    },
    async errands() {
      for (;;) {
        const keys = [...house.woken, ...(await desk.store.reads.dueKeys(house.clock.now(), 100))];
        house.woken.clear();
        if (keys.length === 0) return;
        for (const key of new Set(keys)) await runKey(desk, key);
      }
    },
  };
}

function connected(desk: Desk, twin: Twin, account: Network): Promise<Channel> {
  const { id, businessId, token, appSecret } = twin.account(account);
  return connectChannel(desk, {
    kind: account === 'whatsapp' ? 'whatsapp_cloud' : 'instagram',
    name: account,
    config:
      account === 'whatsapp'
        ? { phoneNumberId: id, businessAccountId: businessId, accessToken: token, appSecret }
        : { accountId: id, accessToken: token, appSecret, login: 'instagram' },
  });
}

async function newest(house: TestDesk): Promise<Message> {
  const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 1, cursor: null });
  const message = (await house.messages(data[0]?.ticket.chatId ?? '')).at(-1);
  if (!message) throw new Error('nobody said anything');
  return message;
}

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function contentOf(house: TestDesk, { id }: Message): Promise<MediaContent> {
  const content = (await house.desk.store.reads.message(id))?.content;
  if (!content || !isMedia(content)) throw new Error(`no file but ${content?.type}`);
  return content;
}

async function bytesOf(house: TestDesk, { mediaId }: MediaContent): Promise<Buffer> {
  const hash = (await house.desk.store.reads.media(mediaId))?.hash ?? '';
  return Buffer.concat((await (await house.desk.files.open(hash))?.toArray()) ?? []);
}

describe.each(databases())('a file that a customer sends, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let stage: Awaited<ReturnType<typeof withTwin>>;
  beforeEach(async () => {
    stage = await withTwin(house);
  });
  afterEach(() => stage.close());

  it.each(['whatsapp', 'instagram'] as const)('is on its way from %s when its message is there, and then here', async (network) => {
    const bytes = await picture(800, 600).png().toBuffer();
    const message = await stage.hears(network, { data: base64(bytes) });
    expect(message.content).toMatchObject({ type: 'image', state: 'waiting', bytes: 0 });
    await stage.errands();
    const content = await contentOf(house, message);
    expect(content).toMatchObject({
      type: 'image',
      state: 'ready',
      mime: 'image/png',
      bytes: bytes.length,
      width: 800,
      height: 600,
      preview: true,
    });
    expect(await bytesOf(house, content)).toEqual(bytes);
    expect((await house.desk.store.reads.message(message.id))?.rev).toBeGreaterThan(message.rev);
    expect(house.announced).toContainEqual(expect.objectContaining({ name: 'message.updated', id: message.id }));
  });

  describe('that its sender took back', () => {
    it('is gone with its message, bytes and all', async () => {
      const bytes = await picture(20, 20).png().toBuffer();
      const message = await stage.hears('instagram', { data: base64(bytes) });
      await stage.errands();
      const { mediaId } = await contentOf(house, message);
      await takeBack(message);
      await stage.errands();
      expect(await house.desk.store.reads.media(mediaId)).toMatchObject({
        state: 'gone',
        hash: null,
        preview: null,
        fileName: null,
        source: null,
      });
      expect(await house.desk.files.has(sha256(bytes))).toBe(false);
    });

    it.each(['ig_post', 'story_reply'])('is gone with what was shared as %s', async (type) => {
      const bytes = await picture(20, 20).png().toBuffer();
      const message = await stage.hears('instagram', { type, data: base64(bytes), text: 'Lovely' });
      await stage.errands();
      const { media } = message.content as unknown as { media: MediaContent };
      await takeBack(message);
      await stage.errands();
      expect(await house.desk.store.reads.media(media.mediaId)).toMatchObject({ state: 'gone', hash: null, source: null });
      expect(await house.desk.files.has(sha256(bytes))).toBe(false);
    });

    it('stays for another message that has the same', async () => {
      const bytes = await picture(20, 20).png().toBuffer();
      const one = await stage.hears('instagram', { data: base64(bytes) });
      const other = await stage.hears('instagram', { data: base64(bytes) });
      await stage.errands();
      await takeBack(one);
      await stage.errands();
      expect(await bytesOf(house, await contentOf(house, other))).toEqual(bytes);
    });

    it('is not kept when it comes only then', async () => {
      const message = await stage.hears('instagram', {});
      await takeBack(message);
      await stage.errands();
      expect((await house.desk.store.reads.message(message.id))?.content.type).toBe('unsupported');
    });

    const takeBack = (message: Message) =>
      receive(
        stage.desk,
        [
          {
            channelId: message.channelId,
            heard: {
              type: 'deletion',
              account: null,
              raw: null,
              target: message.providerMessageId ?? '',
              by: 'customer',
              who: { keys: ['x'], address: { display: 'x' } },
              at: null,
            },
          },
        ],
        openPeople(),
      );
  });

  it('that was uploaded and never sent, is forgotten after a day', async () => {
    const { id, hash } = await takeUpload(house.desk, {
      by: house.admin,
      body: Readable.from([Buffer.from('a list')]),
      mime: 'text/plain',
      fileName: 'list.txt',
    });
    house.clock.forward(DAY - MINUTE);
    await tidy(house.desk);
    await house.errands();
    expect(await house.desk.files.has(hash ?? '')).toBe(true);
    house.clock.forward(2 * MINUTE);
    await tidy(house.desk);
    await house.errands();
    expect(await house.desk.store.reads.media(id)).toBeNull();
    expect(await house.desk.files.has(hash ?? '')).toBe(false);
  });

  it('that is sent again while the same bytes are taken away, stays', async () => {
    const upload = (desk = house.desk) =>
      takeUpload(desk, { by: house.admin, body: Readable.from([Buffer.from('a list')]), mime: 'text/plain', fileName: null });
    const { hash } = await upload();
    await house.desk.store.atomically((tx) => tx.removeLoose(house.clock.now() + 1, 10));
    const gate = aGate();
    const files = { ...house.desk.files, remove: (address: string) => gate.pass().then(() => house.desk.files.remove(address)) };
    const errand = {
      id: 'e',
      ...removalOf({ addresses: [hash ?? ''] }),
      dueAt: 0,
      attempts: 0,
      createdAt: 0,
      channelId: null,
      lateAt: null,
    };
    const removing = removeFiles({ ...house.desk, files }, errand);
    await gate.reached;
    const again = upload();
    await Promise.race([again, pause(100)]);
    gate.open();
    await Promise.all([removing, again]);
    expect(await house.desk.files.has(hash ?? '')).toBe(true);
  });
});

/** Who comes to it waits until it is opened. */
function aGate() {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return {
    open,
    reached,
    pass: () => {
      reach();
      return opened;
    },
  };
}

describe.each(databases().slice(0, 1))('a file that a customer sends', ({ create }) => {
  const house = freshDesk(create);
  let stage: Awaited<ReturnType<typeof withTwin>>;
  beforeEach(async () => {
    stage = await withTwin(house);
  });
  afterEach(() => stage.close());

  it('of something shared is the picture of it, and of somebody else’s story for a day only', async () => {
    const shared = async (type: string) => {
      const message = await stage.hears('instagram', { type, data: base64(await picture(30, 20).png().toBuffer()), text: 'Lovely' });
      await stage.errands();
      return message;
    };
    const mediaIn = async ({ id }: Message) => {
      const content = (await house.desk.store.reads.message(id))?.content;
      return content && 'media' in content ? content.media : undefined;
    };
    const [post, answer, mention] = [await shared('ig_post'), await shared('story_reply'), await shared('story_mention')];
    for (const message of [post, answer, mention])
      expect(await mediaIn(message)).toMatchObject({ type: 'image', state: 'ready', mime: 'image/png' });
    await stage.wait(DAY);
    expect(await mediaIn(post)).toMatchObject({ state: 'ready' });
    const ended = await mediaIn(mention);
    expect(ended).toMatchObject({ state: 'gone' });
    expect(await house.desk.store.reads.media(ended?.mediaId ?? '')).toMatchObject({ state: 'gone', hash: null, source: null });
  });

  it('comes by a new link when the one that came with it is dead after five minutes', async () => {
    const message = await stage.hears('whatsapp', {});
    await stage.wait(6 * MINUTE);
    expect(await contentOf(house, message)).toMatchObject({ state: 'ready' });
  });

  it('has a name that reads as no other and leads into no folder', async () => {
    const message = await stage.hears('whatsapp', {
      type: 'document',
      data: base64(Buffer.from('MZ a bill')),
      fileName: '../bill\u202efdp.exe',
    });
    expect(await contentOf(house, message)).toMatchObject({ fileName: 'billfdp.exe' });
    expect(await house.desk.store.reads.media((message.content as MediaContent).mediaId)).toMatchObject({ fileName: 'billfdp.exe' });
  });

  it('is turned as the camera was held, and its small picture tells nothing of the camera', async () => {
    const bytes = await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const message = await stage.hears('whatsapp', { data: base64(bytes), mime: 'image/jpeg' });
    await stage.errands();
    const content = await contentOf(house, message);
    expect(content).toMatchObject({ width: 40, height: 60 });
    const preview = (await house.desk.store.reads.media(content.mediaId))?.preview ?? '';
    const small = await sharp(Buffer.concat((await (await house.desk.files.open(preview))?.toArray()) ?? [])).metadata();
    expect(small).toMatchObject({ format: 'webp', width: 40, height: 60 });
    expect(small.exif).toBeUndefined();
  });

  it('holds up no message of its chat', async () => {
    const message = await stage.hears('whatsapp', { link: 'gone' });
    await stage.errands();
    await stage.hears('whatsapp', { type: 'text', text: 'Did you get it?' });
    expect((await house.messages(message.chatId)).map(({ content }) => content.type)).toEqual(['image', 'text']);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Network, object, object]>([
    ['an HTML page called .jpg',       'whatsapp',  { data: base64('<!DOCTYPE html><script>alert(1)</script>'), mime: 'image/jpeg', fileName: 'cat.jpg' },  { type: 'document', mime: 'text/html' }],
    ['speech in the frame of a video', 'instagram', { type: 'voice', data: base64('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), mime: 'audio/mp4' }, { type: 'audio', mime: 'audio/mp4' }],
  ])('%s is kept as what it is', async (_, network, said, content) => {
    const message = await stage.hears(network, said);
    await stage.errands();
    const kept = await contentOf(house, message);
    expect(kept).toMatchObject({ state: 'ready', ...content });
    expect(kept.preview).toBeUndefined();
    expect((await house.desk.store.reads.ticket(message.ticketId ?? '', null))?.ticket.lastMessage?.type).toBe(kept.type);
  });

  it('is never opened when it claims more pixels than anybody needs', async () => {
    const bomb = claiming(await picture(1, 1).png().toBuffer(), 60_000, 50_000);
    const message = await stage.hears('whatsapp', { data: base64(bomb) });
    await stage.errands();
    expect(await contentOf(house, message)).toMatchObject({
      type: 'document',
      state: 'ready',
      width: 60_000,
      height: 50_000,
      problem: 'too_many_pixels',
    });
  });

  describe('that does not come', () => {
    it('is tried again for as long as the network keeps it, and says so in the end', async () => {
      const message = await stage.hears('whatsapp', { link: 'wrong' });
      await stage.errands();
      expect(await contentOf(house, message)).toMatchObject({ state: 'waiting' });
      await stage.wait(HOUR);
      expect(await contentOf(house, message)).toMatchObject({ state: 'waiting' });
      await stage.wait(7 * DAY);
      expect(await contentOf(house, message)).toMatchObject({ state: 'failed', problem: 'damaged' });
    });

    // biome-ignore format: a table is read in columns
    it.each<[string, Network, object, string]>([
      ['whose link answers 404',                'instagram', { link: 'gone' }, 'gone'],
      ['whose link leads to this very machine', 'instagram', { link: 'away' }, 'refused'],
      ['that leads away by its new link too',   'whatsapp',  { link: 'away' }, 'refused'],
    ])('%s, is given up at once', async (_, network, said, problem) => {
      const message = await stage.hears(network, said);
      await stage.errands();
      expect(await contentOf(house, message)).toMatchObject({ type: 'image', state: 'failed', problem });
    });

    it('that is too large, is given up while it comes', async () => {
      const message = await stage.hears('whatsapp', {
        type: 'document',
        data: base64(Buffer.alloc(1024 * 1024 + 1, 'x')),
        mime: 'text/plain',
      });
      await stage.errands();
      expect(await contentOf(house, message)).toMatchObject({ state: 'failed', problem: 'too_large' });
    });

    it('for want of a token, comes when the channel has a new one', async () => {
      const message = await stage.hears('whatsapp', {});
      await stage.twin.act('account', { id: stage.twin.account('whatsapp').id, trouble: 'token_expired' });
      await stage.wait(10 * MINUTE);
      expect(await contentOf(house, message)).toMatchObject({ state: 'waiting' });
      await stage.twin.act('account', { id: stage.twin.account('whatsapp').id, trouble: null });
      await stage.wait(HOUR);
      expect(await contentOf(house, message)).toMatchObject({ state: 'ready' });
    });

    it('can be tried again by a person', async () => {
      const message = await stage.hears('instagram', { link: 'gone' });
      await stage.errands();
      const { mediaId } = await contentOf(house, message);
      for (const [id, medium] of stage.twin.world.media) stage.twin.world.media.set(id, { ...medium, trouble: undefined });
      await fetchAgain(stage.desk, { id: mediaId, chatId: message.chatId });
      expect(await contentOf(house, message)).toMatchObject({ state: 'waiting' });
      await stage.errands();
      expect(await contentOf(house, message)).toMatchObject({ state: 'ready' });
    });

    it('from this very machine, is never asked for there', async () => {
      const url = 'http://127.0.0.1:1/a';
      await house.hear({
        type: 'message',
        account: null,
        raw: null,
        id: 'wamid.LINK',
        from: { keys: ['pn:15550001'], address: { phone: '15550001', display: '15550001' } },
        at: null,
        content: { type: 'image', source: { id: null, url, sha256: null }, mime: 'image/png' },
      });
      await house.errands();
      const { mediaId } = await contentOf(house, await newest(house));
      house.clock.forward(8 * DAY);
      await house.errands();
      expect(await house.desk.store.reads.media(mediaId)).toMatchObject({ state: 'failed', problem: { code: 'unreachable' } });
    });
  });
});
