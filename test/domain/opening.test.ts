import { replay, SYSTEM } from '../../src/domain/events';
import { openTicket } from '../../src/domain/opening';
import { ANA, aTicket, NOON } from '../support/tickets';

const chat = { id: 'c-1', channelId: 'ch-1', contactId: 'p-1', lastTicketId: 't-0' };
const opening = { id: 't-1', number: 7, chat, at: NOON };

describe('opening a ticket', () => {
  it('begins as pending and Open, linked to the former, with its first event', () => {
    const { ticket, events } = openTicket({
      ...opening,
      status: 'pending',
      cause: 'customer_wrote',
      actor: SYSTEM,
      decision: { rule: 'x', facts: {} },
      data: { y: 1 },
    });
    expect(ticket).toEqual(aTicket({ status: 'pending', number: 7, previousTicketId: 't-0', waiting: false }));
    expect(events).toMatchObject([
      {
        seq: 1,
        type: 'created',
        cause: 'customer_wrote',
        row: null,
        status: { from: null, to: 'pending' },
        stage: { from: null, to: 'open' },
        assignee: null,
        decision: { rule: 'x' },
        data: { y: 1 },
      },
    ]);
    expect(replay(events)).toEqual({ status: 'pending', stage: 'open', assigneeId: null });
  });

  it('begins as proactive with the writer as its assignee', () => {
    const { ticket, events } = openTicket({ ...opening, status: 'proactive', cause: 'started', actor: ANA, assigneeId: 'ana' });
    expect(ticket).toMatchObject({ status: 'proactive', assigneeId: 'ana', lastAssigneeId: null });
    expect(replay(events)).toEqual({ status: 'proactive', stage: 'open', assigneeId: 'ana' });
    expect(events).toMatchObject([{ decision: null, data: null }]);
  });
});
