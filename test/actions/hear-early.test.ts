import { tidy } from '../../src/actions/time/tidy';
import type { Heard } from '../../src/ports/channel';
import { openDatabase } from '../../src/store/database';
import { activeWith, answers, echo, hears, MARIA, messageOf, receipt, saidIn, story, text, ticketOf } from '../support/acts';
import { databases, type TestDatabase } from '../support/database';
import { DAY, HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const WHO = { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA } };
const GONE = { type: 'unsupported', kind: 'deleted', raw: null };

describe.each(databases())('what is heard before its message, on $name,', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  const about = (target: string) => ({ account: null, raw: null, target, by: 'customer' as const, who: WHO, at: house.clock.now() });
  const likes = (target: string): Heard => ({ type: 'reaction', ...about(target), emoji: '👍' });
  const takesBack = (target: string, whole = false): Heard => ({ type: 'deletion', ...about(target), ...(whole ? { whole } : {}) });
  const rewords = (target: string, words: string, at = house.clock.now()): Heard => ({
    type: 'edit',
    ...about(target),
    at,
    content: text(words),
  });
  const outcomes = async (kind: string) =>
    (await house.desk.store.reads.webhookEvents(house.whatsapp.id, null, { limit: 200, cursor: null })).data
      .filter((event) => event.kind === kind)
      .map(({ outcome, reason }) => [outcome, reason]);
  const first = async () => (await house.messages((await ticketOf(house)).chatId))[0];
  const waiting = async () => {
    const open = await openDatabase(database.url);
    const { rows } = await open.query('select target, about from early order by target');
    await open.close();
    return rows;
  };

  it('is ignored for the time being, and applied when the message comes', async () => {
    await house.hear(likes('m1'));
    expect(await outcomes('reaction')).toEqual([['ignored', 'waits_for_message']]);
    await hears(house, MARIA, 'hello', { id: 'm1' });
    expect((await first())?.reactions).toMatchObject([{ by: 'customer', emoji: '👍' }]);
    expect(await outcomes('reaction')).toEqual([['applied', null]]);
    expect(await waiting()).toEqual([]);
  });

  it('tells the screens of the message as it became', async () => {
    await house.hear(likes('m1'));
    house.announced.length = 0;
    await hears(house, MARIA, 'hello', { id: 'm1' });
    expect(house.announced.map(({ name }) => name)).toEqual(expect.arrayContaining(['message.created', 'message.updated']));
    expect((await first())?.rev).toBe(2);
  });

  it('may come in the same batch', async () => {
    await house.hear(rewords('m1', 'hello'), says(MARIA, 'helo', { id: 'm1' }), likes('m1'));
    expect(await first()).toMatchObject({ content: text('hello'), reactions: [{ emoji: '👍' }] });
    expect((await ticketOf(house)).lastMessage?.text).toBe('hello');
  });

  it('keeps no words of the raw event, and nobody\u2019s name', async () => {
    await house.hear({ ...likes('m1'), raw: { secret: 'raw words' } } as Heard);
    expect(JSON.stringify(await waiting())).not.toMatch(/raw words|15550001/);
  });

  it('is the same row however often it is told, whichever id it waits for', async () => {
    for (const id of ['m1', 'é'.repeat(400), `${'x'.repeat(600)} `]) {
      await house.hear(likes(id), likes(id));
      await house.hear(likes(id));
      expect(await waiting()).toHaveLength(1);
      await house.hear(says(MARIA, 'hello', { id }));
      expect(await waiting()).toEqual([]);
    }
    expect((await house.messages((await ticketOf(house)).chatId)).map(({ reactions }) => reactions.length)).toEqual([1, 1, 1]);
  });

  it('waits for the message of its own channel', async () => {
    await house.hearOn(house.instagram, likes('m1'));
    await hears(house, MARIA, 'hello', { id: 'm1' });
    expect((await first())?.reactions).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });

  it('takes a message back that then comes, for good, and the customer still gets a ticket', async () => {
    await house.hear(takesBack('m1'), rewords('m1', 'my card is 1234'));
    const ticket = await hears(house, MARIA, 'my card is 123', { id: 'm1' });
    await house.hear(says(MARIA, 'my card is 123', { id: 'm1' }));
    expect(await first()).toMatchObject({ content: GONE, deletedAt: house.clock.now(), editedAt: null });
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', unread: 1, lastMessage: { text: '' } });
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending']);
  });

  it('takes back every part of a message, also one that comes after the others were gone', async () => {
    await house.hear(says(MARIA, 'look', { id: 'm' }), says(MARIA, 'a picture', { id: 'm#1' }));
    await house.hear(takesBack('m', true));
    expect(await outcomes('deletion')).toEqual([['applied', null]]);
    await house.hear(says(MARIA, 'another', { id: 'm#2' }), says(MARIA, 'something else', { id: 'n#2' }));
    const { chatId } = await ticketOf(house);
    expect((await house.messages(chatId)).map(({ content }) => content)).toEqual([GONE, GONE, GONE, text('something else')]);
  });

  it('links an answer to the message that it answers', async () => {
    await house.hear(says(MARIA, 'yes', { id: 'm2', replyTo: 'm1' }));
    await house.hear(echo(MARIA, 'are you there?', { id: 'm1', replyTo: 'm0' }));
    await house.hear(says(MARIA, 'hello', { id: 'm0' }));
    const [yes, asked, hello] = await house.messages((await ticketOf(house)).chatId);
    expect([yes?.replyTo, asked?.replyTo, hello?.replyTo]).toEqual([asked?.id, hello?.id, null]);
  });

  it('is a failure that leaves the customer waiting, with the answers before it in mind', async () => {
    const ticket = await hears(house);
    house.clock.forward(MINUTE);
    await house.hear(echo(MARIA, 'we are on it', { id: 'e1' }));
    await house.hear(
      receipt('e2', 'failed', { error: { code: 'unknown', providerCode: '1', detail: 'no' } }),
      echo(MARIA, 'one moment', { id: 'e2' }),
    );
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true, idleFrom: house.clock.now() });
  });

  describe('of our own sending', () => {
    it('is applied when Graph tells the id', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      const now = house.clock.now();
      await house.hear(receipt('wamid.OUT1', 'read', { at: now - SECOND }), receipt('wamid.OUT1', 'delivered', { at: now }));
      const message = await answers(house, ticket, ana);
      expect(message).toMatchObject({ providerMessageId: 'wamid.OUT1', delivery: { status: 'read' } });
      expect(await outcomes('receipt')).toEqual([
        ['ignored', 'nothing_new'],
        ['applied', null],
      ]);
    });

    it('is applied when a receipt with our reference tells the id', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => 'hang');
      const { id } = await answers(house, ticket, ana);
      await house.hear(receipt('wamid.LATE', 'read'), likes('wamid.LATE'));
      await house.hear(receipt('wamid.LATE', 'sent', { reference: id }));
      expect(await messageOf(house, id)).toMatchObject({ delivery: { status: 'read' }, reactions: [{ emoji: '👍' }] });
    });

    it('finds the echo that was taken for somebody else\u2019s, and then there is one message', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => 'hang');
      const { id } = await answers(house, ticket, ana);
      await house.hear(echo(MARIA, 'good morning', { id: 'wamid.LATE', at: house.clock.now() - 5 * MINUTE }), likes('wamid.LATE'));
      house.clock.forward(MINUTE);
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'good morning']);
      await house.hear(receipt('wamid.LATE', 'delivered', { reference: id }));
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'unsupported']);
      expect(await messageOf(house, id)).toMatchObject({
        providerMessageId: 'wamid.LATE',
        delivery: { status: 'delivered' },
        reactions: [{ emoji: '👍' }],
      });
      await house.hear(receipt('wamid.LATE', 'read'));
      expect((await messageOf(house, id)).delivery?.status).toBe('read');
    });
  });

  describe('is bounded:', () => {
    it('a hundred for one message', async () => {
      const many = Array.from({ length: 100 }, (_, at) => rewords('m1', `wording ${at}`, house.clock.now() - at));
      await house.hear(...many);
      await house.hear(rewords('m1', 'one too many'), rewords('m2', 'another message'));
      expect(await outcomes('edit')).toContainEqual(['ignored', 'unknown_message']);
      expect(await waiting()).toHaveLength(101);
      await hears(house, MARIA, 'hello', { id: 'm1' });
      expect((await first())?.content).toEqual(text('wording 0'));
    });

    it('thirty days', async () => {
      await house.hear(likes('m1'));
      house.clock.forward(HOUR);
      await house.hear(likes('m2'));
      house.clock.forward(30 * DAY);
      await tidy(house.desk);
      expect(await waiting()).toMatchObject([{ target: 'm2' }]);
    });

    it('so many in all, the newest', async () => {
      for (const id of ['m1', 'm2', 'm3']) {
        await house.hear(likes(id));
        house.clock.forward(SECOND);
      }
      await house.desk.store.atomically((tx) => tx.removeEarly({ before: 0, most: 2 }));
      expect(await waiting()).toMatchObject([{ target: 'm2' }, { target: 'm3' }]);
    });
  });
});
