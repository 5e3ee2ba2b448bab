import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { databases } from '../support/database';
import { aDesk, says, type TestDesk } from '../support/desk';

describe.each(databases())('hearing customers on $name', ({ create }) => {
  let house: TestDesk;
  beforeEach(async () => {
    house = await aDesk(await create());
  });
  afterEach(() => house.close());

  it('makes a first message a pending ticket, and says so in an event', async () => {
    await house.hear(says('15550001', 'hello'));
    const [ticket] = await house.tickets('15550001');
    expect(ticket).toMatchObject({ status: 'pending', stage: 'open', unread: 1, waiting: true, lastMessage: { text: 'hello' } });
    expect(await house.events(ticket?.id ?? '')).toMatchObject([
      { seq: 1, type: 'created', cause: 'customer_wrote', status: { from: null, to: 'pending' } },
    ]);
  });

  it('counts a message once, however often it is delivered', async () => {
    const hello = says('15550001', 'hello');
    await house.hear(hello, hello);
    await house.hear(hello);
    const [ticket] = await house.tickets('15550001');
    expect(await house.messages(ticket?.chatId ?? '')).toHaveLength(1);
    expect(ticket?.unread).toBe(1);
  });

  it('gives the ticket of an agent who is online to them in the same transaction, and sends their answer', async () => {
    const ana = await house.agent('Ana');
    await house.hear(says('15550001', 'hello'));
    const [ticket] = await house.tickets('15550001');
    expect(ticket).toMatchObject({ status: 'active', assigneeId: ana.id });
    await answerTicket(house.desk, { ticketId: ticket?.id ?? '', by: ana, content: { type: 'text', text: 'good morning' } });
    await house.errands();
    expect(house.graph.texts()).toEqual(['good morning']);
    expect((await house.messages(ticket?.chatId ?? ''))[1]).toMatchObject({
      delivery: { status: 'sent', attempts: 1 },
      providerMessageId: 'wamid.OUT1',
    });
    expect((await house.ticket(ticket?.id ?? '')).idleFrom).toBe(house.clock.now());
  });
});
