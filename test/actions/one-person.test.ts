import { connectChannel } from '../../src/actions/channels/connect-channel';
import type { Desk } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { duplicatesOf, keepApart } from '../../src/actions/people/duplicates';
import { mergeContacts, unmergeContacts } from '../../src/actions/people/merge-contacts';
import { setBlocked } from '../../src/actions/workspace/set-blocked';
import { updateContact } from '../../src/actions/workspace/update-contact';
import type { Contact } from '../../src/domain/contact';
import { houseKeeper } from '../../src/platform/house-keeper';
import type { Heard, HeardMessage, Who } from '../../src/ports/channel';
import type { Tx } from '../../src/ports/store';
import type { OpenStore } from '../../src/store';
import { type Database, openDatabase } from '../../src/store/database';
import { answers, closes, hears, MARIA, PEDRO, saidIn, ticketOf } from '../support/acts';
import { databases, type TestDatabase, testStore } from '../support/database';
import { HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { over } from '../support/over';

const NEW = '15550009';

describe.each(databases())('who is who, on $name:', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  const reads = () => house.desk.store.reads;
  const known = (phone: string, over: Partial<Who> = {}): Who => ({
    keys: [`pn:${phone}`],
    address: { phone, display: phone },
    name: 'Maria',
    ...over,
  });
  const byId = (id: string, username: string | null = null, over: Partial<Who> = {}): Who => ({
    keys: [`uid:${id}`],
    address: { id, display: username === null ? id : `@${username}` },
    name: 'Maria',
    username,
    ...over,
  });
  const ago = (ms: number) => house.clock.now() - ms;
  const moves = (who: Who, now: Who, at: number | null): Heard => ({ type: 'identity', account: null, raw: null, who, now, at });
  const wrote = (phone: string, words: string, at: number, over: Partial<HeardMessage> = {}) =>
    says(phone, words, { at, from: known(phone), ...over });
  const contactOf = async (id: string): Promise<Contact> => (await reads().contact(id)) as Contact;
  const personOf = async (key: string) => (await reads().chatByIdentity({ channelId: house.whatsapp.id, key }))?.contactId ?? '';
  const alike = async (id: string) =>
    (await duplicatesOf({ ...house.desk, house: house.desk.house.current() }, await contactOf(id))).map(({ contact, signs }) => [
      contact.id,
      ...signs.map(({ kind, value }) => `${kind} ${value}`),
    ]);
  const found = async (q: string) => (await reads().contacts(q, { limit: 10, cursor: null })).data.map(({ id }) => id);
  const saidBy = async (contactId: string) => {
    const chats = await reads().chatsOfContact(contactId);
    return (await Promise.all(chats.map(({ chatId }) => saidIn(house, chatId)))).flat().sort();
  };

  describe('a number that was changed', () => {
    const told = () => moves(known(MARIA), known(NEW), ago(10 * MINUTE));

    it('leads to the same chat; the former one only for what was written before', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      await house.hear(told());
      await house.hear(wrote(NEW, 'two', ago(5 * MINUTE)), wrote(MARIA, 'late', ago(20 * MINUTE)));
      expect(await saidIn(house, ticket.chatId)).toEqual(['one', 'two', 'late']);
      expect((await reads().chat(ticket.chatId))?.address).toMatchObject({ phone: NEW, display: NEW });
      expect(await contactOf(ticket.contactId)).toMatchObject({ phone: NEW });
      expect(await reads().pastIdentitiesOf(ticket.contactId)).toMatchObject([
        { key: `pn:${MARIA}`, until: ago(10 * MINUTE), reason: 'left' },
      ]);
    });

    it('is somebody else\u2019s when a stranger writes from the former one, who is no duplicate', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      await house.hear(told());
      await house.hear(wrote(MARIA, 'I am new here', ago(MINUTE), { from: known(MARIA, { name: 'Somebody' }) }));
      const stranger = await personOf(`pn:${MARIA}`);
      expect(stranger).not.toBe(ticket.contactId);
      expect(await alike(stranger)).toEqual([]);
      await house.hear(told(), wrote(MARIA, 'older', ago(30 * MINUTE)));
      expect(await saidIn(house, ticket.chatId)).toEqual(['one', 'older']);
      expect(await personOf(`pn:${MARIA}`)).toBe(stranger);
    });

    it('ends alike in every order, also told twice or in one go', async () => {
      const deliveries = (n: number) => {
        const [former, next] = [known(`1666000${n}`), known(`1777000${n}`)];
        const at = ago(10 * MINUTE);
        return [
          says(`1666000${n}`, 'before', { from: former, at: at - MINUTE }),
          moves(former, next, at),
          says(`1777000${n}`, 'after', { from: next, at: at + MINUTE }),
        ];
      };
      const orders = [
        [[0], [1], [2]],
        [[0], [2], [1]],
        [[1], [0], [2]],
        [[1], [2], [0]],
        [[2], [0], [1]],
        [[2], [1], [0]],
        [[2, 0, 1]],
        [
          [1, 2],
          [1, 0, 2],
        ],
        [[0, 2], [1], [1]],
      ];
      for (const [n, order] of orders.entries()) {
        const all = deliveries(n);
        for (const batch of order) await house.hear(...batch.map((at) => all[at] as Heard));
        const contact = await personOf(`pn:1777000${n}`);
        const names = (await reads().identitiesOf(contact)).map(({ key }) => key);
        const former = (await reads().pastIdentitiesOf(contact)).filter(({ reason }) => reason === 'left').map(({ key }) => key);
        expect([order, await saidBy(contact), names, former, await personOf(`pn:1666000${n}`)]).toEqual([
          order,
          ['after', 'before'],
          [`pn:1777000${n}`],
          [`pn:1666000${n}`],
          '',
        ]);
      }
    });

    it('was changed again: who wrote by all of them is one person, and answered by the last, in every order', async () => {
      for (const [n, order] of ['01234', '03124', '03421', '20314', '02134', '43201'].entries()) {
        const at = (minutes: number) => ago((10 - minutes) * MINUTE);
        const [a, b, c] = [`1666100${n}`, `1666200${n}`, `1666300${n}`] as const;
        const all = [
          wrote(a, 'a', at(0)),
          moves(known(a), known(b), at(1)),
          wrote(b, 'b', at(2)),
          moves(known(b), known(c), at(3)),
          wrote(c, 'c', at(4)),
        ];
        for (const one of `${order}${order}`) await house.hear(all[Number(one)] as Heard);
        const person = await personOf(`pn:${c}`);
        const chats = await Promise.all((await reads().chatsOfContact(person)).map(({ chatId }) => reads().chat(chatId)));
        expect([order, await saidBy(person), await personOf(`pn:${b}`), (await contactOf(person)).phone]).toEqual([
          order,
          ['a', 'b', 'c'],
          '',
          c,
        ]);
        expect(chats.map((chat) => chat?.address.phone)).toEqual(chats.map(() => c));
        house.clock.forward(HOUR);
      }
    });

    it('is given to the next, whose it stays when it is told late that it was somebody else\u2019s before', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      const next = await hears(house, PEDRO, 'two', { at: ago(50 * MINUTE), from: known(PEDRO) });
      house.clock.forward(HOUR);
      const late = moves(known(MARIA), known(NEW), ago(30 * MINUTE));
      await house.hear(moves(known(PEDRO), known(NEW), ago(10 * MINUTE)));
      await house.hear(late, late, wrote(NEW, 'between', ago(20 * MINUTE)), wrote(NEW, 'now', ago(MINUTE)));
      expect([await saidIn(house, ticket.chatId), await saidIn(house, next.chatId)]).toEqual([
        ['one', 'between'],
        ['two', 'now'],
      ]);
    });

    it('was somebody\u2019s whom the desk knows: from then on it leads to who has it now, and the two may be one', async () => {
      const other = await hears(house, NEW, 'long ago', { at: ago(2 * HOUR), from: known(NEW) });
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      house.clock.forward(HOUR);
      const at = ago(10 * MINUTE);
      await house.hear(moves(known(MARIA), known(NEW), at));
      await house.hear(wrote(NEW, 'now', ago(MINUTE)), wrote(NEW, 'late', at - MINUTE));
      expect(await saidIn(house, ticket.chatId)).toEqual(['one', 'now']);
      expect(await saidIn(house, other.chatId)).toEqual(['long ago', 'late']);
      expect(await alike(ticket.contactId)).toEqual([[other.contactId, `moved ${NEW}`]]);
      expect(await alike(other.contactId)).toEqual([[ticket.contactId, `moved ${NEW}`]]);
    });

    it('was in use on both sides of the change: nothing is moved, and the two may be one', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      const other = await hears(house, NEW, 'hello', { at: ago(50 * MINUTE), from: known(NEW) });
      house.clock.forward(HOUR);
      await house.hear(wrote(NEW, 'again', ago(MINUTE)));
      await house.hear(moves(known(MARIA), known(NEW), ago(5 * MINUTE)));
      expect(await saidIn(house, other.chatId)).toEqual(['hello', 'again']);
      expect((await contactOf(other.contactId)).mergedInto).toBeNull();
      expect(await alike(ticket.contactId)).toEqual([[other.contactId, `moved ${NEW}`]]);
      expect((await reads().chat(ticket.chatId))?.address.phone).toBe(NEW);
    });

    it('goes back and forth by the network\u2019s time', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      const [there, back] = [moves(known(MARIA), known(NEW), ago(20 * MINUTE)), moves(known(NEW), known(MARIA), ago(10 * MINUTE))];
      await house.hear(there);
      await house.hear(back);
      await house.hear(there, back);
      expect((await reads().identitiesOf(ticket.contactId)).map(({ key }) => key)).toEqual([`pn:${MARIA}`]);
      expect((await reads().chat(ticket.chatId))?.address.phone).toBe(MARIA);
      await house.hear(wrote(NEW, 'between', ago(15 * MINUTE)), wrote(NEW, 'a stranger', ago(MINUTE)));
      expect(await saidIn(house, ticket.chatId)).toEqual(['one', 'between']);
    });
  });

  describe('an answer goes', () => {
    const taken = (contacts: unknown) =>
      house.graph.behave(() => ({ status: 200, body: { messages: [{ id: `wamid.${house.graph.calls.length}` }], contacts: [contacts] } }));
    const to = () => {
      const { to: phone, recipient } = house.graph.calls.at(-1)?.body ?? {};
      return phone ?? recipient;
    };

    it('to the spelling that the network gave last, and what it gave stays as it is written', async () => {
      const ana = await house.agent('Ana');
      const long = known('5511987654321', { keys: ['pn:551187654321'], spellings: { 'pn:551187654321': '5511987654321' } });
      const ticket = await hears(house, '5511987654321', 'oi', { from: long });
      taken({ input: '+5511987654321', wa_id: '551187654321' });
      await answers(house, ticket, ana);
      expect(to()).toBe('+5511987654321');
      await answers(house, ticket, ana, 'again');
      expect(to()).toBe('+551187654321');
      await house.hear(says('5511987654321', 'obrigado', { from: long }));
      await answers(house, ticket, ana, 'and again');
      expect(to()).toBe('+5511987654321');
      expect(await reads().identitiesOf(ticket.contactId)).toMatchObject([{ key: 'pn:551187654321', spelling: '5511987654321' }]);
    });

    it('by the id to who has no phone, or has not told it again', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house, 'US.1001', 'hello', { from: byId('US.1001', 'maria_x') });
      taken({ input: 'US.1001', user_id: 'US.1001' });
      await answers(house, ticket, ana);
      expect(to()).toBe('US.1001');
      const both = { keys: ['uid:US.1001', `pn:${MARIA}`], address: { phone: MARIA, id: 'US.1001', display: MARIA } };
      await house.hear(says('US.1001', 'my number', { from: { ...byId('US.1001', 'maria_x'), ...both } }));
      await answers(house, ticket, ana, 'thanks');
      expect(to()).toBe(`+${MARIA}`);
      expect(await contactOf(ticket.contactId)).toMatchObject({ phone: MARIA, username: 'maria_x' });
      await house.hear(says('US.1001', 'bye', { from: byId('US.1001', 'maria_x') }));
      taken({ input: 'US.1001', user_id: 'US.1001' });
      await answers(house, ticket, ana, 'bye');
      expect(to()).toBe('US.1001');
      expect((await reads().chat(ticket.chatId))?.address.display).toBe(MARIA);
    });

    it('by the other name when one is refused before anything went out, and by that one from then on', async () => {
      const ana = await house.agent('Ana');
      const both = { ...byId('US.1'), keys: ['uid:US.1', `pn:${MARIA}`], address: { phone: MARIA, id: 'US.1', display: MARIA } };
      const ticket = await hears(house, MARIA, 'hello', { from: both });
      house.graph.behave(({ body }) =>
        body.to
          ? { status: 400, body: { error: { code: 131026, message: 'Undeliverable' } } }
          : { status: 200, body: { messages: [{ id: 'wamid.BY-ID' }], contacts: [{ input: 'US.1', user_id: 'US.1' }] } },
      );
      expect((await answers(house, ticket, ana)).delivery?.status).toBe('sent');
      const before = house.graph.calls.length;
      house.graph.behave(() => ({
        status: 200,
        body: { messages: [{ id: 'wamid.BY-ID-2' }], contacts: [{ input: 'US.1', user_id: 'US.1' }] },
      }));
      await answers(house, ticket, ana, 'again');
      expect([house.graph.calls.length - before, to()]).toEqual([1, 'US.1']);
    });
  });

  it('what reached nobody by one name goes by the other when it is sent again', async () => {
    const ana = await house.agent('Ana');
    const both = { ...byId('US.1'), keys: ['uid:US.1', `pn:${MARIA}`], address: { phone: MARIA, id: 'US.1', display: MARIA } };
    const ticket = await hears(house, MARIA, 'hello', { from: both });
    const { id, providerMessageId } = await answers(house, ticket, ana);
    const error = { code: 'recipient_unavailable', providerCode: '131026', detail: 'Undeliverable' } as const;
    await house.hear({
      type: 'receipt',
      account: null,
      raw: null,
      id: providerMessageId,
      reference: id,
      status: 'failed',
      at: null,
      error,
    });
    await answers(house, ticket, ana, 'again');
    expect(house.graph.calls.at(-1)?.body).toMatchObject({ recipient: 'US.1' });
  });

  it('a user name follows; a name follows unless somebody of the desk gave it', async () => {
    const ticket = await hears(house, 'US.1001', 'one', { from: byId('US.1001', 'Maria_X') });
    await house.hear(says('US.1001', 'two', { from: byId('US.1001', 'maria_y', { name: 'Maria Y' }) }));
    expect(await contactOf(ticket.contactId)).toMatchObject({ name: 'Maria Y', username: 'maria_y' });
    await updateContact(house.desk, { contactId: ticket.contactId, by: house.admin, name: 'Mrs Y' });
    await house.hear(says('US.1001', 'three', { from: byId('US.1001', 'maria_z', { name: 'Maria Z' }) }));
    await house.hear(says('US.1001', 'late', { at: ago(HOUR), from: byId('US.1001', 'maria_x', { name: 'Maria X' }) }));
    expect(await contactOf(ticket.contactId)).toMatchObject({ name: 'Mrs Y', username: 'maria_z' });
    expect((await reads().pastIdentitiesOf(ticket.contactId)).map(({ key, reason }) => [key, reason]).sort()).toEqual([
      ['@maria_x', 'left'],
      ['@maria_y', 'left'],
    ]);
    for (const q of ['@maria_z', 'maria_y', 'Maria_X', 'us.1001']) expect([q, await found(q)]).toEqual([q, [ticket.contactId]]);
    expect(await found('us')).toEqual([]);
    const other = await hears(house, 'US.2002', 'mine now', { from: byId('US.2002', 'maria_x') });
    expect(await alike(other.contactId)).toEqual([]);
    const third = await hears(house, 'US.3003', 'and this one', { from: byId('US.3003', 'maria_z') });
    expect((await reads().identitiesOf(third.contactId)).map(({ key }) => key)).toContain('@maria_z');
    expect(await alike(third.contactId)).toEqual([[ticket.contactId, 'username maria_z']]);
  });

  describe('two contacts may be one', () => {
    it('by a phone over two channels, an id, and a user name of one network', async () => {
      const one = await hears(house, '5511987654321', 'one', {
        from: known('5511987654321', { keys: ['uid:US.7', 'pn:551187654321'], username: 'm' }),
      });
      const config = {
        phoneNumberId: '100000000000002',
        businessAccountId: '200000000000001',
        accessToken: 'EAAtest',
        appSecret: 'secret',
      };
      const second = await connectChannel(house.desk, { kind: 'whatsapp_cloud', name: 'Second', config });
      await house.hearOn(second, says('x1', 'two', { from: known('551187654321') }));
      await house.hearOn(second, says('x2', 'three', { from: byId('US.7') }));
      await house.hearOn(second, says('x3', 'four', { from: byId('US.8', 'M') }));
      await house.hearOn(house.instagram, says('x4', 'five', { from: { ...byId('99', 'm'), keys: ['ig:99'] } }));
      const ids = await Promise.all(
        ['pn:551187654321', 'uid:US.7', 'uid:US.8'].map(
          async (key) => (await reads().chatByIdentity({ channelId: second.id, key }))?.contactId,
        ),
      );
      const signs = [['phone 551187654321'], ['user_id US.7'], ['username m']];
      expect((await alike(one.contactId)).sort()).toEqual(ids.map((id, at) => [id, ...(signs[at] ?? [])]).sort());
    });

    it('by the number that somebody shares, until somebody says that they are two', async () => {
      const one = await hears(house, MARIA, 'one', { from: known(MARIA) });
      const other = await hears(house, 'US.5005', 'two', { from: byId('US.5005') });
      expect(await alike(one.contactId)).toEqual([]);
      await house.hear(
        says('US.5005', 'my number', {
          from: byId('US.5005', null, {
            keys: ['uid:US.5005', `pn:${MARIA}`],
            address: { id: 'US.5005', phone: MARIA, via: 'id', display: MARIA },
          }),
        }),
      );
      expect(await alike(one.contactId)).toEqual([[other.contactId, `phone ${MARIA}`]]);
      expect(await alike(other.contactId)).toEqual([[one.contactId, `phone ${MARIA}`]]);
      await keepApart(house.desk, { contactId: other.contactId, otherId: one.contactId, by: house.admin });
      await keepApart(house.desk, { contactId: one.contactId, otherId: other.contactId, by: house.admin });
      expect([await alike(one.contactId), await alike(other.contactId)]).toEqual([[], []]);
    });
  });

  describe('made one', () => {
    async function two() {
      const closed = await hears(house, PEDRO, 'before', { from: known(PEDRO, { name: 'Pedro', username: 'pe' }) });
      await closes(house, closed);
      const open = await hears(house, PEDRO, 'hello', { from: known(PEDRO, { name: 'Pedro', username: 'pe' }) });
      const kept = await hears(house, MARIA, 'hi', { from: known(MARIA) });
      return { closed, open, kept };
    }
    const merge = (contactId: string, otherId: string) => mergeContacts(house.desk, { contactId, otherId, by: house.admin });

    it('they have one list of tickets, and what the kept one lacked', async () => {
      const { closed, open, kept } = await two();
      const { id } = await merge(kept.contactId, open.contactId);
      for (const ticket of [closed, open]) expect((await house.ticket(ticket.id)).contactId).toBe(kept.contactId);
      expect(await contactOf(kept.contactId)).toMatchObject({ name: 'Maria', phone: MARIA, username: 'pe', blocked: false });
      expect((await contactOf(open.contactId)).mergedInto).toBe(kept.contactId);
      const events = (await reads().events(open.id, { limit: 20, cursor: null })).data;
      expect(events.at(-1)).toMatchObject({ type: 'updated', cause: 'contact_merged', data: { mergeId: id, from: open.contactId } });
      for (const q of ['Pedro', PEDRO, '@pe', 'Maria']) expect([q, await found(q)]).toEqual([q, [kept.contactId]]);
      await house.hear(wrote(PEDRO, 'still me', ago(0)));
      expect((await ticketOf(house, PEDRO)).contactId).toBe(kept.contactId);
      expect((await reads().contacts(null, { limit: 10, cursor: null })).data.map((one) => one.id)).toEqual([kept.contactId]);
    });

    it('they are parted again, with what was said since', async () => {
      const { open, kept } = await two();
      const { id } = await merge(kept.contactId, open.contactId);
      await house.hear(wrote(PEDRO, 'since', ago(0), { from: known(PEDRO, { name: 'Pedro' }) }));
      const part = () => unmergeContacts(house.desk, { contactId: kept.contactId, mergeId: id, by: house.admin });
      await part();
      expect(await contactOf(kept.contactId)).toMatchObject({ phone: MARIA, username: null });
      expect(await contactOf(open.contactId)).toMatchObject({ mergedInto: null, phone: PEDRO });
      expect((await house.ticket(open.id)).contactId).toBe(open.contactId);
      expect(await saidBy(open.contactId)).toEqual(['before', 'hello', 'since']);
      expect(await found(PEDRO)).toEqual([open.contactId]);
      await expect(part()).rejects.toThrow('parted already');
      await merge(kept.contactId, open.contactId);
      const late = { contactId: open.contactId, by: house.admin };
      await expect(updateContact(house.desk, { ...late, name: 'Pete' })).rejects.toThrow('found to be another');
      await expect(setBlocked(house.desk, { ...late, blocked: true })).rejects.toThrow('found to be another');
    });

    it('they are erased together, with every trace of who was who', async () => {
      const { open, kept } = await two();
      await house.hear(moves(known(MARIA), known(NEW), ago(0)));
      await merge(kept.contactId, open.contactId);
      const third = await hears(house, 'US.3003', 'third', { from: byId('US.3003') });
      await keepApart(house.desk, { contactId: kept.contactId, otherId: third.contactId, by: house.admin });
      await house.desk.store.atomically((tx) => tx.eraseChats([open.chatId, kept.chatId], []));
      for (const id of [kept.contactId, open.contactId]) {
        const { contact, mergesInto, pastIdentitiesOf, identitiesOf } = reads();
        expect([await contact(id), await mergesInto(id), await pastIdentitiesOf(id), await identitiesOf(id)]).toEqual([null, [], [], []]);
      }
      expect(await reads().differentFrom(third.contactId)).toEqual([]);
      expect((await reads().contacts(null, { limit: 10, cursor: null })).data.map(({ id }) => id)).toEqual([third.contactId]);
    });

    it('they are parted in the other order than they were made one, or not at all', async () => {
      const { open, kept } = await two();
      const third = await hears(house, NEW, 'third', { from: known(NEW) });
      const first = await merge(kept.contactId, open.contactId);
      const second = await merge(third.contactId, kept.contactId);
      expect((await contactOf(open.contactId)).mergedInto).toBe(third.contactId);
      await expect(unmergeContacts(house.desk, { contactId: kept.contactId, mergeId: first.id, by: house.admin })).rejects.toThrow(
        'part those two first',
      );
      await unmergeContacts(house.desk, { contactId: third.contactId, mergeId: second.id, by: house.admin });
      expect((await contactOf(open.contactId)).mergedInto).toBe(kept.contactId);
      await unmergeContacts(house.desk, { contactId: kept.contactId, mergeId: first.id, by: house.admin });
      expect([await saidBy(third.contactId), await saidBy(kept.contactId)]).toEqual([['third'], ['hi']]);
      await expect(merge(kept.contactId, 'nobody')).rejects.toThrow('no such contact');
    });
  });

  describe('in two processes at one moment,', () => {
    let memory: Database;
    let other: OpenStore;
    beforeEach(async () => {
      memory = await openDatabase(database.url);
      other = await testStore(database, house.clock);
    });
    afterEach(async () => {
      await other.close();
      await memory.close();
    });

    /** The desk in another process, in which `act` happens here as soon as its `nth` look at something is answered; before it all where one process owns the database. */
    async function lookingWhile(look: 'names' | 'chatIdsOf', act: () => Promise<unknown>, nth = 1): Promise<Desk> {
      const desk = { ...house.desk, store: other, house: await houseKeeper(other.reads), numbers: openNumbers(other) };
      if (database.dialect === 'sqlite') {
        await act();
        return desk;
      }
      let looks = 0;
      const seen =
        <A, R>(ask: (asked: A) => Promise<R>) =>
        async (asked: A): Promise<R> => {
          const answer = await ask(asked);
          looks += 1;
          if (looks === nth) await act();
          return answer;
        };
      const looking = (tx: Tx): Tx => over(tx, { [look]: seen<never, unknown>(tx[look]) });
      return { ...desk, store: { ...other, atomically: (work) => other.atomically((tx) => work(looking(tx))) } };
    }

    const hearOn = (desk: Desk, ...events: readonly Heard[]) =>
      receive(
        desk,
        events.map((heard) => ({ channelId: house.whatsapp.id, heard })),
        openPeople(),
      );
    const merge = (contactId: string, otherId: string, desk: Desk = house.desk) =>
      mergeContacts(desk, { contactId, otherId, by: house.admin });

    /** What of a person is not where their chat is. */
    async function astray(): Promise<string[]> {
      const found = async (what: string, sql: string) => (await memory.query(sql)).rows.map(({ id }) => `${what} ${id}`);
      const beside = (table: string, id: string) =>
        `select t.${id} as id from ${table} t left join chats h on h.id = t.chatId where h.contactId is null or h.contactId <> t.contactId`;
      return [
        ...(await found(
          'chat',
          'select h.id from chats h left join contacts c on c.id = h.contactId where c.id is null or c.mergedInto is not null',
        )),
        ...(await found(
          'contact',
          'select c.id from contacts c left join contacts k on k.id = c.mergedInto where c.mergedInto is not null and (k.id is null or k.mergedInto is not null)',
        )),
        ...(await found('ticket', beside('tickets', 'id'))),
        ...(await found('name', beside('identities', '`key`'))),
        ...(await found('former name', beside('past_identities', '`key`'))),
      ];
    }

    it('another name of somebody who is made one with somebody else is the kept one\u2019s', async () => {
      const gone = await hears(house, MARIA, 'one', { from: known(MARIA) });
      const kept = await hears(house, PEDRO, 'hello', { from: known(PEDRO) });
      const desk = await lookingWhile('names', () => merge(kept.contactId, gone.contactId));
      await hearOn(desk, says(MARIA, 'two', { from: known(MARIA, { keys: [`pn:${MARIA}`, 'uid:US.1'] }) }));
      expect(await astray()).toEqual([]);
      expect((await reads().identitiesOf(kept.contactId)).map(({ key }) => key)).toContain('uid:US.1');
      expect(await saidBy(kept.contactId)).toEqual(['hello', 'one', 'two']);
    });

    it('a message goes to whoever has its number, that is somebody else\u2019s now', async () => {
      const former = await hears(house, NEW, 'long ago', { at: ago(2 * HOUR), from: known(NEW) });
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      house.clock.forward(HOUR);
      const desk = await lookingWhile('names', () => house.hear(moves(known(MARIA), known(NEW), ago(10 * MINUTE))));
      await hearOn(desk, wrote(NEW, 'now', ago(MINUTE)));
      expect([await saidIn(house, ticket.chatId), await saidIn(house, former.chatId)]).toEqual([['one', 'now'], ['long ago']]);
    });

    it('a change is heard while somebody writes by the new number', async () => {
      const ticket = await hears(house, MARIA, 'one', { at: ago(HOUR), from: known(MARIA) });
      const desk = await lookingWhile('names', () => house.hear(wrote(NEW, 'two', ago(MINUTE))));
      await hearOn(desk, moves(known(MARIA), known(NEW), ago(10 * MINUTE)));
      expect(await saidBy(ticket.contactId)).toEqual(['one', 'two']);
      expect(await astray()).toEqual([]);
    });

    it.each([1, 2])('a change of somebody unknown and what they wrote before it find each other, at look %i', async (nth) => {
      for (const [at, [former, next]] of [
        ['16660001', '17770001'],
        ['16660002', '17770002'],
      ].entries() as IterableIterator<[number, [string, string]]>) {
        const deliveries = [moves(known(former), known(next), ago(10 * MINUTE)), wrote(former, 'late', ago(20 * MINUTE))] as const;
        const [first, second] = at === 0 ? deliveries : deliveries.toReversed();
        const desk = await lookingWhile('names', () => house.hear(first as Heard), nth);
        await hearOn(desk, second as Heard);
        await hearOn(desk, wrote(next, 'now', ago(MINUTE)));
        expect([await saidBy(await personOf(`pn:${next}`)), await personOf(`pn:${former}`)]).toEqual([['late', 'now'], '']);
      }
    });

    it('contacts that are made one in a row end as one, whoever is first', async () => {
      const [one, two, three] = [
        await hears(house, MARIA, 'one', { from: known(MARIA) }),
        await hears(house, PEDRO, 'two', { from: known(PEDRO) }),
        await hears(house, NEW, 'three', { from: known(NEW) }),
      ];
      const desk = await lookingWhile('chatIdsOf', () => merge(two.contactId, three.contactId));
      await merge(one.contactId, two.contactId, desk);
      expect(await astray()).toEqual([]);
      expect(await saidBy(one.contactId)).toEqual(['one', 'three', 'two']);
    });

    it('somebody is blocked with the chats that they have just been given', async () => {
      const [kept, gone] = [
        await hears(house, MARIA, 'one', { from: known(MARIA) }),
        await hears(house, PEDRO, 'two', { from: known(PEDRO) }),
      ];
      const desk = await lookingWhile('chatIdsOf', () => merge(kept.contactId, gone.contactId));
      await setBlocked(desk, { contactId: kept.contactId, by: house.admin, blocked: true });
      for (const { id } of [kept, gone]) expect((await house.events(id)).map(({ cause }) => cause)).toContain('contact_blocked');
    });
  });
});
