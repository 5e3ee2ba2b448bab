import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { transact } from '../../src/actions/transact';
import { runKey } from '../../src/timers/errands';
import { activeWith, hears, MARIA, text } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;

describe.each(databases())('errands, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const queued = async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('good morning') });
    return `chat:${ticket.chatId}`;
  };

  it('are woken by the commit that wrote them', async () => {
    house.woken.clear();
    const key = await queued();
    expect([...house.woken]).toContain(key);
  });

  it('of a key that another process runs are left to it', async () => {
    const key = await queued();
    await runKey({ ...house.desk, store: { ...house.desk.store, leases: { ...house.desk.store.leases, take: async () => null } } }, key);
    expect(house.graph.calls).toHaveLength(0);
  });

  it('give the lease of their key back', async () => {
    const key = await queued();
    await runKey(house.desk, key);
    await transact(house.desk, async (_tx, ledger) => ledger.addErrand({ key, kind: 'send', payload: { messageId: 'none' } }));
    expect(await house.desk.store.reads.dueKeys(house.clock.now(), 10)).toContain(key);
  });

  it('of a message that is gone are done', async () => {
    await transact(house.desk, async (_tx, ledger) => ledger.addErrand({ key: 'chat:none', kind: 'send', payload: { messageId: 'none' } }));
    await house.errands();
    expect(await house.desk.store.reads.errandsOf('chat:none', 10)).toEqual([]);
  });

  it('that break are tried again with growing gaps, and are told to the log', async () => {
    const key = await queued();
    const told: unknown[] = [];
    const broken = {
      ...house.desk,
      kinds: new Map(),
      log: { ...house.desk.log, error: (words: string, facts?: object) => void told.push({ words, ...facts }) },
    };
    for (const gap of [1, 2, 4, 8]) {
      await runKey(broken, key);
      const [errand] = await house.desk.store.reads.errandsOf(key, 1);
      expect(errand?.dueAt).toBe(house.clock.now() + gap * SECOND);
      house.clock.forward(gap * SECOND);
    }
    expect(told).toHaveLength(4);
    expect(told[0]).toMatchObject({ kind: 'send', attempts: 1 });
    await house.errands();
    expect(await house.desk.store.reads.errandsOf(key, 1)).toEqual([]);
  });

  it('that wait behind one that is put off are not due: a bot asked again while it is to be asked anew', async () => {
    const bot = await withBot(house, () => {
      throw new Error('the bot breaks');
    });
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    await house.hear(says(MARIA, 'are you there?'));
    expect(await house.desk.store.reads.dueKeys(house.clock.now(), 10)).toEqual([]);
    await house.errands();
    bot.next(() => ({ says: words('here I am') }));
    house.clock.forward(SECOND);
    await house.errands();
    expect(bot.heard()).toEqual([['hello'], ['hello', 'are you there?']]);
  });

  it('of the queue give waiting tickets to an agent who comes online', async () => {
    const ticket = await hears(house);
    const ana = await house.agent('Ana');
    await house.errands();
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
    house.clock.forward(HOUR);
    expect(await house.desk.store.reads.dueKeys(house.clock.now(), 10)).toEqual([]);
  });
});
