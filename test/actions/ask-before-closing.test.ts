import type { Person } from '../../src/actions/desk';
import { setPresence } from '../../src/actions/routing/set-presence';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import type { Content } from '../../src/domain/content';
import type { Ticket } from '../../src/domain/ticket';
import { activeWith, answers, hears, MARIA, saidIn, story, wait } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, says as heardFrom, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('asking before closing, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let ana: Person;
  beforeEach(async () => {
    await house.set({ timers: { confirmCloseAfter: 'PT12H', idleAfter: 'PT2H' }, delivery: { windowWarnBefore: null } });
    ana = await house.agent('Ana');
  });

  const asks = async (ticket: Pick<Ticket, 'id'>): Promise<Ticket> => {
    const asked = await closeTicket(house.desk, { ticketId: ticket.id, by: ana, ask: true });
    await house.errands();
    return asked;
  };
  const says = (ticket: Ticket, answer: 'yes' | 'no'): Promise<Ticket> => {
    const content: Content = { type: 'button_reply', id: `close:${answer}:${ticket.id}`, title: answer };
    return hears(house, MARIA, '', { content });
  };

  it('sends the question with a yes and a no, and closes nothing yet', async () => {
    const ticket = await activeWith(house, ana);
    expect(await asks(ticket)).toMatchObject({ status: 'active', confirmAskedAt: house.clock.now() });
    const [question] = house.graph.calls.map(({ body }) => JSON.stringify(body));
    expect(question).toContain('Is everything answered?');
    expect(question).toContain(`close:yes:${ticket.id}`);
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'assigned: active', 'close_asked']);
  });

  it('asks in the words of the admin, and else in the language of the desk', async () => {
    await house.set({ locale: { language: 'pt-BR' } });
    await asks(await activeWith(house, ana));
    await house.set({ texts: { confirmClose: 'May we?' } });
    await asks(await activeWith(house, ana));
    expect(house.graph.calls.map(({ body }) => JSON.stringify(body))).toEqual([
      expect.stringContaining('Está tudo resolvido?'),
      expect.stringContaining('May we?'),
    ]);
  });

  it('closes an active ticket with the customer’s yes', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    expect(await says(ticket, 'yes')).toMatchObject({ id: ticket.id, status: 'closed', stage: 'closed', closeCause: 'confirmed' });
    expect((await house.events(ticket.id)).at(-1)).toMatchObject({
      row: 'B3',
      actor: { kind: 'customer' },
      decision: { rule: 'confirmed' },
    });
  });

  it('closes an idle one by way of active, though its agent has gone home', async () => {
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana);
    await asks(ticket);
    await wait(house, 2 * HOUR);
    await setPresence(house.desk, { agentId: ana.id, presence: 'offline', reason: null, by: ana });
    await says(ticket, 'yes');
    expect((await story(house, ticket)).slice(-3)).toEqual(['customer_silent: idle', 'customer_replied: active', 'confirmed: closed']);
  });

  it('goes on with the customer’s no, and time closes nothing', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    expect(await says(ticket, 'no')).toMatchObject({ status: 'active', confirmAskedAt: null, waiting: true });
    expect(await wait(house, DAY)).toBe(0);
  });

  it('closes without an answer at the minute that was set, and not before', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    await wait(house, 12 * HOUR - 1);
    expect((await house.ticket(ticket.id)).status).not.toBe('closed');
    await wait(house, 1);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'closed', stage: 'auto_closed', closeCause: 'confirmation_expired' });
    expect((await house.events(ticket.id)).at(-1)).toMatchObject({
      row: 'B3',
      actor: { kind: 'system' },
      decision: { rule: 'confirm_close', facts: { confirmCloseAfter: 'PT12H' } },
    });
  });

  it('counts from when the network took the question, however long that was refused before', async () => {
    const ticket = await activeWith(house, ana);
    let isDown = true;
    house.graph.behave(() => (isDown ? { status: 400, body: { error: { code: 131016, message: 'busy' } } } : null));
    await asks(ticket);
    expect(await wait(house, DAY / 2 + HOUR)).toBe(0);
    isDown = false;
    await house.errands();
    await wait(house, 12 * HOUR - 1);
    expect((await house.ticket(ticket.id)).status).not.toBe('closed');
    await wait(house, 1);
    expect(await house.ticket(ticket.id)).toMatchObject({ closeCause: 'confirmation_expired' });
  });

  it('takes any other word of the customer for no silence, and a later yes for a yes', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    house.clock.forward(MINUTE);
    await hears(house, MARIA, 'one moment');
    expect(await wait(house, DAY)).toBe(0);
    expect(await says(ticket, 'yes')).toMatchObject({ status: 'closed' });
  });

  it('closes nothing with a yes that is heard after what the customer wrote later', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    house.clock.forward(MINUTE);
    await hears(house, MARIA, 'wait, one more thing', { at: house.clock.now() });
    const yes: Content = { type: 'button_reply', id: `close:yes:${ticket.id}`, title: 'yes' };
    await hears(house, MARIA, '', { content: yes, at: house.clock.now() - 10_000 });
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', waiting: true });
  });

  it.each([null, 'P1D'])(
    'hears a second yes, and one that comes after the close, without opening anything (reopenWithin %s)',
    async (reopenWithin) => {
      await house.set({ policy: { reopenWithin } });
      const ticket = await activeWith(house, ana);
      await asks(ticket);
      await says(ticket, 'yes');
      house.clock.forward(HOUR);
      expect(await says(ticket, 'yes')).toMatchObject({ id: ticket.id, status: 'closed' });
      const back = await hears(house, MARIA, 'something else');
      expect(back.status).not.toBe('closed');
      expect(await saidIn(house, ticket.chatId)).toHaveLength(5);
    },
  );

  it('reopens for its agent when the customer says yes and goes on in one breath', async () => {
    await house.set({ policy: { reopenWithin: 'P1D' } });
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    const yes: Content = { type: 'button_reply', id: `close:yes:${ticket.id}`, title: 'yes' };
    await house.hear(heardFrom(MARIA, '', { content: yes }), heardFrom(MARIA, 'one more thing'));
    expect((await story(house, ticket)).slice(-2)).toEqual(['confirmed: closed', 'customer_returned: active']);
  });

  it('hears a no after the close as a customer who comes back', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    await wait(house, 12 * HOUR);
    const back = await says(ticket, 'no');
    expect(back.id).not.toBe(ticket.id);
    expect(back.status).toBe('active');
  });

  it('takes the question back when a person writes after it', async () => {
    const ticket = await activeWith(house, ana);
    await asks(ticket);
    house.clock.forward(MINUTE);
    await answers(house, ticket, ana);
    expect(await says(ticket, 'yes')).toMatchObject({ status: 'active' });
  });

  it('forgets a question that the network refuses for good', async () => {
    const ticket = await activeWith(house, ana);
    house.graph.behave(() => ({ status: 400, body: { error: { code: 131026, message: 'undeliverable' } } }));
    await asks(ticket);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', confirmAskedAt: null });
    expect((await story(house, ticket)).at(-1)).toBe('close_question_failed');
  });

  it('is refused where it is off, where it does not fit, and where the network takes no free text', async () => {
    const ticket = await activeWith(house, ana);
    const ask = () => closeTicket(house.desk, { ticketId: ticket.id, by: ana, ask: true });
    await house.set({ timers: { confirmCloseAfter: null } });
    await expect(ask()).rejects.toMatchObject({ code: 'invalid' });
    await house.set({ timers: { confirmCloseAfter: 'PT12H' } });
    house.clock.forward(DAY + MINUTE);
    await expect(ask()).rejects.toMatchObject({ code: 'window_closed' });
    await setPresence(house.desk, { agentId: ana.id, presence: 'away', reason: null, by: ana });
    await expect(ask()).rejects.toMatchObject({ code: 'illegal_transition' });
    expect(house.graph.calls).toEqual([]);
  });
});
