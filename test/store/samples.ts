import type { Agent } from '../../src/domain/agent';
import { type Chat, newChat } from '../../src/domain/chat';
import type { Contact, Identity } from '../../src/domain/contact';
import { CUSTOMER, type TicketEvent } from '../../src/domain/events';
import type { Message } from '../../src/domain/message';
import { openTicket } from '../../src/domain/opening';
import type { Ticket } from '../../src/domain/ticket';
import type { Changes, Channel, Errand, WebhookEvent } from '../../src/ports/store';

export const NOW = Date.UTC(2026, 10, 22, 9);

export const NOTHING: Changes = {
  newChats: [],
  chats: [],
  newTickets: [],
  tickets: [],
  newMessages: [],
  messages: [],
  unsaid: [],
  newMedia: [],
  lostMedia: [],
  events: [],
  newErrands: [],
  errands: [],
  doneErrands: [],
  traces: [],
  newWebhookEvents: [],
  webhookEvents: [],
  agents: [],
};

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  id: 'contact1',
  name: 'Ana Prado',
  phone: '5511999990001',
  username: null,
  avatarUrl: null,
  blocked: false,
  fields: null,
  mergedInto: null,
  phonebookName: null,
  profileName: null,
  namedAt: null,
  formerly: null,
  createdAt: NOW,
  updatedAt: NOW,
  version: 1,
  ...over,
});

export const anIdentity = (over: Partial<Identity> = {}): Identity => ({
  channelId: 'channel1',
  key: '5511999990001',
  chatId: 'chat1',
  contactId: 'contact1',
  createdAt: NOW,
  spelling: null,
  source: null,
  ...over,
});

const PHONE = { phone: '5511999990001', display: '5511999990001' };
export const aChat = (over: Partial<Chat> = {}): Chat => ({
  ...newChat({ id: 'chat1', channelId: 'channel1', contactId: 'contact1', address: PHONE, at: NOW }),
  ...over,
});

const chat = { id: 'chat1', channelId: 'channel1', contactId: 'contact1', lastTicketId: null };
const opened = openTicket({ id: 'ticket1', number: 1, chat, status: 'pending', cause: 'customer_wrote', actor: CUSTOMER, at: NOW });
export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({ ...opened.ticket, policyVersion: 1, ...over });

export const aMessage = (over: Partial<Message> = {}): Message => ({
  id: 'message1',
  chatId: 'chat1',
  channelId: 'channel1',
  ticketId: 'ticket1',
  seq: 1,
  rev: 1,
  direction: 'in',
  author: { kind: 'customer', id: null, name: null },
  content: { type: 'text', text: 'hello' },
  replyTo: null,
  replyToProvider: null,
  reactions: [],
  sentAt: NOW,
  heardAt: NOW,
  editedAt: null,
  deletedAt: null,
  delivery: null,
  providerMessageId: 'wamid.1',
  context: null,
  mentions: null,
  former: null,
  importedAt: null,
  ...over,
});

export const anEvent = (over: Partial<TicketEvent> = {}): TicketEvent => ({
  ticketId: 'ticket1',
  seq: 1,
  type: 'created',
  cause: 'customer_wrote',
  row: null,
  actor: { kind: 'customer', id: null, name: null },
  at: NOW,
  status: { from: null, to: 'pending' },
  stage: { from: null, to: 'open' },
  assignee: null,
  decision: null,
  data: null,
  ...over,
});

export const anErrand = (over: Partial<Errand> = {}): Errand => ({
  id: 'errand1',
  key: 'chat:chat1',
  kind: 'send',
  payload: { messageId: 'message1' },
  dueAt: NOW,
  attempts: 0,
  createdAt: NOW,
  channelId: null,
  lateAt: null,
  ...over,
});

export const aWebhookEvent = (over: Partial<WebhookEvent> = {}): WebhookEvent => ({
  id: 'webhook1',
  channelId: 'channel1',
  account: null,
  kind: 'message',
  outcome: 'applied',
  reason: null,
  raw: { from: '5511999990001' },
  heardAt: NOW,
  ticketId: null,
  replayedAt: null,
  ...over,
});

export const anAgent = (over: Partial<Agent> = {}): Agent => ({
  id: 'agent1',
  name: 'Luis',
  email: 'luis@example.com',
  role: 'agent',
  presence: 'online',
  presenceReason: null,
  presenceSince: NOW,
  capacity: null,
  teamIds: [],
  liveSince: null,
  goneSince: null,
  lastRoutedAt: null,
  createdAt: NOW,
  updatedAt: NOW,
  removedAt: null,
  version: 1,
  ...over,
});

export const aChannel = (over: Partial<Channel> = {}): Channel => ({
  id: 'channel1',
  kind: 'whatsapp_cloud',
  name: 'Sales',
  config: { phoneNumberId: '1' },
  previousSecret: null,
  overrides: {},
  botId: null,
  teamId: null,
  state: { status: 'new', reason: null, since: NOW },
  createdAt: NOW,
  updatedAt: NOW,
  deletedAt: null,
  trialSince: null,
  history: null,
  version: 1,
  ...over,
});
