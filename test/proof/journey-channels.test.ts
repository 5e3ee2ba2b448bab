import { setTimeout as pause } from 'node:timers/promises';
import { addBot } from '../../src/actions/bots/add-bot';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Person } from '../../src/actions/desk';
import { takeTicket } from '../../src/actions/tickets/take-ticket';
import type { Ticket } from '../../src/domain/ticket';
import { calling } from '../../src/platform/outside-address';
import { answers, closes, story, wait } from '../support/acts';
import { databases } from '../support/database';
import { aDesk, MINUTE, type TestDesk } from '../support/desk';
import type { Customer } from './support/driver';
import { DRIVERS } from './support/drivers';
import { doorOf } from './support/in-process';
import { truthIn } from './support/truth';
import { wrongs } from './support/wrongs';

/** For networks whose word comes by a socket. */
const PATIENCE = 10_000;

const HOURS = 'We are open from 9 to 6.';
const HANDED = 'A person will be with you.';
const BOT = {
  rules: [
    { when: { keywords: ['hours'] }, reply: [{ type: 'text', text: HOURS }], then: 'stay' },
    { when: { keywords: ['person'] }, reply: [{ type: 'text', text: HANDED }], then: 'handoff' },
  ],
};

describe.each(databases())('the main job, from a customer’s side, on $name', ({ create }) => {
  let url: string;
  let house: TestDesk;
  let door: Awaited<ReturnType<typeof doorOf>>;
  let ana: Person;
  let botId: string;

  beforeAll(async () => {
    const database = await create();
    ({ url } = database);
    house = await aDesk(database);
    // On a machine with much to do a network may take its time: what is not known to have gone is not sent again.
    Object.assign(house.desk.outside, { timeout: PATIENCE, call: calling({ allowed: [], timeout: PATIENCE }) });
    await house.set({ routing: { strategy: 'manual' } });
    ana = await house.agent('Ana');
    botId = (await addBot(house.desk, { name: 'Front', kind: 'rules', config: BOT })).id;
    door = await doorOf(house);
  });
  afterAll(async () => {
    expect(wrongs(await truthIn(url))).toEqual([]);
    await door.close();
    await house.close();
  });

  it.each(DRIVERS)(
    'goes through $kind: the bot, a hand-off, an agent, silence, a reply, a close, and the bot again',
    async ({ kind, drive }) => {
      const customer = await drive({ house, door });
      try {
        expect(customer.channel.kind).toBe(kind);
        await updateChannel(house.desk, { channelId: customer.channel.id, botId });
        await walk(customer);
      } finally {
        await customer.close();
      }
    },
  );

  async function walk(customer: Customer): Promise<void> {
    await customer.says('What are your hours?');
    await sees(customer, [HOURS]);
    expect(await tickets(customer)).toEqual([]);

    await customer.says('I want a person');
    await sees(customer, [HOURS, HANDED]);
    const [pending] = (await tickets(customer)) as [Ticket];
    expect(pending).toMatchObject({ status: 'pending', assigneeId: null });

    await takeTicket(house.desk, { ticketId: pending.id, by: ana });
    await customer.says('hours, please');
    await house.errands();
    await answers(house, pending, ana, 'Ana here');
    await sees(customer, [HOURS, HANDED, 'Ana here']);

    await wait(house, 30 * MINUTE);
    expect(await house.ticket(pending.id)).toMatchObject({ status: 'idle', assigneeId: ana.id });
    await customer.says('Thanks');
    expect(await house.ticket(pending.id)).toMatchObject({ status: 'active', assigneeId: ana.id });

    await closes(house, pending);
    await customer.says('And your hours?');
    await sees(customer, [HOURS, HANDED, 'Ana here', HOURS]);
    expect(await tickets(customer)).toMatchObject([{ id: pending.id, status: 'closed' }]);
    expect(await story(house, pending)).toEqual([
      'handed_off: pending',
      'assigned: active',
      'customer_silent: idle',
      'customer_replied: active',
      'closed_by_person: closed',
    ]);
  }

  /** What the desk has to say goes out; then the customer sees these words and no others. */
  async function sees(customer: Customer, words: readonly string[]): Promise<void> {
    await house.errands();
    for (const ends = Date.now() + PATIENCE; (await customer.sees()).length < words.length && Date.now() < ends; ) await pause(5);
    expect(await customer.sees()).toEqual(words);
  }

  async function tickets({ channel }: Customer): Promise<Ticket[]> {
    const { data } = await house.desk.store.reads.tickets({ channel: [channel.id], seenBy: null }, '-number', { limit: 10, cursor: null });
    return data.map(({ ticket }) => ticket);
  }
});
