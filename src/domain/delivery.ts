import type { Attempt, AttemptOutcome, Delivery, DeliveryError, DeliveryStatus, Mentioned, Message } from './message';
import type { Instant } from './ticket';

/**
 * The lattice of a delivery: a status only moves up, so receipts may come in any order and any number.
 * `failed` stands between sent and delivered: it holds unless the network shows that the message arrived.
 */
const RANK: Record<DeliveryStatus, number> = { queued: 0, sending: 1, uncertain: 2, sent: 3, failed: 4, delivered: 5, read: 6 };

export const QUEUED: Delivery = { status: 'queued', attempts: 0, error: null, attemptedAt: null, acceptedAt: null };

/** The delivery after a receipt; the same object when the receipt says nothing new. */
export function received(delivery: Delivery, status: DeliveryStatus, at: Instant, error: DeliveryError | null = null): Delivery {
  const rises = RANK[status] > RANK[delivery.status];
  if (status === 'failed') return rises ? failed(delivery, at, error) : delivery;
  const came = RANK[status] >= RANK.sent && (rises || delivery.status !== 'failed');
  const known = came ? arrived(delivery, at) : delivery;
  if (!rises) return known;
  return { ...known, status, error: null, acceptedAt: delivery.acceptedAt ?? (RANK[status] >= RANK.sent ? at : null) };
}

/** Of two sendings one failed: if the other arrived, the message did; if nobody knows of the other, nobody knows of the message. */
function failed(delivery: Delivery, at: Instant, error: DeliveryError | null): Delivery {
  const known = delivery.status === 'queued' ? delivery : ended(delivery, { outcome: 'failed', at, error });
  if (cameEarlier(delivery)) return { ...known, status: 'sent', error: null, acceptedAt: delivery.acceptedAt ?? at };
  if (RANK[delivery.status] < RANK.uncertain && mayHaveComeEarlier(delivery)) return { ...known, status: 'uncertain', error };
  return { ...known, status: 'failed', error, acceptedAt: null };
}

/**
 * What the network says of a sending after which a person had the message sent again. What is true of both is kept: that it
 * came stops the other where that has not begun, and shows where it has.
 */
export function receivedEarlier(delivery: Delivery, status: DeliveryStatus, at: Instant, round: number): Delivery {
  const before = delivery.history?.findLast((one) => one.round === round && one.outcome !== 'decided');
  // That it was taken is older news than that it failed.
  if (status === 'failed' || !before || (status === 'sent' && before.outcome === 'failed')) return delivery;
  const error = before.outcome === 'failed' ? null : before.error;
  const known = before.outcome === 'sent' ? delivery : rewritten(delivery, before, { ...before, outcome: 'sent', endedAt: at, error });
  const rises = known.status === 'failed' || RANK[status] > RANK[known.status];
  return rises ? { ...known, status, error: null, acceptedAt: known.acceptedAt ?? at } : known;
}

/** The same message, one attempt further: committed before the first byte leaves. */
export const attempting = (delivery: Delivery, at: Instant): Delivery => ({
  ...unheld(delivery),
  status: 'sending',
  attempts: delivery.attempts + 1,
  attemptedAt: at,
  error: null,
});

interface Ending {
  readonly at: Instant;
  readonly error: DeliveryError;
  /** Not before then; null = nobody knows. */
  readonly until?: Instant | null;
}

/** Surely not sent: back to the queue, with why. A delivery that a receipt has settled meanwhile stays. */
export const postponed = (delivery: Delivery, { at, error, until }: Ending): Delivery =>
  isSettled(delivery)
    ? delivery
    : {
        ...ended(delivery, { outcome: 'postponed', at, error }),
        status: 'queued',
        error,
        ...(until === undefined ? {} : { waitsUntil: until }),
      };

/** Not tried: something must end first. `until`: when, if that is known. */
export const heldUp = (delivery: Delivery, error: DeliveryError, until: Instant | null): Delivery =>
  delivery.waitsUntil === until && delivery.error?.code === error.code ? delivery : { ...delivery, error, waitsUntil: until };

/** Nobody knows whether it went; idle counts from the attempt (LIFECYCLE §5). A delivery that a receipt has settled meanwhile stays. */
export const unsure = (delivery: Delivery, error: DeliveryError | null, at: Instant): Delivery =>
  isSettled(delivery)
    ? delivery
    : { ...ended(delivery, { outcome: 'uncertain', at, error }), status: 'uncertain', error, acceptedAt: delivery.attemptedAt };

/** A person has it sent again: a sending of its own, whatever the network says of the one before. */
export const again = (delivery: Delivery, by: Mentioned): Delivery => ({
  ...unheld(delivery),
  status: 'queued',
  error: null,
  acceptedAt: null,
  round: roundOf(delivery) + 1,
  askedBy: by,
});

/** A person has seen that it arrived. */
export const decided = (delivery: Delivery, at: Instant, by: Mentioned): Delivery => ({
  ...noted(delivery, { ...attemptOf(delivery), endedAt: at, outcome: 'decided', error: null, by }),
  status: 'sent',
  error: null,
  acceptedAt: delivery.acceptedAt ?? at,
});

export const roundOf = ({ round = 0 }: Delivery): number => round;

/** Two sendings of it arrived. */
export const cameTwice = ({ history = [] }: Delivery): boolean =>
  new Set(history.filter(({ outcome }) => outcome === 'sent').map(({ round }) => round)).size > 1;

const MOST_KEPT = 20;

const attemptOf = (delivery: Delivery) => ({
  attempt: delivery.attempts,
  round: roundOf(delivery),
  at: delivery.attemptedAt ?? 0,
  by: delivery.askedBy ?? null,
});

function ended(
  delivery: Delivery,
  { outcome, at, error }: { outcome: AttemptOutcome; at: Instant; error: DeliveryError | null },
): Delivery {
  if (delivery.attemptedAt === null) return delivery;
  return noted(delivery, { ...attemptOf(delivery), endedAt: at, outcome, error });
}

/** What was not known of an attempt is known now: it stays one record. */
function noted(delivery: Delivery, attempt: Attempt): Delivery {
  const last = delivery.history?.at(-1);
  if (last?.outcome === 'uncertain' && last.attempt === attempt.attempt && attempt.outcome !== 'decided')
    return rewritten(delivery, last, { ...attempt, error: attempt.error ?? last.error });
  return withHistory(delivery, [...(delivery.history ?? []), attempt].slice(-MOST_KEPT));
}

const rewritten = (delivery: Delivery, before: Attempt, now: Attempt): Delivery =>
  withHistory(
    delivery,
    (delivery.history ?? []).map((one) => (one === before ? now : one)),
  );

const withHistory = ({ history: _, ...delivery }: Delivery, history: readonly Attempt[]): Delivery =>
  history.length === 0 ? delivery : { ...delivery, history };

/** The newest sending came: what was held against it is taken back, and one that a person asked for has its record. */
function arrived(delivery: Delivery, at: Instant): Delivery {
  const { attempts, attemptedAt, history = [], status } = delivery;
  const round = roundOf(delivery);
  const refused = history.findLast((one) => one.attempt === attempts && one.outcome === 'failed');
  if (status === 'failed' && refused)
    return withHistory(
      delivery,
      history.filter((one) => one !== refused),
    );
  const its = history.filter((one) => one.attempt === attempts && one.round === round);
  if (its.some(isSent)) return delivery;
  const doubted = its.some(({ outcome }) => outcome === 'uncertain');
  const begun = attemptedAt !== null && status !== 'queued' && !history.some((one) => one.attempt === attempts && one.round < round);
  return doubted || (round > 0 && begun) ? ended(delivery, { outcome: 'sent', at, error: null }) : delivery;
}

const isSent = ({ outcome }: Attempt): boolean => outcome === 'sent';

const cameEarlier = (delivery: Delivery): boolean =>
  (delivery.history ?? []).some(({ round, outcome }) => outcome === 'sent' && round < roundOf(delivery));

const mayHaveComeEarlier = (delivery: Delivery): boolean =>
  (delivery.history ?? []).some(({ round, outcome }) => outcome === 'uncertain' && round < roundOf(delivery));

function unheld({ waitsUntil: _, ...delivery }: Delivery): Delivery {
  return delivery;
}

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

/** Whether the network took it, and it has not come so far yet. */
export const risesTo = (delivery: Delivery | null, status: DeliveryStatus): delivery is Delivery =>
  isUnread(delivery) && RANK[status] > RANK[delivery.status];
