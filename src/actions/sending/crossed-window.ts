import { heardSystem } from '../../domain/conversation';
import { SYSTEM } from '../../domain/events';
import { DESK, type DeliveryError, type Message } from '../../domain/message';
import { record } from '../../domain/record';
import { goesAlone, unusable } from '../../domain/template';
import { componentsOf } from '../../domain/template-components';
import { filled, valuesAlone } from '../../domain/template-filling';
import type { Ticket } from '../../domain/ticket';
import { freeUntil, mayBeSaid } from '../../domain/window';
import type { SendProblem } from '../../ports/channel';
import type { Channel, Template } from '../../ports/store';
import { said } from '../templates/templates';
import { queueMessage } from './queue-message';
import { refuse, type Send, type SendInHand } from './send-in-hand';
import { kindOf } from './sendable';
import { windowOf } from './window';

type Hand = SendInHand<Send>;

/** Whether the network would not take it any more: it was written in time, and waited too long. */
export async function hasCrossed({ desk, tx, ledger }: Hand, { kind }: Channel, { chatId, content, author }: Message): Promise<boolean> {
  const window = windowOf(ledger, chatId);
  const late = window?.state === 'human_agent' && author.kind === 'agent' && author.id !== null;
  // A machine writes as an agent, and is none.
  const person = late && (await tx.agents([author.id ?? ''])).length > 0;
  return !mayBeSaid(kindOf(desk, kind).window, window, { template: content.type === 'template', person });
}

const CROSSED: SendProblem = {
  code: 'window_closed' satisfies DeliveryError['code'],
  providerCode: null,
  detail: 'Not sent: the answer window closed while this message waited.',
};

/** It fails, and the customer waits again; where the settings name a template, that goes out instead, once per silence of the customer. */
export async function refuseCrossed(hand: Hand, message: Message): Promise<null> {
  await refuse(hand, message, CROSSED);
  const ticket = hand.ledger.openIn(message.chatId);
  if (message.author.kind === 'agent' && ticket !== null && ticket.id === message.ticketId) await fallBack(hand, ticket, message);
  return null;
}

async function fallBack(hand: Hand, ticket: Ticket, { id: messageId, chatId, channelId }: Message): Promise<void> {
  const { ledger } = hand;
  const { windowFrom } = ledger.chat(chatId);
  const entry = `window_fallback ${windowFrom}`;
  const found = ticket.told?.includes(entry) ? 'sent_already' : await fallbackFor(hand, chatId, channelId);
  const facts = { messageId, closedAt: freeUntil(ledger.windowRule(channelId), windowFrom) };
  const instead = typeof found === 'string' ? { fallback: found } : { fallback: 'sent', template: found.name, language: found.language };
  const told = (ticket.told ?? []).filter((one) => !one.startsWith('window_fallback '));
  ledger.apply(
    record(ticket, {
      type: 'decided',
      cause: typeof found === 'string' ? 'window_closed' : 'window_fallback',
      actor: SYSTEM,
      at: ledger.at,
      decision: { rule: 'window_closed', facts: { ...facts, ...instead } },
      ...(typeof found === 'string' ? {} : { patch: { told: [...told, entry] } }),
    }),
  );
  if (typeof found === 'string') return;
  const sent = queueMessage(ledger, chatId, { author: DESK, ticketId: ticket.id, content: found });
  ledger.note(heardSystem(ledger.ticket(ticket.id), sent));
}

/** The template that the settings name, filled; or why it can't go. */
async function fallbackFor({ tx, ledger }: Hand, chatId: string, channelId: string) {
  const named = ledger.policy(channelId).settings.delivery.fallbackTemplate;
  if (named === null || !ledger.windowRule(channelId).templates) return 'off';
  const template = await tx.template(channelId, named.name, named.language);
  if (!template) return 'not_there';
  return unusable(template) ?? (goesAlone(template) ? alone(template, ledger.contactName(chatId)) : 'has_parameters');
}

function alone(template: Template, name: string | null) {
  const values = valuesAlone(template, name);
  if (values === null) return 'no_name';
  const seen = filled(template, values);
  return seen.errors.length > 0 ? 'does_not_fit' : said(template, componentsOf(template, values), seen);
}
