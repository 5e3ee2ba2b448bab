import type { Delivery, DeliveryError, DeliveryStatus, Message } from './chat';
import type { Instant } from './ticket';

/**
 * The lattice of a delivery: a status only moves up, so receipts may come in any order and any number.
 * `failed` stands between sent and delivered: it holds unless the network shows that the message arrived.
 */
const RANK: Record<DeliveryStatus, number> = { queued: 0, sending: 1, uncertain: 2, sent: 3, failed: 4, delivered: 5, read: 6 };

export const QUEUED: Delivery = { status: 'queued', attempts: 0, error: null, attemptedAt: null, acceptedAt: null };

/** The delivery after a receipt; the same object when the receipt says nothing new. */
export function received(delivery: Delivery, status: DeliveryStatus, at: Instant, error: DeliveryError | null = null): Delivery {
  if (RANK[status] <= RANK[delivery.status]) return delivery;
  return {
    ...delivery,
    status,
    error: status === 'failed' ? error : null,
    acceptedAt: status === 'failed' ? null : (delivery.acceptedAt ?? (RANK[status] >= RANK.sent ? at : null)),
  };
}

/** The same message, one attempt further: committed before the first byte leaves. */
export const attempting = (delivery: Delivery, at: Instant): Delivery => ({
  ...delivery,
  status: 'sending',
  attempts: delivery.attempts + 1,
  attemptedAt: at,
  error: null,
});

/** Surely not sent: back to the queue, with why. A delivery that a receipt has settled meanwhile stays. */
export const postponed = (delivery: Delivery, error: DeliveryError): Delivery =>
  isSettled(delivery) ? delivery : { ...delivery, status: 'queued', error };

/** Nobody knows whether it went; idle counts from the attempt (LIFECYCLE §5). A delivery that a receipt has settled meanwhile stays. */
export const unsure = (delivery: Delivery, error: DeliveryError | null): Delivery =>
  isSettled(delivery) ? delivery : { ...delivery, status: 'uncertain', error, acceptedAt: delivery.attemptedAt };

/** The network has taken it or refused it: what an attempt says later is old news. */
const isSettled = ({ status }: Delivery): boolean => RANK[status] >= RANK.sent;

/** Whether the network has it, or may have. */
export const counts = (delivery: Delivery | null): boolean =>
  delivery !== null && RANK[delivery.status] >= RANK.uncertain && delivery.status !== 'failed';

/** When it went out, as far as anybody knows: ours when the newest attempt began, what came from elsewhere at its network's time. */
export const wentOutAt = ({ delivery, sentAt }: Pick<Message, 'delivery' | 'sentAt'>): Instant => delivery?.attemptedAt ?? sentAt;

/** Sent, and not yet read. */
export const isUnread = (delivery: Delivery | null): delivery is Delivery =>
  delivery?.status === 'sent' || delivery?.status === 'delivered';
