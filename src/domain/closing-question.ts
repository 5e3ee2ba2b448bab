import type { Buttons } from './choices';
import type { Content } from './content';
import { type Actor, CUSTOMER } from './events';
import type { Message } from './message';
import { inTurn, nothing, record } from './record';
import type { Instant, Ticket } from './ticket';
import { move, type Step } from './transitions';

interface Words {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: { question: 'Is everything answered? Then we close this conversation.', yes: 'Yes, close it', no: 'No, not yet' },
  es: { question: '¿Está todo resuelto? Entonces cerramos esta conversación.', yes: 'Sí, cerrar', no: 'No, todavía no' },
  pt: { question: 'Está tudo resolvido? Então encerramos esta conversa.', yes: 'Sim, encerrar', no: 'Não, ainda não' },
};

type Answer = 'yes' | 'no';

/** What is asked before a ticket closes (row B3): the admin's question, or a short one in the language of the desk. */
export function closingQuestion({ id }: Pick<Ticket, 'id'>, asked: string | null, language: string): Buttons {
  const { question, yes, no } = WORDS[language.split('-')[0] ?? ''] ?? (WORDS.en as Words);
  return {
    type: 'buttons',
    text: asked ?? question,
    buttons: [
      { id: idOf(id, 'yes'), title: yes },
      { id: idOf(id, 'no'), title: no },
    ],
  };
}

const idOf = (ticketId: string, answer: Answer): string => `close:${answer}:${ticketId}`;

/** Whether a message that went out is the closing question that this ticket was asked last. */
export const isClosingQuestion = (
  { content, heardAt }: Pick<Message, 'content' | 'heardAt'>,
  { id, confirmAskedAt }: Pick<Ticket, 'id' | 'confirmAskedAt'>,
): boolean =>
  heardAt === confirmAskedAt &&
  ((content.type === 'buttons' && content.buttons.some((button) => button.id === idOf(id, 'yes'))) ||
    (content.type === 'list' && content.sections.some(({ rows }) => rows.some((row) => row.id === idOf(id, 'yes')))));

type Asked = Pick<Ticket, 'confirmAskedAt' | 'confirmSentAt' | 'lastAgentMessageAt' | 'lastCustomerMessageAt'>;

/** A person's word after the question takes it back. */
const stands = ({ confirmAskedAt, lastAgentMessageAt }: Asked): boolean =>
  confirmAskedAt !== null && (lastAgentMessageAt ?? 0) <= confirmAskedAt;

/** Since when the customer has the question; null when none stands or none has gone out, or they have written anything since: then time closes nothing. */
export const unansweredQuestionSince = (ticket: Asked): Instant | null =>
  stands(ticket) && (ticket.lastCustomerMessageAt ?? 0) <= (ticket.confirmAskedAt ?? 0) ? ticket.confirmSentAt : null;

/** What a customer's message says to the question that stands; null when it says neither. */
export function answerTo(ticket: Ticket, content: Content): Answer | null {
  if (content.type !== 'button_reply' || !stands(ticket)) return null;
  return (['yes', 'no'] as const).find((answer) => content.id === idOf(ticket.id, answer)) ?? null;
}

/** Whether it is a yes to the closing question of this ticket, in whatever state that is. */
export const isYesTo = ({ id }: Pick<Ticket, 'id'>, content: Content): boolean =>
  content.type === 'button_reply' && content.id === idOf(id, 'yes');

/** The question was stored at `askedAt`, by the chat's own clock; asking again begins anew. */
export const askToClose = (
  ticket: Ticket,
  { actor, at, askedAt }: { readonly actor: Actor; readonly at: Instant; readonly askedAt: Instant },
): Step => record(ticket, { type: 'updated', cause: 'close_asked', actor, at, patch: { confirmAskedAt: askedAt, confirmSentAt: null } });

/** The customer's yes: T9 first for an idle one, then B3. */
export const confirmed = (ticket: Ticket, at: Instant): Step =>
  inTurn(
    ticket,
    (now) => (now.status === 'idle' ? move(now, { cause: 'customer_replied', actor: CUSTOMER, at }) : nothing(now)),
    (now) =>
      move(now, {
        cause: 'confirmed',
        actor: CUSTOMER,
        at,
        decision: { rule: 'confirmed', facts: { askedAt: ticket.confirmAskedAt } },
      }),
  );

/** The customer's no, or a question that never reached them: it stands no longer. */
export const withdrawQuestion = (ticket: Ticket, { cause, actor, at }: { cause: string; actor: Actor; at: Instant }): Step =>
  record(ticket, { type: 'updated', cause, actor, at, patch: { confirmAskedAt: null, confirmSentAt: null } });
