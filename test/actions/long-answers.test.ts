import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import type { Content } from '../../src/domain/content';
import { activeWith, closes, hears, MARIA, text } from '../support/acts';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

const LONG = `${'x'.repeat(4000)}\n\n${'y'.repeat(4000)}\n\nBye`;
const PARTS = ['x'.repeat(4000), `${'y'.repeat(4000)}\n\nBye`];

describe.each(databases())('an answer that is too long for one message, on $name,', ({ create }) => {
  const house = freshDesk(create);

  it('is stored and sent as several, in order; the first comes back and alone quotes what it answers', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house, MARIA, 'tell me all', { id: 'wamid.ASKED' });
    const [asked] = await house.messages(ticket.chatId);
    const first = await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text(LONG), replyTo: asked!.id });
    const said = (await house.messages(ticket.chatId)).slice(1);
    expect(said.map(({ id, content, replyTo }) => [id === first.id, content, replyTo])).toEqual([
      [true, text(PARTS[0]!), asked!.id],
      [false, text(PARTS[1]!), null],
    ]);
    await house.errands();
    expect(house.graph.texts()).toEqual(PARTS);
    expect(house.graph.calls.map(({ body }) => 'context' in body)).toEqual([true, false]);
    expect((await house.messages(ticket.chatId)).slice(1).map(({ delivery }) => delivery?.status)).toEqual(['sent', 'sent']);
    expect(await house.ticket(ticket.id)).toMatchObject({ unread: 0, waiting: false, lastMessage: { id: said[1]!.id } });
  });

  it('goes on behind a part that must wait, in order', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    let refusals = 1;
    house.graph.behave(() => (refusals-- > 0 ? { status: 400, body: { error: { code: 131016, message: 'busy' } } } : null));
    await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text(LONG) });
    await house.errands();
    expect(house.graph.texts()).toEqual([PARTS[0]]);
    house.clock.forward(1000);
    await house.errands();
    expect(house.graph.texts()).toEqual([PARTS[0], ...PARTS]);
  });

  it('begins a proactive ticket too', async () => {
    const ana = await house.agent('Ana');
    const former = await hears(house, MARIA);
    await closes(house, former);
    const ticket = await startTicket(house.desk, { by: ana, chatId: former.chatId, content: text(LONG) });
    await house.errands();
    expect(house.graph.texts()).toEqual(PARTS);
    expect(ticket).toMatchObject({ status: 'proactive', lastMessage: { text: PARTS[1]!.slice(0, 160) } });
  });

  it('shows its choices below the last words, in the form that the network has', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const buttons = ['1', '2', '3', '4'].map((id) => ({ id, title: `Size ${id}` }));
    const content: Content = { type: 'buttons', text: LONG, buttons };
    await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content });
    await house.errands();
    const action = { button: 'Choose', sections: [{ rows: buttons }] };
    expect(house.graph.calls.map(({ body }) => body)).toMatchObject([
      { type: 'text', text: { body: PARTS[0] } },
      { type: 'interactive', interactive: { type: 'list', body: { text: PARTS[1] }, action } },
    ]);
    expect((await house.messages(ticket.chatId)).at(-1)?.content).toEqual({ type: 'list', text: PARTS[1], ...action });
  });
});
