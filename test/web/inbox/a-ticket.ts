import type { TicketJson } from '../../../src/http/schemas/ticket';

/** A ticket as the API shows it, with what a test says of it. */
export function aTicket(is: Partial<TicketJson> = {}): TicketJson {
  return {
    id: 't1',
    number: 1042,
    chatId: 'c1',
    previousTicketId: null,
    subject: null,
    status: 'active',
    stage: { key: 'open', name: 'Open', color: 'sky' },
    priority: 'medium',
    tags: [],
    channel: { id: 'line', kind: 'whatsapp_cloud', name: 'Store line' },
    contact: { id: 'p1', name: 'Bruno Salles', address: '34612004518', avatarUrl: null },
    assignee: { id: 'marta', name: 'Marta' },
    lastAssignee: null,
    team: null,
    unread: 0,
    waiting: false,
    snoozedUntil: null,
    excludeFromClosing: false,
    closeCause: null,
    timers: [],
    lastMessage: null,
    lastCustomerMessageAt: null,
    lastAgentMessageAt: null,
    firstResponseAt: null,
    createdAt: '2026-11-23T10:00:00.000Z',
    updatedAt: '2026-11-23T10:00:00.000Z',
    closedAt: null,
    replyWindow: null,
    allowedActions: [],
    version: 1,
    ...is,
  };
}
