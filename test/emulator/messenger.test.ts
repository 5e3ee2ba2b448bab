import { aStage, DAY, post, type Stage, type Wire } from './support';

const PAGE = '310000000000001';
const ANA = '7100000000000001';
const TOKEN = 'EAAtwinMessenger';

describe('a Page of the twin', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await aStage();
    await stage.twin.act('webhook', { account: 'messenger', url: stage.listener.url, verifyToken: 'twin-verify-whatsapp' });
    await stage.twin.act('say', { account: 'messenger', customer: 'ana', text: 'Hello' });
    await stage.twin.advance(1);
    stage.listener.heard.length = 0;
  });
  afterEach(() => stage.close());

  const send = (message: object, more: object = {}) => post(stage.twin, PAGE, { recipient: { id: ANA }, message, ...more }, TOKEN);
  const told = async (): Promise<Wire[]> => {
    await stage.twin.advance(10_000);
    return stage.listener.heard.map(({ body }) => body.entry[0]);
  };
  const refusal = ({ status, body }: Wire) => `${status} ${body.error.code}/${body.error.error_subcode ?? ''}`;

  it('echoes what it was sent, with what that carried, and marks how far it came', async () => {
    const { body } = await send({ text: 'Good morning', metadata: 'ours' });
    expect(body).toMatchObject({ recipient_id: ANA, message_id: expect.stringMatching(/^m_/) });
    const [echo, delivery, read] = (await told()).map(({ messaging }) => messaging[0]);
    expect(echo).toMatchObject({
      sender: { id: PAGE },
      recipient: { id: ANA },
      message: { is_echo: true, metadata: 'ours', mid: body.message_id },
    });
    expect(typeof echo.message.app_id).toBe('number');
    expect(delivery).toMatchObject({ sender: { id: ANA }, delivery: { watermark: expect.any(Number) } });
    expect(read.read).toEqual({ watermark: expect.any(Number) });
  });

  it('says which messages came only now and then', async () => {
    for (let sent = 0; sent < 12; sent++) await send({ text: `${sent}` });
    const named = (await told()).flatMap(({ messaging }) => (messaging[0].delivery ? [messaging[0].delivery.mids?.length ?? 0] : []));
    expect(new Set(named)).toEqual(new Set([0, 1]));
  });

  it('tells a sticker twice, a place with its coordinates, and a link with what it made of it', async () => {
    for (const input of [{ type: 'sticker' }, { type: 'location', name: 'Home' }, { type: 'link', text: 'https://example.com/p/1' }])
      await stage.twin.act('say', { account: 'messenger', customer: 'ana', ...input });
    const said = (await told()).map(({ messaging }) => messaging[0].message);
    expect(said.map(({ attachments }) => attachments.map(({ type }: Wire) => type))).toEqual([
      ['image', 'sticker'],
      ['location'],
      ['fallback'],
    ]);
    expect(new Set(said[0].attachments.map(({ payload }: Wire) => payload.sticker_id)).size).toBe(1);
    expect(said[1].attachments[0]).toMatchObject({ title: 'Home', payload: { coordinates: { lat: expect.any(Number) } } });
    expect(said[2].text).toBe('https://example.com/p/1');
  });

  it('is only overheard while its inbox holds the conversation, and refuses what is sent', async () => {
    await stage.twin.act('handover', { account: 'messenger', customer: 'ana', to: 'another' });
    await stage.twin.act('say', { account: 'messenger', customer: 'ana', text: 'Anybody?' });
    await stage.twin.act('phone', { account: 'messenger', customer: 'ana', text: 'We are here' });
    const [taken, ...overheard] = await told();
    expect(taken.messaging[0].take_thread_control).toMatchObject({ new_owner_app_id: '263902037430900' });
    expect(overheard.map(({ messaging, standby }) => messaging ?? standby[0].message.text)).toEqual(['Anybody?', 'We are here']);
    expect(overheard[1].standby[0].message).toMatchObject({ is_echo: true, app_id: 263902037430900 });
    expect(refusal(await send({ text: 'x' }))).toBe('400 10/2018300');
    await stage.twin.act('handover', { account: 'messenger', customer: 'ana', to: 'desk' });
    expect((await send({ text: 'x' })).status).toBe(200);
  });

  it('lets nobody answer after a day, but a person for a week, and knows no dead tags', async () => {
    await stage.twin.act('close-window', { account: 'messenger', customer: 'ana' });
    expect(refusal(await send({ text: 'x' }))).toBe('400 10/2018278');
    expect(refusal(await send({ text: 'x' }, { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' }))).toBe('400 100/');
    const byPerson = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
    expect((await send({ text: 'x' }, byPerson)).status).toBe(200);
    await stage.twin.act('close-window', { account: 'messenger', customer: 'ana', days: (8 * DAY) / DAY });
    expect(refusal(await send({ text: 'x' }, byPerson))).toBe('400 10/2018278');
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['words that are too long',    { text: 'x'.repeat(2001) },                                          '400 100/'],
    ['no words',                   { text: ' ' },                                                       '400 100/'],
    ['words and a file at once',   { text: 'x', attachment: { type: 'image', payload: { url: 'https://x.example/a.png' } } }, '400 100/'],
    ['a file that it has not',     { attachment: { type: 'image', payload: { attachment_id: '1' } } },  '400 100/2018074'],
    ['metadata that is too long',  { text: 'x', metadata: 'x'.repeat(1001) },                           '400 100/'],
    ['fourteen quick replies',     { text: 'x', quick_replies: Array.from({ length: 14 }, () => ({ content_type: 'text', title: 'a', payload: 'a' })) }, '400 100/'],
    ['a card of four buttons',     { attachment: { type: 'template', payload: { template_type: 'button', text: 'x', buttons: Array.from({ length: 4 }, () => ({ type: 'postback', title: 'a', payload: 'a' })) } } }, '400 100/'],
  ])('says no to %s', async (_, message, said) => {
    expect(refusal(await send(message))).toBe(said);
  });
});
