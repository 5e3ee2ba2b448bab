import type { TicketEvent } from '../../src/domain/events';
import { SYSTEM } from '../../src/domain/events';
import { eventsJson } from '../../src/http/present/event';
import { contextJson } from '../../src/http/present/message-context';

const NOON = Date.UTC(2026, 10, 22, 12);

const anEvent = (about: Partial<TicketEvent>): TicketEvent => ({
  ticketId: 't',
  seq: 1,
  type: 'updated',
  cause: 'changed_by_person',
  row: null,
  actor: SYSTEM,
  at: NOON,
  status: null,
  stage: null,
  assignee: null,
  decision: null,
  data: null,
  ...about,
});
const shown = async (about: Partial<TicketEvent>) => (await eventsJson({ agentsByIds: async () => [] }, [anEvent(about)]))[0];

describe('an event as the API shows it', () => {
  it('tells the moments of a decision in ISO 8601, and leaves numbers that are none', async () => {
    const decision = {
      rule: 'idle',
      facts: { acceptedAt: NOON, idleSince: NOON, dueAt: NOON + 1, since: NOON, load: 5, idleAfter: 'PT30M' },
    };
    expect((await shown({ decision }))?.decision?.facts).toEqual({
      acceptedAt: '2026-11-22T12:00:00.000Z',
      idleSince: '2026-11-22T12:00:00.000Z',
      dueAt: '2026-11-22T12:00:00.001Z',
      since: '2026-11-22T12:00:00.000Z',
      load: 5,
      idleAfter: 'PT30M',
    });
  });

  it('tells what changed, and that a message was written before the close', async () => {
    expect((await shown({ data: { writtenBeforeClose: true } }))?.data).toEqual({ writtenBeforeClose: true });
    expect((await shown({ type: 'snoozed', data: { until: NOON, untilReply: false } }))?.data).toEqual({
      until: '2026-11-22T12:00:00.000Z',
      untilReply: false,
    });
  });
});

it('says of a message that it was missed, and nothing of a context that it has no words for', () => {
  expect(contextJson({ missed: true, inner: 'thing' })).toEqual({ missed: true });
  expect(contextJson({ missed: 'yes' })).toBeNull();
});
