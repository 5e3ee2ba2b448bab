import type { Desk } from '../../actions/desk';
import { channelIn } from '../../actions/rules';
import { cameTwice } from '../../domain/delivery';
import type { Delivery, DeliveryError, Message } from '../../domain/message';
import { formerShown } from '../../domain/wordings';
import type { Call } from '../route';
import type { MessageJson } from '../schemas/message';
import { contextJson } from './message-context';
import { iso, isoOrNull } from './time';

type Eyes = Pick<Call<unknown, unknown>, 'house'> & { readonly desk: Pick<Desk, 'kinds'> };

/** `eyes` know what each network lets be shown. */
export function messageJson(eyes: Eyes, message: Message): MessageJson {
  const { id, seq, rev, chatId, ticketId, direction, author, replyTo, providerMessageId, delivery } = message;
  return {
    id,
    seq,
    rev,
    chatId,
    ticketId,
    direction,
    author: { kind: author.kind, id: author.id, name: author.name },
    content: message.content as MessageJson['content'],
    context: message.deletedAt === null ? contextJson(message.context) : null,
    replyTo,
    reactions: message.reactions.filter(({ emoji }) => emoji !== '').map(({ by, emoji, at }) => ({ by, emoji, at: iso(at) })),
    sentAt: iso(message.sentAt),
    heardAt: iso(message.heardAt),
    editedAt: isoOrNull(message.editedAt),
    deletedAt: isoOrNull(message.deletedAt),
    deletedBy: message.deletedAt === null ? null : direction === 'in' ? 'customer' : 'business',
    importedAt: isoOrNull(message.importedAt),
    delivery: delivery && deliveryJson(delivery),
    providerMessageId,
    ...(direction === 'note' ? { mentions: (message.mentions ?? []).map(({ id: agent, name }) => ({ id: agent, name })) } : {}),
    ...formerJson(eyes, message),
  };
}

/** Only where the network lets it be shown, and never of what was taken back. */
function formerJson({ desk, house }: Eyes, message: Message): Pick<MessageJson, 'former'> {
  const kind = desk.kinds.get(channelIn(house, message.channelId)?.kind ?? '');
  const former = kind?.capabilities.showsFormer && message.deletedAt === null ? formerShown(message) : [];
  if (former.length === 0) return {};
  return { former: former.map(({ content, until }) => ({ content: content as MessageJson['content'], until: iso(until) })) };
}

function deliveryJson(delivery: Delivery): NonNullable<MessageJson['delivery']> {
  const { status, attempts, error, waitsUntil = null, history = [] } = delivery;
  return {
    status,
    attempts,
    error: error && errorJson(error),
    nextAttemptAt: status === 'queued' ? isoOrNull(waitsUntil) : null,
    twice: cameTwice(delivery),
    history: history.map(({ attempt, at, endedAt, outcome, error: why, by }) => ({
      attempt,
      at: iso(at),
      endedAt: iso(endedAt),
      outcome,
      error: why && errorJson(why),
      by: by && { id: by.id, name: by.name },
    })),
  };
}

const errorJson = ({ code, providerCode, detail, retryable, advice, reason, notBefore }: DeliveryError) => ({
  code,
  providerCode,
  detail,
  retryable,
  advice: advice ?? null,
  reason: reason ?? null,
  notBefore: isoOrNull(notBefore ?? null),
});
