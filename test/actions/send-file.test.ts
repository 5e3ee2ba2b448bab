import { Readable } from 'node:stream';
import { mediaLinkTo, mediaOfLink } from '../../src/actions/media/media-links';
import { retryMessage } from '../../src/actions/sending/again';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import type { AskedContent } from '../../src/domain/content';
import type { Media } from '../../src/ports/store';
import { activeWith, closes, hears, MARIA, messageOf, PEDRO, receipt } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const IGSID = 'ig:6100000000000001';

describe.each(databases())('a file that an agent sends, on $name,', ({ create }) => {
  const house = freshDesk(create);

  /** As if the agent had uploaded it. */
  const uploaded = async (by: { readonly id: string }, over: Partial<Media> = {}, words = 'the bytes'): Promise<Media> => {
    const taken = await house.desk.files.takeIn(Readable.from([Buffer.from(words)]));
    await taken.keep();
    const media: Media = {
      id: house.desk.newId(),
      channelId: null,
      chatId: null,
      messageId: null,
      uploadedBy: by.id,
      state: 'ready',
      source: null,
      mime: 'image/png',
      bytes: taken.bytes,
      fileName: 'look.png',
      hash: taken.hash,
      preview: null,
      width: 4,
      height: 3,
      problem: null,
      createdAt: house.clock.now(),
      settledAt: house.clock.now(),
      ...over,
    };
    await house.desk.store.atomically((tx) => tx.addMedia([media]));
    return media;
  };
  const mediaOf = async (id: string) => (await house.desk.store.reads.media(id))!;
  const send = async (ticketId: string, by: Awaited<ReturnType<typeof house.agent>>, content: AskedContent) => {
    const message = await answerTicket(house.desk, { ticketId, by, content });
    await house.errands();
    return messageOf(house, message.id);
  };
  const setUp = async () => {
    const ana = await house.agent('Ana');
    return { ana, ticket: await activeWith(house, ana), file: await uploaded(ana) };
  };

  it('belongs to its message, is handed over once, and then only named', async () => {
    const { ana, ticket, file } = await setUp();
    const sent = await send(ticket.id, ana, { type: 'image', mediaId: file.id, caption: 'Look' });
    expect(sent).toMatchObject({
      content: {
        type: 'image',
        mediaId: file.id,
        mime: 'image/png',
        bytes: 9,
        fileName: 'look.png',
        caption: 'Look',
        state: 'ready',
        width: 4,
        height: 3,
      },
      delivery: { status: 'sent' },
    });
    expect(await mediaOf(file.id)).toMatchObject({ chatId: ticket.chatId, messageId: sent.id, channelId: house.whatsapp.id });
    expect(house.graph.uploads).toEqual([
      { path: '/v25.0/100000000000001/media', words: { messaging_product: 'whatsapp', type: 'image/png' }, mime: 'image/png', bytes: 9 },
    ]);
    expect(house.graph.calls[0]?.body).toMatchObject({ type: 'image', image: { id: 'file-1', caption: 'Look' } });

    const forwarded = await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    expect(forwarded.content).not.toMatchObject({ mediaId: file.id });
    expect(forwarded.delivery?.status).toBe('sent');
    expect(house.graph.uploads).toHaveLength(1);
    expect(house.graph.calls[1]?.body).toMatchObject({ image: { id: 'file-1' } });
  });

  it('is handed over anew when the network’s word for it ends, or the network has forgotten it', async () => {
    const { ana, ticket, file } = await setUp();
    await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    house.graph.behave(({ body }) =>
      JSON.stringify(body).includes('"file-1"') ? { status: 400, body: { error: { code: 100, message: 'No such media' } } } : null,
    );
    expect((await send(ticket.id, ana, { type: 'image', mediaId: file.id })).delivery).toMatchObject({ status: 'sent', attempts: 1 });
    expect(house.graph.uploads).toHaveLength(2);

    const late = await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    const why = { code: 'media_problem', providerCode: '131053', detail: 'No', advice: 'try_again' } as const;
    await house.hear(receipt(late.providerMessageId, 'failed', { error: why }));
    await retryMessage(house.desk, { messageId: late.id, by: ana, evenIfSent: false });
    await house.errands();
    expect((await messageOf(house, late.id)).delivery?.status).toBe('sent');
    expect(house.graph.uploads).toHaveLength(3);

    house.clock.forward(29 * DAY);
    await house.hear(says(MARIA, 'still there?'));
    const [open] = await house.tickets(MARIA);
    await send(open!.id, ana, { type: 'image', mediaId: file.id });
    expect(house.graph.uploads).toHaveLength(4);
  });

  it('is not handed over while a limit of its network holds its message', async () => {
    const { ana, ticket, file } = await setUp();
    const pedro = await activeWith(house, ana, PEDRO);
    house.graph.behave(() => ({ status: 400, body: { error: { code: 130429, message: 'Too many' } } }));
    await send(pedro.id, ana, { type: 'text', text: 'one' });
    house.graph.behave(() => null);
    const { id, delivery } = await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    expect([delivery?.status, delivery?.attempts, house.graph.uploads.length]).toEqual(['queued', 0, 0]);
    house.clock.forward(SECOND);
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'sent', attempts: 1 });
    expect(house.graph.uploads).toHaveLength(1);
  });

  it('leaves its message in the queue while it can’t be handed over, and surely unsent', async () => {
    const { ana, ticket, file } = await setUp();
    house.graph.behaveInUploads(() => ({ status: 502, body: '<html>' }));
    const waiting = await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    expect(waiting.delivery).toMatchObject({ status: 'queued', error: { code: 'transient' } });
    expect(house.graph.calls).toHaveLength(0);
    house.graph.behaveInUploads(() => null);
    house.clock.forward(HOUR);
    await house.errands();
    expect((await messageOf(house, waiting.id)).delivery?.status).toBe('sent');
  });

  it('fails for good when the network never takes it, or it is gone here', async () => {
    const { ana, ticket, file } = await setUp();
    house.graph.behaveInUploads(() => ({ status: 400, body: { error: { code: 131053, message: 'Not this one' } } }));
    expect((await send(ticket.id, ana, { type: 'image', mediaId: file.id })).delivery).toMatchObject({
      status: 'failed',
      error: { code: 'media_problem' },
    });
    const lost = await uploaded(ana, {}, 'other bytes');
    await house.desk.files.remove(lost.hash!);
    house.graph.behaveInUploads(() => null);
    expect((await send(ticket.id, ana, { type: 'image', mediaId: lost.id })).delivery?.status).toBe('failed');
    expect(house.graph.calls).toHaveLength(0);
  });

  it('goes as what the network takes it as, with its words behind it where they can’t stand below', async () => {
    const { ana, ticket } = await setUp();
    const note = await uploaded(ana, { mime: 'audio/mp4', fileName: null });
    const sent = await send(ticket.id, ana, { type: 'voice', mediaId: note.id, caption: 'Listen' });
    expect(sent.content).toMatchObject({ type: 'audio', mediaId: note.id });
    expect(house.graph.calls.map(({ body }) => body.type)).toEqual(['audio', 'text']);
    const ogg = await uploaded(ana, { mime: 'audio/ogg; codecs=opus', fileName: null }, 'OggS');
    await send(ticket.id, ana, { type: 'voice', mediaId: ogg.id });
    expect(house.graph.calls[2]?.body).toMatchObject({ type: 'audio', audio: { id: 'file-2', voice: true } });
  });

  it.each<[string, Partial<Media>, string]>([
    ['was uploaded by somebody else', { uploadedBy: 'somebody' }, 'There is no such file.'],
    ['has not been fetched', { state: 'failed' }, 'not here'],
    ['is too large', { bytes: 5 * 1024 * 1024 + 1 }, 'at most 5 MB'],
    ['is of a type that is not taken', { mime: 'image/gif' }, 'image/jpeg, image/png'],
  ])('is refused before anything is stored when it %s', async (_, over, says) => {
    const { ana, ticket } = await setUp();
    const file = await uploaded(ana, over);
    const refused = { code: 'invalid', facts: { errors: [{ path: 'content.mediaId', message: expect.stringContaining(says) }] } };
    await expect(send(ticket.id, ana, { type: 'image', mediaId: file.id })).rejects.toMatchObject(refused);
    await expect(send(ticket.id, ana, { type: 'image', mediaId: 'nothing' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await house.messages(ticket.chatId)).toHaveLength(1);
  });

  it('of a chat that the sender does not see is none to them', async () => {
    await house.set({ policy: { agentsSee: 'own' } });
    const { ana, ticket, file } = await setUp();
    await send(ticket.id, ana, { type: 'image', mediaId: file.id });
    const ben = await house.agent('Ben');
    const his = await hears(house, PEDRO);
    expect(his.assigneeId).toBe(ben.id);
    await expect(send(his.id, ben, { type: 'image', mediaId: file.id })).rejects.toMatchObject({ code: 'invalid' });
    expect((await send(his.id, house.admin, { type: 'image', mediaId: file.id }).catch((error) => error)).delivery?.status).toBe('sent');
  });

  it('can begin a ticket', async () => {
    const { ana, ticket, file } = await setUp();
    await closes(house, ticket);
    const begun = await startTicket(house.desk, { by: ana, chatId: ticket.chatId, content: { type: 'document', mediaId: file.id } });
    await house.errands();
    expect(await mediaOf(file.id)).toMatchObject({ chatId: begun.chatId });
    expect(house.graph.calls.at(-1)?.body).toMatchObject({ type: 'document', document: { id: 'file-1', filename: 'look.png' } });
  });

  it('heads a template', async () => {
    const { ana, ticket, file } = await setUp();
    const components = [{ type: 'header', parameters: [{ type: 'image', image: { mediaId: file.id } }] }];
    await send(ticket.id, ana, { type: 'template', name: 'hello', language: 'en', components });
    expect(house.graph.calls[0]?.body).toMatchObject({
      template: { components: [{ type: 'header', parameters: [{ type: 'image', image: { id: 'file-1' } }] }] },
    });
    expect((await mediaOf(file.id)).messageId).not.toBeNull();
  });

  it('is fetched by Instagram where the desk can be reached, and handed over where it can’t', async () => {
    const ana = await house.agent('Ana');
    await house.hearOn(house.instagram, says('', 'hi', { from: { keys: [IGSID], address: { id: '6100000000000001', display: 'x' } } }));
    const [ticket] = (await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 1, cursor: null })).data;
    const file = await uploaded(ana);
    await send(ticket!.ticket.id, ana, { type: 'image', mediaId: file.id, caption: 'Look' });
    expect(house.graph.uploads).toEqual([
      {
        path: '/v25.0/17840000000000001/message_attachments',
        words: { platform: 'instagram', message: '{"attachment":{"type":"image","payload":{"is_reusable":true}}}' },
        mime: 'image/png',
        bytes: 9,
      },
    ]);
    const messages = () => house.graph.calls.map(({ body }) => body.message);
    expect(messages()).toEqual([{ attachment: { type: 'image', payload: { attachment_id: 'file-1' } } }, { text: 'Look' }]);

    Object.assign(house.desk, { publicUrl: 'https://desk.example' });
    await send(ticket!.ticket.id, ana, { type: 'image', mediaId: file.id });
    expect(house.graph.uploads).toHaveLength(1);
    const { url } = (messages()[2] as unknown as { attachment: { payload: { url: string } } }).attachment.payload;
    expect(url).toMatch(/^https:\/\/desk\.example\/media-links\/[\w.-]{70,}$/);
  });

  it('is handed over after all when Instagram can’t fetch it', async () => {
    const ana = await house.agent('Ana');
    await house.hearOn(house.instagram, says('', 'hi', { from: { keys: [IGSID], address: { id: '6100000000000001', display: 'x' } } }));
    const [found] = (await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 1, cursor: null })).data;
    Object.assign(house.desk, { publicUrl: 'https://desk.example' });
    const unreachable = { error: { code: 100, error_subcode: 2018008, message: 'Failed to fetch the file from the url' } };
    house.graph.behave(({ body }) => (JSON.stringify(body).includes('media-links') ? { status: 400, body: unreachable } : null));
    const sent = await send(found!.ticket.id, ana, { type: 'image', mediaId: (await uploaded(ana)).id });
    expect(sent.delivery).toMatchObject({ status: 'sent', attempts: 1 });
    expect(house.graph.uploads).toHaveLength(1);
  });

  it('can be read by its link for some hours, and by nothing like it', () => {
    const desk = { ...house.desk, publicUrl: 'https://desk.example' };
    const token = mediaLinkTo(desk, 'a-file')?.split('/').at(-1) ?? '';
    expect(mediaOfLink(desk, token)).toBe('a-file');
    expect(mediaOfLink(desk, token.replace('a-file', 'b-file'))).toBeNull();
    for (const other of ['', 'a-file', `${token}0`, token.slice(1)]) expect(mediaOfLink(desk, other)).toBeNull();
    house.clock.forward(6 * HOUR);
    expect(mediaOfLink(desk, token)).toBeNull();
    expect(mediaLinkTo({ ...desk, publicUrl: 'http://desk.example' }, 'a-file')).toBeNull();
  });
});
