import type { Refusal } from '../../src/domain/errors';
import type { QueueLook } from '../../src/ports/store';
import { type OpenStore, storeOver } from '../../src/store';
import { openDatabase } from '../../src/store/database';
import { countingIds, databases, handClock, listening, quiet, type TestDatabase, testStore } from '../support/database';
import {
  aChannel,
  aChat,
  aContact,
  aMessage,
  anAgent,
  anErrand,
  anEvent,
  anIdentity,
  aTicket,
  aWebhookEvent,
  NOTHING,
  NOW,
} from './samples';

describe.each(databases())('a transaction on $name', ({ create }) => {
  let place: TestDatabase;
  let store: OpenStore;
  let count = 0;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  /** A new person with a chat and an open ticket. */
  async function aPerson() {
    const n = ++count;
    const ids = { contactId: `c${n}`, chatId: `h${n}` };
    const chat = aChat({ id: ids.chatId, contactId: ids.contactId, windowFrom: NOW });
    const ticket = aTicket({ id: `t${n}`, number: n, chatId: chat.id, contactId: ids.contactId });
    const [contact, identity] = [aContact({ id: ids.contactId }), anIdentity({ ...ids, key: `key${n}` })];
    await store.atomically(async (tx) => {
      await tx.meet([contact], [identity]);
      await tx.write({ ...NOTHING, newChats: [chat], newTickets: [ticket] });
    });
    return { chat, ticket, contact, identity };
  }

  const heldIn = async (chatId: string) => (await store.atomically((tx) => tx.hold([chatId])))[0];

  it('keeps everything as it was given', async () => {
    const { chat, ticket, contact, identity } = await aPerson();
    const message = aMessage({
      id: 'm1',
      chatId: chat.id,
      ticketId: ticket.id,
      context: { referral: { id: '7' } },
      reactions: [{ by: 'customer', emoji: '👍🏽', at: NOW }],
    });
    const event = anEvent({ ticketId: ticket.id, data: { tags: ['a'] } });
    await store.atomically((tx) =>
      tx.write({ ...NOTHING, newMessages: [message], events: [event], newErrands: [anErrand()], newWebhookEvents: [aWebhookEvent()] }),
    );
    await store.atomically(async (tx) => {
      expect(await tx.identities([identity, { channelId: 'channel1', key: 'nobody' }])).toEqual([identity]);
      expect(await tx.contacts([contact.id, 'nobody'])).toEqual([contact]);
      expect(await tx.hold([chat.id, 'nothing'])).toEqual([
        {
          chat,
          ticket,
          blocked: false,
          called: { name: contact.name, username: null, phone: contact.phone, namedAt: null, profileName: null, phonebookName: null },
        },
      ]);
      expect(await tx.messages(['m1'])).toEqual([message]);
      expect(await tx.webhookEvent('webhook1')).toEqual(aWebhookEvent());
      expect(await tx.chatOfTicket(ticket.id)).toBe(chat.id);
      expect(await tx.chatOfMessage('m1')).toBe(chat.id);
      expect(await tx.chatOfTicket('nothing')).toBeNull();
    });
    expect(await store.reads.errandsOf('chat:chat1', 10)).toEqual([anErrand()]);
    expect((await store.reads.events(ticket.id, { limit: 10, cursor: null })).data).toEqual([event]);
  });

  it('saves a changed row one version after the one that it read, whatever the caller did to the number', async () => {
    const { chat } = await aPerson();
    await store.atomically(async (tx) => {
      const [held] = await tx.hold([chat.id]);
      const ticket = { ...held!.ticket!, unread: 3, waiting: true, tags: ['vip', 'a"b'] };
      await tx.write({ ...NOTHING, chats: [{ ...held!.chat, seq: 2, version: held!.chat.version + 1 }], tickets: [ticket] });
    });
    expect(await heldIn(chat.id)).toMatchObject({
      chat: { seq: 2, version: 2, windowFrom: NOW },
      ticket: { unread: 3, waiting: true, tags: ['vip', 'a"b'], version: 2 },
    });
  });

  it('lets a chat have one ticket that is not closed, and as many closed ones as come', async () => {
    const { chat, ticket } = await aPerson();
    const second = aTicket({ ...ticket, id: `${ticket.id}b`, number: ticket.number + 1_000 });
    const write = (changes: object) =>
      store.atomically(async (tx) => {
        await tx.hold([chat.id]);
        await tx.write({ ...NOTHING, ...changes });
      });
    await expect(write({ newTickets: [second] })).rejects.toThrow(/openChatId|tickets_open_chat/);
    await write({ tickets: [{ ...ticket, status: 'closed', stage: 'closed' }], newTickets: [second] });
    expect((await heldIn(chat.id))?.ticket?.id).toBe(second.id);
    await write({
      tickets: [
        { ...ticket, status: 'pending', stage: 'open' },
        { ...second, status: 'closed', stage: 'closed' },
      ],
    });
    expect((await heldIn(chat.id))?.ticket?.id).toBe(ticket.id);
  });

  it('refuses to write a ticket whose chat it does not hold', async () => {
    const { ticket } = await aPerson();
    await expect(store.atomically((tx) => tx.write({ ...NOTHING, tickets: [ticket] }))).rejects.toThrow('its chat was not held');
  });

  it('takes nothing of a neighbour away when it rolls back', async () => {
    const kept = aWebhookEvent({ id: 'kept' });
    const lost = aWebhookEvent({ id: 'lost' });
    const failing = store.atomically(async (tx) => {
      await tx.write({ ...NOTHING, newWebhookEvents: [lost] });
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('no');
    });
    const neighbour = store.atomically((tx) => tx.write({ ...NOTHING, newWebhookEvents: [kept] }));
    await expect(failing).rejects.toThrow('no');
    await neighbour;
    expect(await store.reads.webhookEvent('lost')).toBeNull();
    expect(await store.reads.webhookEvent('kept')).toEqual({ ...kept, ticketNumber: null });
  });

  it('is not seen before it is committed', async () => {
    await store.atomically(async (tx) => {
      await tx.write({ ...NOTHING, newWebhookEvents: [aWebhookEvent({ id: 'open' })] });
      expect(await store.reads.webhookEvent('open')).toBeNull();
    });
    expect(await store.reads.webhookEvent('open')).not.toBeNull();
  });

  it('begins no other inside itself', async () => {
    await expect(store.atomically(() => store.atomically(async () => 1))).rejects.toThrow('open already');
    await expect(store.atomically(() => store.takeNumbers(1))).rejects.toThrow('open already');
  });

  it('tells ids apart by case, and long ones, and those that end with a space', async () => {
    const long = 'é'.repeat(300);
    const ids = ['wamid.AbC', 'wamid.aBc', `${long}1`, `${long}2`, 'tail', 'tail '];
    const newMessages = ids.map((providerMessageId, i) =>
      aMessage({ id: `case${i}`, chatId: 'cases', seq: i + 1, rev: i + 1, providerMessageId }),
    );
    await store.atomically(async (tx) => {
      await tx.meet(
        [],
        ids.map((key) => anIdentity({ key, chatId: 'cases' })),
      );
      await tx.write({ ...NOTHING, newMessages });
    });
    await store.atomically(async (tx) => {
      for (const [i, id] of ids.entries()) {
        expect(await tx.messagesByProvider(['channel1'], [id])).toEqual([newMessages[i]]);
        expect(await tx.identities([{ channelId: 'channel1', key: id }])).toEqual([anIdentity({ key: id, chatId: 'cases' })]);
      }
    });
    expect((await store.reads.message('case2'))?.providerMessageId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await store.reads.chatByIdentity({ channelId: 'channel1', key: `${long}2` })).toMatchObject({ key: `${long}2` });
  });

  it('shows what no text may hold as signs of it, and keeps the raw event as it came', async () => {
    const message = aMessage({ id: 'odd', chatId: 'odd', providerMessageId: 'odd', content: { type: 'text', text: 'a\0b\ud800c' } });
    const raw = { text: 'a\0b\ud800c' };
    await store.atomically(async (tx) => {
      await tx.meet([aContact({ id: 'odd', name: 'nul\0x \udfff' })], []);
      await tx.write({ ...NOTHING, newMessages: [message], newWebhookEvents: [aWebhookEvent({ id: 'odd', raw, reason: 'a\0b' })] });
    });
    expect((await store.reads.message('odd'))?.content).toEqual({ type: 'text', text: 'a\u2400b\ufffdc' });
    expect((await store.reads.contact('odd'))?.name).toBe('nul\u2400x \ufffd');
    expect(await store.reads.webhookEvent('odd')).toMatchObject({ raw, reason: 'a\u2400b' });
    expect(await store.reads.message('a\0\ud800')).toBeNull();
  });

  it('keeps numbers, flags, nothing and the words for them apart', async () => {
    const contact = aContact({
      id: 'kinds',
      name: 'null',
      phone: '007',
      username: 'true',
      blocked: true,
      createdAt: Date.UTC(2999, 0),
      avatarUrl: '',
    });
    await store.atomically((tx) => tx.meet([contact], []));
    expect(await store.reads.contact('kinds')).toEqual(contact);
  });

  it('throws what only the database refuses, without the values', async () => {
    const message = aMessage({ id: 'x'.repeat(40), providerMessageId: null, content: { type: 'text', text: 'secret words' } });
    const error = await store
      .atomically((tx) => tx.write({ ...NOTHING, newMessages: [message], newWebhookEvents: [aWebhookEvent({ id: 'kept' })] }))
      .catch((failure: Error) => failure);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret words');
  });

  it('writes each kind in one statement, and nothing for a kind without rows', async () => {
    const heard = listening(await openDatabase(place.url));
    const other = storeOver(heard.database, { clock: handClock(), log: quiet, newId: countingIds(), random: () => 0 });
    const many = Array.from({ length: 100 }, (_, i) => i);
    await other.atomically(async (tx) => {
      await tx.write(NOTHING);
      expect(heard.statements).toEqual([]);
      await tx.write({
        ...NOTHING,
        newChats: many.map((i) => aChat({ id: `many${i}` })),
        newTickets: many.map((i) => aTicket({ id: `many${i}`, chatId: `many${i}`, number: 5_000 + i })),
        newMessages: many.map((i) => aMessage({ id: `many${i}`, chatId: `many${i}`, providerMessageId: `many${i}` })),
        events: many.map((i) => anEvent({ ticketId: `many${i}` })),
        newErrands: many.map((i) => anErrand({ id: `many${i}`, key: `many${i}` })),
        newWebhookEvents: many.map((i) => aWebhookEvent({ id: `many${i}` })),
      });
    });
    expect(heard.statements.map((sql) => /^insert into (\w+)/.exec(sql)?.[1])).toEqual([
      'chats',
      'tickets',
      'messages',
      ...(store.dialect === 'sqlite' ? ['message_words'] : []),
      'ticket_events',
      'webhook_events',
      'outbox',
    ]);

    heard.statements.length = 0;
    await other.atomically(async (tx) => {
      const held = await tx.hold(many.map((i) => `many${i}`));
      await tx.write({
        ...NOTHING,
        chats: held.map(({ chat }) => chat),
        tickets: held.map(({ ticket }, i) => ({ ...ticket!, ...(i % 2 ? { status: 'closed', stage: 'closed' } : {}) })),
        messages: many.map((i) => aMessage({ id: `many${i}`, chatId: `many${i}`, providerMessageId: `many${i}`, rev: 2 })),
        errands: many.map((i) => anErrand({ id: `many${i}`, key: `many${i}`, attempts: 1 })),
        doneErrands: many.map((i) => `many${i}`),
      });
    });
    expect(heard.statements).toHaveLength(6);
    await other.close();
  });

  it('splits what is too large for one packet', async () => {
    const newWebhookEvents = Array.from({ length: 3 }, (_, i) =>
      aWebhookEvent({ id: `large${i}`, raw: { text: String(i).repeat(1_500_000) } }),
    );
    const newMessages = Array.from({ length: 2_500 }, (_, i) =>
      aMessage({ id: `long${i}`, chatId: 'long', seq: i + 1, rev: i + 1, providerMessageId: null }),
    );
    await store.atomically((tx) => tx.write({ ...NOTHING, newWebhookEvents, newMessages }));
    expect(await store.reads.webhookEvent('large2')).toEqual({ ...newWebhookEvents[2], ticketNumber: null });
    expect(await store.reads.message('long2499')).toEqual(newMessages[2_499]);
  });

  it('asks about the sends of a chat', async () => {
    const sent = { status: 'sent', attempts: 1, error: null, attemptedAt: NOW, acceptedAt: NOW + 5 } as const;
    const agent = { kind: 'agent', id: 'agent1', name: 'Luis' } as const;
    const out = { chatId: 'sends', direction: 'out', author: agent, providerMessageId: null } as const;
    const newMessages = [
      aMessage({ ...out, id: 's1', seq: 1, rev: 1, sentAt: NOW + 1, delivery: sent }),
      aMessage({ ...out, id: 's2', seq: 2, rev: 2, sentAt: NOW + 2, delivery: { ...sent, status: 'read', acceptedAt: NOW + 9 } }),
      aMessage({
        ...out,
        id: 's3',
        seq: 3,
        rev: 3,
        sentAt: NOW + 3,
        ticketId: null,
        author: { kind: 'bot', id: null, name: null },
        delivery: { ...sent, status: 'delivered', acceptedAt: NOW + 20 },
      }),
      aMessage({ ...out, id: 's4', seq: 4, rev: 4, delivery: { ...sent, status: 'failed', acceptedAt: NOW + 30 } }),
      aMessage({ ...out, id: 's5', seq: 5, rev: 5, direction: 'in', author: { kind: 'customer', id: null, name: null }, ticketId: null }),
    ];
    await store.atomically((tx) => tx.write({ ...NOTHING, newMessages }));
    await store.atomically(async (tx) => {
      const until = (sentAt: number) => [
        { chatId: 'sends', sentAt },
        { chatId: 'nobody', sentAt },
      ];
      const from = (seq: number) => [
        { chatId: 'sends', seq },
        { chatId: 'nobody', seq },
      ];
      expect((await tx.unreadOutbound(until(NOW + 3), 'read')).map(({ id }) => id)).toEqual(['s1', 's3']);
      expect((await tx.unreadOutbound(until(NOW + 3), 'delivered')).map(({ id }) => id)).toEqual(['s1']);
      expect((await tx.unreadOutbound(until(NOW + 2), 'read')).map(({ id }) => id)).toEqual(['s1']);
      expect((await tx.outboundAfter(from(0))).map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
      expect((await tx.outboundAfter(from(2))).map(({ id }) => id)).toEqual(['s3', 's4']);
      expect((await tx.loose(from(2), 0, 10)).map(({ id }) => id)).toEqual(['s3', 's5']);
      expect((await tx.loose(from(2), 0, 1)).map(({ id }) => id)).toEqual(['s5']);
      expect(await tx.unsettled(['sends', 'nobody'])).toEqual(new Set());
      await tx.write({ ...NOTHING, messages: [{ ...newMessages[0]!, delivery: { ...sent, status: 'uncertain' } }] });
      expect(await tx.unsettled(['sends', 'nobody'])).toEqual(new Set(['sends']));
    });
  });

  it('queues pending tickets of some teams: the most urgent first, then who waits longest; snoozed ones and closed channels left out', async () => {
    const tickets = [
      { id: 'q1', priority: 'medium', statusSince: NOW - 1 },
      { id: 'q2', priority: 'urgent', statusSince: NOW },
      { id: 'q3', priority: 'urgent', statusSince: NOW - 5 },
      { id: 'q4', priority: 'urgent', stage: 'snoozed' },
      { id: 'q5', priority: 'urgent', status: 'active', assigneeId: 'agent9' },
      { id: 'q6', priority: 'high', channelId: 'muted' },
      { id: 'q7', priority: 'low', teamId: 'support' },
    ] as const;
    await store.atomically((tx) =>
      tx.write({
        ...NOTHING,
        newChats: tickets.map(({ id }) => aChat({ id, lastAssigneeId: `last of ${id}` })),
        newTickets: tickets.map((ticket, i) => aTicket({ ...ticket, chatId: ticket.id, number: 9_000 + i })),
      }),
    );
    const queued = async (look: Partial<QueueLook>) =>
      (await store.reads.queued({ exceptChannels: [], teams: [null], limit: 3, skip: 0, ...look })).map(({ ticket }) => ticket.id);
    expect(await queued({ exceptChannels: ['muted'] })).toEqual(['q3', 'q2', 'q1']);
    expect(await queued({})).toEqual(['q3', 'q2', 'q6']);
    expect(await queued({ skip: 2, limit: 2 })).toEqual(['q6', 'q1']);
    expect(await queued({ teams: ['support', 'sales'] })).toEqual(['q7']);
    expect(await queued({ teams: [null, 'support'], limit: 200 })).toEqual(expect.arrayContaining(['q1', 'q7']));
    expect(await queued({ teams: [] })).toEqual([]);
    expect(await store.reads.queued({ exceptChannels: [], teams: ['support'], limit: 1, skip: 0 })).toMatchObject([
      { ticket: { id: 'q7', teamId: 'support' }, lastHandledBy: 'last of q7' },
    ]);
    await store.atomically(async (tx) => {
      expect(await tx.ticketsOf('agent9', ['active'])).toEqual([{ id: 'q5', chatId: 'q5' }]);
      expect(await tx.ticketsInStage('snoozed', 10)).toEqual([{ id: 'q4', chatId: 'q4' }]);
      expect(await tx.countInStage('snoozed')).toBe(1);
    });
  });

  it('keeps agents: with their load, one log-in each, free again once they are removed', async () => {
    const agent = anAgent({ id: 'agent9', email: 'Ana@Example.com' });
    await store.atomically((tx) => tx.addAgent(agent, 'hash'));
    await store.atomically((tx) => tx.addAgent(anAgent({ id: 'away', email: 'away@example.com', presence: 'away' }), null));
    await store.atomically((tx) => tx.addAgent(anAgent({ id: 'home', email: 'home@example.com', presence: 'offline' }), null));
    expect(await store.atomically((tx) => tx.agentsAround())).toMatchObject([
      { agent, load: 1 },
      { agent: { id: 'away' }, load: 0 },
    ]);
    expect(await store.reads.agentByEmail(' ana@example.COM')).toEqual({ agent, passwordHash: 'hash' });

    const twin = anAgent({ id: 'twin', email: 'ANA@example.com' });
    await expect(store.atomically((tx) => tx.addAgent(twin, null))).rejects.toMatchObject({
      code: 'already_exists',
    } satisfies Partial<Refusal>);
    await store.atomically(async (tx) => {
      const [found] = await tx.agents(['agent9']);
      await tx.write({ ...NOTHING, agents: [{ ...found!, removedAt: NOW }] });
    });
    await store.atomically((tx) => tx.addAgent(twin, null));
    expect((await store.reads.agentByEmail('ana@example.com'))?.agent.id).toBe('twin');
    await expect(
      store.atomically(async (tx) => {
        const [away] = await tx.agents(['away']);
        await tx.write({ ...NOTHING, agents: [{ ...away!, email: 'ana@example.com' }] });
      }),
    ).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('keeps the house, with a version that moves with every change', async () => {
    const { version } = await store.reads.house();
    const channel = aChannel({ id: 'house', config: { a: 'b' } });
    await store.atomically((tx) => tx.addChannel(channel));
    await store.atomically(async (tx) => {
      const house = await tx.house();
      await tx.saveChannel({ ...house.channels[0]!, name: 'Support' });
      await tx.saveSettings({ ...house.settings, locale: { timeZone: 'Europe/Lisbon', language: 'pt' } });
    });
    await store.atomically((tx) =>
      tx.addStage({ key: 'parts', name: 'Waiting for parts', color: 'moss', system: false, position: 4, deletedAt: null }),
    );
    const house = await store.reads.house();
    expect(house.version).toBe(version + 4);
    expect(house.channels).toEqual([{ ...channel, name: 'Support', version: 2 }]);
    expect(house.settings.locale).toEqual({ timeZone: 'Europe/Lisbon', language: 'pt' });
    expect(house.stages.at(-1)).toMatchObject({ key: 'parts', system: false, deletedAt: null });
  });

  it('keeps sessions, the set-up token, sweeps and idempotency keys', async () => {
    const session = {
      id: 'a'.repeat(64),
      agentId: 'agent9',
      createdAt: NOW,
      expiresAt: NOW + 10,
      browser: null,
      address: null,
      seenAt: null,
    };
    const call = { caller: 'agent9', route: 'POST /tickets', key: 'Key', bodyHash: 'x', answer: null, createdAt: NOW };
    await store.atomically(async (tx) => {
      await tx.addSession(session);
      await tx.addSession({ ...session, id: 'b' });
      await tx.setSetup({ hash: 'h1', expiresAt: NOW });
      await tx.setSetup({ hash: 'h2', expiresAt: NOW });
      await tx.saveSweep({ name: 'time', lastAt: NOW, catchUpUntil: null, lookedUntil: null });
      await tx.saveSweep({ name: 'time', lastAt: NOW + 1, catchUpUntil: NOW, lookedUntil: null });
      expect(await tx.claimIdempotency(call)).toBe(true);
      expect(await tx.claimIdempotency(call)).toBe(false);
      expect(await tx.claimIdempotency({ ...call, key: 'key' })).toBe(true);
      await tx.finishIdempotency({ ...call, answer: { status: 201, body: { id: '1' } } });
      await tx.removeSessions({ agentId: 'agent9', except: 'b' });
    });
    expect(await store.reads.session(session.id)).toBeNull();
    expect(await store.reads.session('b')).toEqual({ ...session, id: 'b' });
    expect(await store.reads.setup()).toEqual({ hash: 'h2', expiresAt: NOW });
    expect(await store.atomically((tx) => tx.sweep('time'))).toEqual({
      name: 'time',
      lastAt: NOW + 1,
      catchUpUntil: NOW,
      lookedUntil: null,
    });
    expect(await store.reads.idempotency('agent9', 'POST /tickets', 'Key')).toEqual({
      ...call,
      answer: { status: 201, body: { id: '1' } },
    });

    await store.atomically(async (tx) => {
      await tx.removeSessions({ expiredAt: NOW + 10 });
      await tx.removeIdempotency({ caller: 'agent9', route: 'POST /tickets', key: 'Key' });
      await tx.removeIdempotency({ before: NOW + 1 });
      await tx.setSetup(null);
    });
    expect(await store.reads.session('b')).toBeNull();
    expect(await store.reads.setup()).toBeNull();
    expect(await store.reads.idempotency('agent9', 'POST /tickets', 'key')).toBeNull();
  });
});
