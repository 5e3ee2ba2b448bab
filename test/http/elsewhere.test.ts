import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS } from '../../channels';
import { runKey } from '../../src/timers/errands';
import { databases } from '../support/database';
import { APP_SECRET, type AServer, aServer } from './support/a-server';
import { aChannel } from './support/whatsapp';

const FOLDER = join(__dirname, '../channels');
const recorded = (path: string) => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));
const whatsapp = (name: string) => recorded(`whatsapp-cloud/fixtures/${name}.json`);
const instagram = (name: string) => recorded(`instagram/fixtures/${name}.json`);

/** The same POST with other words in its one message or echo. */
function changed(post: ReturnType<typeof whatsapp>, list: 'messages' | 'message_echoes', over: object) {
  const copy = structuredClone(post);
  const { value } = copy.entry[0].changes[0];
  value[list] = [{ ...value[list][0], ...over }];
  return copy;
}

/** Recorded payloads of what happened on the business's phone or in other apps, through the whole desk. */
describe.each(databases())('what happened elsewhere, by the API, on $name', (on) => {
  let server: AServer;
  let phone: string;
  let insta: string;

  beforeEach(async () => {
    server = await aServer({ on, kinds: CHANNELS });
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    phone = await aChannel(server.admin, { phoneNumberId: '200000000000001', businessAccountId: '100000000000001' });
    const config = { accountId: '17841400000000001', accessToken: 'IGtoken', appSecret: APP_SECRET, login: 'instagram' };
    insta = (await server.admin.post('/channels', { kind: 'instagram', name: 'Shop', config })).body.id;
  });
  afterEach(() => server.close());

  const tell = async (channel: string, ...posts: readonly unknown[]) => {
    for (const post of posts) expect(await server.tell(channel, post)).toBe(200);
  };
  const tickets = async () => (await server.admin.get('/tickets')).body.data;
  const contacts = async () => (await server.admin.get('/contacts')).body.data;
  const chatIds = async () => [
    ...new Set((await contacts()).flatMap(({ chats }: { chats: { chatId: string }[] }) => chats.map(({ chatId }) => chatId))),
  ];
  const messages = async () => {
    const [id] = await chatIds();
    return (await server.admin.get(`/chats/${id}/messages?limit=200`)).body.data;
  };

  it('imports a chunk of history: three messages of one person in their places, and no ticket', async () => {
    await tell(phone, whatsapp('history_chunk'), whatsapp('history_chunk'));
    expect(await tickets()).toEqual([]);
    expect(
      (await messages()).map(({ direction, content, delivery, importedAt }: Record<string, never>) => [
        direction,
        content,
        delivery,
        importedAt,
      ]),
    ).toMatchObject([
      ['in', { text: 'Thanks' }, null, expect.any(String)],
      ['out', { type: 'unsupported', kind: 'media_placeholder' }, { status: 'read' }, expect.any(String)],
      ['out', { text: "Here's the info you requested!" }, { status: 'read' }, expect.any(String)],
    ]);
    const { history } = (await server.admin.get(`/channels/${phone}`)).body;
    expect(history).toMatchObject({ progress: 55, phase: 0, declined: null });
  });

  it('gives the file to a message whose place the history held', async () => {
    const post = whatsapp('history_chunk');
    const { value } = post.entry[0].changes[0];
    const held = value.history[0].threads[0].messages[1];
    delete value.history;
    value.messages = [{ ...held, type: 'image', image: { id: '7', mime_type: 'image/jpeg', sha256: 'x' }, history_context: undefined }];
    await tell(phone, whatsapp('history_chunk'), post);
    expect((await messages()).map(({ content }: { content: { type: string } }) => content.type)).toEqual(['text', 'image', 'text']);
  });

  it('says that there will be no history', async () => {
    await tell(phone, whatsapp('history_declined'));
    expect((await server.admin.get(`/channels/${phone}`)).body.history).toMatchObject({
      progress: null,
      declined: { code: '2593109', detail: 'History sharing is turned off by the business' },
    });
  });

  it('takes three thousand messages in one POST, and what is live goes ahead of them', async () => {
    const post = whatsapp('history_chunk');
    const [chunk] = post.entry[0].changes[0].value.history;
    const threads = Array.from({ length: 30 }, (_, person) => ({
      id: `1555020${String(person).padStart(4, '0')}`,
      messages: Array.from({ length: 100 }, (_, at) => ({
        from: at % 2 ? '15550100001' : `1555020${String(person).padStart(4, '0')}`,
        ...(at % 2 ? { to: `1555020${String(person).padStart(4, '0')}` } : {}),
        id: `wamid.PAST.${person}.${at}`,
        timestamp: String(1_767_139_200 + at),
        type: 'text',
        text: { body: `line ${at}` },
        history_context: { status: 'READ' },
      })),
    }));
    post.entry[0].changes[0].value.history = [{ ...chunk, metadata: { phase: 2, chunk_order: 1, progress: 100 }, threads }];
    const done: string[] = [];
    await Promise.all([
      tell(phone, post).then(() => done.push('history')),
      new Promise((resolve) => setTimeout(resolve, 5)).then(() => tell(phone, whatsapp('message_text'))).then(() => done.push('live')),
    ]);
    expect(done).toEqual(['live', 'history']);
    expect(await tickets()).toHaveLength(1);
    const { counts } = (await server.admin.get(`/channels/${phone}/webhook`)).body;
    expect(counts).toMatchObject({ applied: 3002, failed: 0 });
    expect((await server.admin.get(`/channels/${phone}`)).body.history.progress).toBe(100);
  });

  it('calls people as the phone book of the phone does, whoever came first', async () => {
    await tell(phone, whatsapp('smb_app_state_sync'), whatsapp('message_text_product_enquiry'));
    const [ana] = await contacts();
    expect(ana).toMatchObject({ name: 'Ana Example', phonebookName: 'Ana Example' });
    expect(await contacts()).toHaveLength(1);
    expect((await tickets())[0].contact.name).toBe('Ana Example');
  });

  it('keeps what the business wrote, edited and took back on its phone', async () => {
    const original = { id: whatsapp('smb_message_echoes_edit').entry[0].changes[0].value.message_echoes[0].edit.original_message_id };
    await tell(phone, changed(whatsapp('smb_message_echoes_text'), 'message_echoes', original), whatsapp('smb_message_echoes_edit'));
    expect((await messages())[0]).toMatchObject({
      author: { kind: 'channel_app' },
      content: { text: 'Text was edited' },
      former: [{ content: { text: 'Test message' }, until: expect.any(String) }],
    });
    await tell(phone, whatsapp('smb_message_echoes_delete'));
    const [message] = await messages();
    expect(message).toMatchObject({ content: { kind: 'deleted' }, deletedBy: 'business', editedAt: null });
    expect(message.former).toBeUndefined();
    expect((await tickets())[0].lastMessage.text).toBe('');
  });

  it('shows a customer\u2019s words no more once they were taken back, nowhere: not before them, not again, not in the log', async () => {
    const { original_message_id: id } = whatsapp('message_revoke').entry[0].changes[0].value.messages[0].revoke;
    const said = changed(whatsapp('message_text'), 'messages', { id, text: { body: 'my card is 4242' } });
    const edited = whatsapp('message_edit');
    edited.entry[0].changes[0].value.messages[0].edit.message = { type: 'text', text: { body: 'my card is 4343' } };
    await tell(phone, whatsapp('message_revoke'), said, edited, said);
    expect(await tickets()).toMatchObject([{ status: 'pending', lastMessage: { text: '' } }]);
    const log = (await server.admin.get(`/channels/${phone}/webhook-events`)).body.data;
    expect(log.map(({ kind, raw }: { kind: string; raw: object }) => [kind, 'redacted' in raw])).toEqual([
      ['message', true],
      ['edit', true],
      ['message', true],
      ['deletion', false],
    ]);
    const [event] = log;
    const replayed = await server.admin.post(`/channels/${phone}/webhook-events/${event.id}/replay`);
    const everything = [replayed.body, log, await tickets(), await messages()];
    expect(JSON.stringify(everything)).not.toMatch(/4242|4343/);
    for (const key of await server.store.reads.dueKeys(server.clock.now(), 100)) await runKey(server.desk, key);
    const kept = (await server.store.reads.webhookEvents(phone, null, { limit: 20, cursor: null })).data;
    expect(JSON.stringify(kept)).not.toMatch(/4242|4343/);
  });

  it('keeps an edit that it can\u2019t place until its message comes', async () => {
    const { original_message_id: id } = whatsapp('message_edit').entry[0].changes[0].value.messages[0].edit;
    const picture = changed(whatsapp('message_image'), 'messages', { id });
    await tell(phone, whatsapp('message_edit'));
    expect(await chatIds()).toEqual([]);
    await tell(phone, picture);
    expect((await messages())[0]).toMatchObject({ content: { type: 'image', caption: 'Updated image caption' } });
    expect(await tickets()).toHaveLength(1);
  });

  it('records what a message said before on Instagram and does not show it, and hides what was unsent', async () => {
    const { mid } = instagram('message_edit').entry[0].messaging[0].message_edit;
    const said = instagram('message_text');
    said.entry[0].messaging[0].message = { mid, text: 'Hola' };
    await tell(insta, instagram('message_edit'), said);
    const [edited] = await messages();
    expect(edited).toMatchObject({ content: { text: 'Hola, ¿tienen stock en azul?' }, editedAt: expect.any(String) });
    expect(edited.former).toBeUndefined();
    await tell(insta, instagram('message_deleted_unsend'));
    expect((await messages())[0]).toMatchObject({ content: { kind: 'deleted' }, deletedBy: 'customer' });
    const log = (await server.admin.get(`/channels/${insta}/webhook-events`)).body;
    expect(JSON.stringify(log)).not.toMatch(/Hola/);
  });

  it('tells who holds a conversation, and records what it only overhears', async () => {
    const passed = instagram('messaging_handover_pass_thread_control');
    const { pass_thread_control: words, timestamp, ...rest } = passed.entry[0].messaging[0];
    const taken = structuredClone(passed);
    taken.entry[0].messaging = [
      {
        ...rest,
        timestamp: timestamp - 1000,
        take_thread_control: { ...words, previous_owner_app_id: words.new_owner_app_id, new_owner_app_id: '263902037430900' },
      },
    ];
    const said = instagram('message_text');
    said.entry[0].messaging[0].timestamp = timestamp - 2000;
    await tell(insta, said, taken, instagram('standby_message'));
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      status: 'pending',
      unread: 1,
      heldBy: { appId: '263902037430900', since: new Date(timestamp - 1000).toISOString() },
    });
    await tell(insta, passed, taken);
    expect((await tickets())[0]).toMatchObject({ status: 'pending', heldBy: null });
    const events = (await server.admin.get(`/tickets/${ticket.id}/events`)).body.data;
    expect(events.map(({ cause }: { cause: string }) => cause)).toEqual(['customer_wrote', 'thread_held', 'thread_back']);
    const log = (await server.admin.get(`/channels/${insta}/webhook-events`)).body.data;
    expect(log.map(({ kind, outcome }: Record<string, string>) => `${kind} ${outcome}`)).toEqual([
      'handover ignored',
      'handover applied',
      'standby ignored',
      'handover applied',
      'message applied',
    ]);
  });
});
