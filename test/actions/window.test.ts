import { updateChannel } from '../../src/actions/channels/update-channel';
import { syncTemplates } from '../../src/actions/templates/read-templates';
import { sweepTemplates } from '../../src/actions/templates/sweep-templates';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import type { Content } from '../../src/domain/content';
import type { Heard } from '../../src/ports/channel';
import { activeWith, answers, closes, hears, MARIA, messageOf, receipt, template, text, wait } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const WABA = '200000000000001';
const BODY = { type: 'BODY', text: 'Hello {{1}}, we owe you an answer.', example: { body_text: [['Ana']] } };
const APPROVED = { name: 'owed', language: 'en', status: 'APPROVED', category: 'UTILITY', id: '1', components: [BODY] };
const TWO = {
  name: 'order_update',
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  id: '2',
  quality_score: { score: 'GREEN' },
};
const PAUSED = { ...APPROVED, name: 'spring_sale', status: 'PAUSED', id: '3' };
const ORDER = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
  { type: 'BODY', text: 'Hello {{1}}, it comes {{2}}.' },
  { type: 'FOOTER', text: 'Casa Lumen' },
  { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thank you' }] },
];
const ALL = [APPROVED, { ...TWO, components: ORDER }, PAUSED];

describe.each(databases())('the answer window, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const write = (ticket: { id: string }, by: { id: string }, content: Content = text('good morning')) =>
    answerTicket(house.desk, { ticketId: ticket.id, by: by as never, content });
  const list = (templates: unknown = ALL) => house.graph.tells({ [`/${WABA}/message_templates`]: { data: templates } });
  const read = () => syncTemplates(house.desk, house.whatsapp);
  const lists = async (templates?: unknown) => {
    list(templates);
    await read();
  };
  const decided = async ({ id }: { id: string }) => (await house.events(id)).filter(({ type }) => type === 'decided');

  it.each([
    [DAY - SECOND, null],
    [DAY, 'window_closed'],
    [DAY + SECOND, 'window_closed'],
  ])('%d ms after the customer’s last message, words are refused with: %s', async (passed, code) => {
    await lists();
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const closesAt = new Date(house.clock.now() + DAY).toISOString();
    house.clock.forward(passed);
    const writing = write(ticket, ana);
    if (code === null) await writing;
    else await expect(writing).rejects.toMatchObject({ code, facts: { possible: ['template'], closesAt, templates: 2 } });
    expect(await house.messages(ticket.chatId)).toHaveLength(code === null ? 2 : 1);
  });

  it('counts from the network’s time of what the customer wrote, not from when it was heard', async () => {
    const ana = await house.agent('Ana');
    await house.hear(says(MARIA, 'late', { at: house.clock.now() - DAY + MINUTE }));
    const [ticket] = await house.tickets(MARIA);
    expect(ticket?.windowClosesAt).toBe(house.clock.now() + MINUTE);
    await write(ticket!, ana);
    house.clock.forward(MINUTE);
    await expect(write(ticket!, ana)).rejects.toMatchObject({ code: 'window_closed' });
  });

  it('is closed for who never wrote, and a template begins', async () => {
    await lists();
    const ana = await house.agent('Ana');
    const to = { by: ana, channelId: house.whatsapp.id, to: `+${MARIA}` };
    await expect(startTicket(house.desk, { ...to, content: text('hello') })).rejects.toMatchObject({
      code: 'window_closed',
      facts: { possible: ['template'], closesAt: null },
    });
    expect(await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key: `pn:${MARIA}` })).toBeNull();
    const parameters = [{ component: 'body' as const, name: '1', value: 'Maria' }];
    const asked = { type: 'template' as const, name: 'owed', language: 'en', components: [], parameters };
    const ticket = await startTicket(house.desk, { ...to, content: asked });
    expect(ticket).toMatchObject({ status: 'proactive', lastMessage: { text: 'Hello Maria, we owe you an answer.' } });
    await house.errands();
    expect(house.graph.calls[0]?.body).toMatchObject({
      to: `+${MARIA}`,
      template: { name: 'owed', language: { code: 'en' }, components: [{ type: 'body', parameters: [{ type: 'text', text: 'Maria' }] }] },
    });
  });

  it('is looked at again when a queued answer’s turn comes: it fails, and the customer waits again', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.clock.forward(DAY - SECOND);
    const { id } = await write(ticket, ana);
    house.clock.forward(SECOND);
    await house.errands();
    expect(house.graph.calls).toEqual([]);
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'failed', error: { code: 'window_closed', providerCode: null } });
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true, windowClosesAt: null });
    expect(await decided(ticket)).toMatchObject([
      { cause: 'window_closed', decision: { facts: { messageId: id, closedAt: house.clock.now(), fallback: 'off' } } },
    ]);
  });

  it.each([
    ['goes out by the template that the settings name', 'owed', 'window_fallback', 'sent'],
    ['goes out by none that the network has paused', 'spring_sale', 'window_closed', 'paused'],
    ['goes out by none that has more to fill than a name', 'order_update', 'window_closed', 'has_parameters'],
    ['goes out by none that is not there', 'gone', 'window_closed', 'not_there'],
  ])('an answer that waited too long %s', async (_, name, cause, fallback) => {
    await lists();
    await house.set({ delivery: { fallbackTemplate: { name, language: name === 'order_update' ? 'en_US' : 'en' } } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.clock.forward(DAY - SECOND);
    await write(ticket, ana);
    await write(ticket, ana, text('and another'));
    house.clock.forward(SECOND);
    await house.errands();
    expect((await decided(ticket))[0]).toMatchObject({ cause, decision: { rule: 'window_closed', facts: { fallback } } });
    const sent = house.graph.calls.map(({ body }) => body as { template?: { name: string } });
    expect(sent.map(({ template }) => template?.name)).toEqual(fallback === 'sent' ? ['owed'] : []);
    if (fallback !== 'sent') return;
    expect((await house.messages(ticket.chatId)).at(-1)).toMatchObject({
      author: { kind: 'system' },
      content: { words: 'Hello Cus Tomer, we owe you an answer.' },
      delivery: { status: 'sent' },
    });
    expect((await decided(ticket))[1]).toMatchObject({ cause: 'window_closed', decision: { facts: { fallback: 'sent_already' } } });
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true });
  });

  it('keeps a bot’s answer back that waited for a day, and gives its customer to a person', async () => {
    await withBot(house, () => ({ says: words('I am a bot') }));
    house.graph.behave(() => ({ status: 400, body: { error: { code: 131016, message: 'try again' } } }));
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    house.graph.behave(() => null);
    house.clock.forward(DAY);
    await house.errands();
    expect(house.graph.calls).toHaveLength(1);
    const [ticket] = await house.tickets(MARIA);
    expect((await house.events(ticket!.id))[0]).toMatchObject({
      cause: 'bot_failed',
      decision: { facts: { reason: 'refused', code: 'window_closed' } },
    });
  });

  describe('on Instagram', () => {
    const wrote = (): Heard =>
      ({
        ...says('x', 'hello'),
        type: 'message',
        account: '17840000000000001',
        from: { keys: ['igsid:61'], address: { id: '61', display: '61' }, name: 'Ig Nora' },
      }) as Heard;
    const ticketOfNora = async () => {
      const { data } = await house.desk.store.reads.tickets({ channel: [house.instagram.id], seenBy: null }, '-number', {
        limit: 1,
        cursor: null,
      });
      return data[0]!.ticket;
    };

    it('a person answers on day 6 with the tag for it, and not on day 8; a machine on neither', async () => {
      const ana = await house.agent('Ana');
      await house.hearOn(house.instagram, wrote());
      const ticket = await ticketOfNora();
      house.clock.forward(6 * DAY);
      const machine = { id: 'token', name: 'Orders', role: 'admin', teamIds: [], scopes: ['*'] };
      await expect(write(ticket, machine)).rejects.toMatchObject({
        code: 'window_closed',
        facts: { possible: ['human_agent'], templates: 0 },
      });
      await answers(house, ticket, ana, 'on day six');
      expect(house.graph.calls.map(({ body }) => body)).toMatchObject([{ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }]);
      house.clock.forward(2 * DAY);
      await expect(write(ticket, ana)).rejects.toMatchObject({ code: 'window_closed', facts: { possible: [] } });
      expect(house.graph.calls).toHaveLength(1);
    });

    it('sorts by the end that counts now, a day or a week after the customer’s words', async () => {
      await house.hearOn(house.instagram, wrote());
      const at = house.clock.now();
      expect((await ticketOfNora()).windowClosesAt).toBe(at + DAY);
      await wait(house, DAY);
      expect((await ticketOfNora()).windowClosesAt).toBe(at + 7 * DAY);
      await wait(house, 6 * DAY);
      expect((await ticketOfNora()).windowClosesAt).toBeNull();
    });
  });

  it('counts as closed from when the network says so, though the desk’s clock says otherwise', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.clock.forward(HOUR);
    const { id } = await answers(house, ticket, ana);
    await house.hear(
      receipt(null, 'failed', { reference: id, error: { code: 'window_closed', providerCode: '131047', detail: 'too late' } }),
    );
    await expect(write(ticket, ana)).rejects.toMatchObject({ code: 'window_closed' });
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true, windowClosesAt: null });
    await hears(house, MARIA, 'me again');
    await write(ticket, ana);
  });

  it.each([
    [false, 'window_closed'],
    [true, null],
  ])('is opened by a reaction where the settings say so: %s', async (reactionsOpenWindow, code) => {
    await house.set({ delivery: { reactionsOpenWindow } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana);
    const sent = (await house.messages(ticket.chatId)).at(-1);
    house.clock.forward(DAY);
    const who = { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA } };
    const reaction = {
      type: 'reaction',
      account: null,
      raw: {},
      target: sent?.providerMessageId ?? '',
      by: 'customer',
      who,
      emoji: '👍',
      at: null,
    } as const;
    await house.hear(reaction);
    if (code === null) await write(ticket, ana);
    else await expect(write(ticket, ana)).rejects.toMatchObject({ code });
  });

  it('is said to close soon once, while the customer waits, and not of who was answered', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const answered = await activeWith(house, ana, '15550009');
    await answers(house, answered, ana);
    await house.set({ timers: { idleAfter: null } });
    expect(await wait(house, 22 * HOUR - 1)).toBe(0);
    house.announced.length = 0;
    expect(await wait(house, 1)).toBe(1);
    expect(house.announced.map(({ name }) => name)).toContain('ticket.window_closing');
    expect(await decided(ticket)).toMatchObject([
      {
        cause: 'window_soon',
        decision: { rule: 'window_closing', facts: { closesAt: house.clock.now() + 2 * HOUR, windowWarnBefore: 'PT2H' } },
      },
    ]);
    expect(await wait(house, DAY)).toBe(0);
    expect([await decided(ticket), await decided(answered)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it('keeps the desk’s own texts back, and the event says which', async () => {
    await house.set({ texts: { greeting: 'Welcome', closing: 'Goodbye' } });
    await house.hear(says(MARIA, 'very late', { at: house.clock.now() - 2 * DAY }));
    const [ticket] = await house.tickets(MARIA);
    await closes(house, ticket!);
    expect(await house.messages(ticket!.chatId)).toHaveLength(1);
    const events = await house.events(ticket!.id);
    expect([events[0], events.at(-1)].map((event) => event?.decision)).toMatchObject([
      { facts: { notSaid: ['greeting'], notSaidFor: 'window_closed' } },
      { facts: { notSaid: ['closing'] } },
    ]);
  });

  describe('and the account’s templates', () => {
    const names = async () => (await house.desk.store.reads.templates(house.whatsapp.id)).map(({ name, status }) => `${name} ${status}`);
    const news = (over: object): Heard =>
      ({ type: 'template', account: `waba:${WABA}`, raw: {}, name: 'owed', language: 'en', changes: {}, more: false, ...over }) as Heard;

    it('are read in pages when a token is given, every hour, and again when news tell too little', async () => {
      house.graph.tells({
        'after=two': { data: [PAUSED] },
        message_templates: { data: [APPROVED], paging: { cursors: { after: 'two' }, next: 'https://graph.facebook.com/next' } },
      });
      await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
      await house.errands();
      expect(await names()).toEqual(['owed approved', 'spring_sale paused']);
      list([TWO]);
      await sweepTemplates(house.desk);
      await house.errands();
      expect(await names()).toHaveLength(2);
      house.clock.forward(HOUR);
      await sweepTemplates(house.desk);
      await house.errands();
      expect(await names()).toEqual(['order_update approved']);
      list([APPROVED]);
      await house.hear(news({ more: true }));
      await house.errands();
      expect(await names()).toEqual(['owed approved']);
    });

    it('stay as they were when reading fails, which is said', async () => {
      await lists();
      house.graph.tells({});
      house.clock.forward(HOUR);
      await read();
      expect(await names()).toHaveLength(3);
      expect(await house.desk.store.reads.templateList(house.whatsapp.id)).toMatchObject({
        syncedAt: house.clock.now() - HOUR,
        triedAt: house.clock.now(),
        problem: { code: expect.any(String), detail: expect.any(String) },
      });
    });

    it('take news at once: what is paused can’t be chosen any more', async () => {
      await lists();
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await house.hear(news({ changes: { status: 'paused', reason: 'FIRST_PAUSE', quality: 'red' } }));
      const [found] = await house.desk.store.reads.templates(house.whatsapp.id);
      expect([found?.name, found?.quality]).toEqual(['order_update', 'green']);
      await expect(write(ticket, ana, template('owed'))).rejects.toMatchObject({
        code: 'invalid',
        facts: { errors: [{ path: 'content.name', message: 'the network has paused this template' }] },
      });
    });

    it.each([
      ['no such template', { name: 'gone', language: 'en' }, 'content.name'],
      ['too few', { name: 'owed', language: 'en' }, 'content.components.body.1'],
      ['too many', { name: 'owed', language: 'en', parameters: ['a', 'b'] }, 'content.parameters.body.2'],
      ['a line break', { name: 'owed', language: 'en', parameters: ['a\nb'] }, 'content.parameters.body.1'],
      ['too long', { name: 'order_update', language: 'en_US', parameters: ['x'.repeat(1020), 'today'] }, 'content.parameters.body'],
    ])(
      'are refused before they are stored: %s',
      async (_, { parameters, ...named }: { name: string; language: string; parameters?: string[] }, path) => {
        await lists();
        const ana = await house.agent('Ana');
        const ticket = await activeWith(house, ana);
        const given = parameters?.map((value, at) => ({ component: 'body' as const, name: String(at + 1), value }));
        const header = { component: 'header' as const, name: '1', value: '7' };
        const values = given && { parameters: named.name === 'order_update' ? [header, ...given] : given };
        const content = { type: 'template' as const, components: [], ...named, ...values };
        await expect(write(ticket, ana, content)).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path }] } });
        expect(await house.messages(ticket.chatId)).toHaveLength(1);
      },
    );

    it('are stored with the words that the customer sees', async () => {
      await lists();
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      const parameters = [
        { component: 'header' as const, name: '1', value: '1234' },
        { component: 'body' as const, name: '1', value: 'Maria' },
        { component: 'body' as const, name: '2', value: 'today' },
      ];
      const content = { type: 'template' as const, name: 'order_update', language: 'en_US', components: [], parameters };
      expect((await write(ticket, ana, content)).content).toEqual({
        type: 'template',
        name: 'order_update',
        language: 'en_US',
        components: [
          { type: 'header', parameters: [{ type: 'text', text: '1234' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Maria' },
              { type: 'text', text: 'today' },
            ],
          },
        ],
        words: 'Order 1234\nHello Maria, it comes today.\nCasa Lumen',
        buttons: ['Thank you'],
      });
    });
  });
});
