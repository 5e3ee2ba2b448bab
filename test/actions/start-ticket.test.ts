import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import type { Person } from '../../src/actions/desk';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { closes, hears, MARIA, saidIn, standing, template, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('an agent who writes first, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const start = (
    by: Person,
    over: { chatId?: string; channelId?: string; to?: string } = { channelId: house.whatsapp.id, to: '+1 555-0001' },
  ) => startTicket(house.desk, { by, content: template('parcel_found'), ...over });
  const wrong = (path: string) => ({ code: 'invalid', facts: { errors: [{ path, message: expect.any(String) }] } });

  it('starts a proactive ticket, theirs, and its message goes out', async () => {
    const ana = await house.agent('Ana');
    const ticket = await start(ana);
    expect(ticket).toMatchObject({
      status: 'proactive',
      stage: 'open',
      assigneeId: ana.id,
      waiting: false,
      previousTicketId: null,
      lastMessage: { text: 'parcel_found' },
    });
    expect((await house.events(ticket.id))[0]).toMatchObject({
      type: 'created',
      cause: 'agent_wrote',
      actor: { kind: 'agent', id: ana.id },
      assignee: { from: null, to: ana.id },
    });
    await house.errands();
    expect(house.graph.calls[0]?.body.to).toBe('+15550001');
    expect((await house.messages(ticket.chatId))[0]).toMatchObject({ delivery: { status: 'sent' }, ticketId: ticket.id });
  });

  it('is heard by the same chat when the customer answers', async () => {
    const ana = await house.agent('Ana');
    const started = await start(ana);
    const answered = await hears(house, MARIA, 'great');
    expect(answered).toMatchObject({ id: started.id, status: 'active' });
    expect(await saidIn(house, started.chatId)).toEqual(['template', 'great']);
  });

  it('starts beside a closed ticket, and takes along what came since', async () => {
    const former = await hears(house);
    await closes(house, former);
    await hears(house, MARIA, '👍');
    const ana = await house.agent('Ana');
    const ticket = await start(ana, { chatId: former.chatId });
    expect(ticket).toMatchObject({ status: 'proactive', previousTicketId: former.id, chatId: former.chatId });
    expect((await house.messages(former.chatId)).map(({ ticketId }) => ticketId)).toEqual([former.id, ticket.id, ticket.id]);
  });

  it('is refused beside an open ticket, which is named', async () => {
    const ana = await house.agent('Ana');
    const open = await hears(house);
    const before = await standing(house, open);
    await expect(start(ana)).rejects.toMatchObject({ code: 'chat_has_open_ticket', facts: { ticketId: open.id } });
    await expect(start(ana, { chatId: open.chatId })).rejects.toMatchObject({ code: 'chat_has_open_ticket' });
    expect(await standing(house, open)).toEqual(before);
  });

  it('is refused while not online', async () => {
    const ana = await house.agent('Ana', 'away');
    await expect(start(ana)).rejects.toMatchObject({ code: 'agent_not_online' });
    expect(await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key: `pn:${MARIA}` })).toBeNull();
  });

  it('may not start on Instagram with somebody who never wrote', async () => {
    const ana = await house.agent('Ana');
    await expect(start(ana, { channelId: house.instagram.id, to: '17841400000000077' })).rejects.toMatchObject(wrong('to'));
  });

  it('names what is wrong with the address, the channel or the chat', async () => {
    const ana = await house.agent('Ana');
    await expect(start(ana, { channelId: house.whatsapp.id, to: 'Maria' })).rejects.toMatchObject(wrong('to'));
    await expect(start(ana, { channelId: 'none', to: '+15550001' })).rejects.toMatchObject(wrong('channelId'));
    await expect(start(ana, { chatId: 'none' })).rejects.toMatchObject(wrong('chatId'));
    await expect(start(ana, {})).rejects.toMatchObject(wrong('chatId'));
    await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
    await expect(start(ana)).rejects.toMatchObject(wrong('channelId'));
  });

  it('finds no chat that it may not see', async () => {
    await house.set({ policy: { agentsSee: 'own' } });
    const luis = await house.agent('Luis');
    const theirs = await hears(house);
    expect(theirs.assigneeId).toBe(luis.id);
    const ana = await house.agent('Ana');
    await expect(start(ana, { chatId: theirs.chatId })).rejects.toMatchObject(wrong('chatId'));
    expect(await ticketOf(house)).toEqual(theirs);
  });
});
