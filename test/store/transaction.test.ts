import type { OpenStore } from '../../src/store';
import { type TestDatabase, databases, testStore } from '../support/database';
import { NOTHING, aChannel, aChat, aContact, aMessage, aTicket, aWebhookEvent, anAgent, anErrand, anEvent, anIdentity } from './samples';

describe.each(databases())('a transaction on $name', ({ create }) => {
  let database: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    database = await create();
    store = await testStore(database);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  it('keeps a customer, a chat and an open ticket as they were given', async () => {
    const [contact, identity, chat] = [aContact(), anIdentity(), aChat({ windowFrom: 5 })];
    const ticket = aTicket({ tags: ['vip', 'a"b'], lastMessage: { id: 'message1', direction: 'in', author: 'customer', type: 'text', text: 'hello', at: 7 } });
    await store.atomically(async (tx) => {
      await tx.meet([contact], [identity]);
      await tx.write({
        ...NOTHING,
        newChats: [chat],
        newTickets: [ticket],
        newMessages: [aMessage()],
        events: [anEvent()],
        newErrands: [anErrand()],
        newWebhookEvents: [aWebhookEvent()],
      });
    });
    await store.atomically(async (tx) => {
      expect(await tx.identities([identity])).toEqual([identity]);
      expect(await tx.contact(contact.id)).toEqual(contact);
      expect(await tx.hold([chat.id, 'unknown'])).toEqual([{ chat, ticket, blocked: false }]);
      expect(await tx.messages(['message1'])).toEqual([aMessage()]);
      expect(await tx.errandsOf('chat:chat1', 10)).toEqual([anErrand()]);
      expect(await tx.webhookEvent('webhook1')).toEqual(aWebhookEvent());
    });
  });

  it('saves changed rows one version further', async () => {
    await store.atomically(async (tx) => {
      const [held] = await tx.hold(['chat1']);
      await tx.write({
        ...NOTHING,
        chats: [{ ...held!.chat, seq: 2 }],
        tickets: [{ ...held!.ticket!, unread: 3, waiting: true }],
        messages: [aMessage({ rev: 2, content: { type: 'text', text: 'edited' } })],
        doneErrands: ['errand1'],
      });
    });
    const [held] = await store.atomically((tx) => tx.hold(['chat1']));
    expect(held).toMatchObject({ chat: { seq: 2, version: 2, windowFrom: 5 }, ticket: { unread: 3, waiting: true, version: 2 } });
    expect(await store.atomically((tx) => tx.errandsOf('chat:chat1', 10))).toEqual([]);
  });

  it('keeps the house: channels, stages and settings, with a version that moves', async () => {
    const before = await store.atomically((tx) => tx.house());
    await store.atomically(async (tx) => {
      await tx.addChannel(aChannel());
      await tx.addAgent(anAgent(), 'hash');
    });
    const house = await store.atomically((tx) => tx.house());
    expect(house.version).toBe(before.version + 1);
    expect(house.channels).toEqual([aChannel()]);
    expect(house.stages.map(({ key }) => key)).toEqual(['open', 'snoozed', 'closed', 'auto_closed']);
    expect(await store.atomically((tx) => tx.agentsOnline())).toEqual([{ agent: anAgent(), load: 0 }]);
  });
});
