import fc from 'fast-check';
import { DELIVERY_ORDER, type Delivery, type DeliveryError, type DeliveryStatus } from '../../src/domain/chat';
import { attempting, counts, postponed, QUEUED, received, unsure } from '../../src/domain/delivery';
import { RUNS } from '../support/runs';
import { MINUTES, NOON } from '../support/tickets';

const LATER = NOON + MINUTES;
const ERROR: DeliveryError = { code: 'transient', providerCode: '131000', detail: 'Try again', retryable: true };
const ALL = [...DELIVERY_ORDER, 'failed'] as const satisfies readonly DeliveryStatus[];
const at = (status: DeliveryStatus): Delivery => ({ ...QUEUED, status, attempts: 1, attemptedAt: NOON });
const after = (from: DeliveryStatus, ...receipts: DeliveryStatus[]): DeliveryStatus =>
  receipts.reduce((delivery, status) => received(delivery, status, LATER, status === 'failed' ? ERROR : null), at(from)).status;

describe('a receipt', () => {
  it.each(DELIVERY_ORDER.flatMap((from, low) => DELIVERY_ORDER.map((to, high) => [from, to, high > low ? to : from] as const)))(
    '%s, then %s: %s',
    (from, to, end) => {
      expect(after(from, to)).toBe(end);
    },
  );

  it.each(['queued', 'sending', 'uncertain', 'sent'] as const)('of failure holds from %s', (from) => {
    expect(received(at(from), 'failed', LATER, ERROR)).toMatchObject({ status: 'failed', error: ERROR, acceptedAt: null });
  });

  it.each(['delivered', 'read'] as const)('of failure says nothing once it is %s', (from) => {
    const known = at(from);
    expect(received(known, 'failed', LATER, ERROR)).toBe(known);
  });

  it.each(['delivered', 'read'] as const)('of %s lifts a failure and forgets its error', (to) => {
    const failed = received(at('sent'), 'failed', LATER, ERROR);
    expect(received(failed, to, LATER)).toMatchObject({ status: to, error: null });
  });

  it('gives the same object back when it says nothing new', () => {
    const sent = at('sent');
    expect(received(sent, 'sent', LATER)).toBe(sent);
    expect(received(sent, 'sending', LATER)).toBe(sent);
  });

  it('keeps when the network took it first; what failed was never taken', () => {
    const sent = received(at('sending'), 'sent', NOON);
    expect(received(sent, 'read', LATER).acceptedAt).toBe(NOON);
    expect(received(sent, 'failed', LATER, ERROR).acceptedAt).toBeNull();
    expect(received(at('sending'), 'delivered', LATER).acceptedAt).toBe(LATER);
    expect(received(at('queued'), 'uncertain', LATER).acceptedAt).toBeNull();
  });
});

describe('receipts in any order and any number', () => {
  const any = fc.constantFrom(...ALL);
  const some = fc.array(any, { maxLength: 12 });
  const join = (a: DeliveryStatus, b: DeliveryStatus) => after(a, b);

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(join(a, b)).toBe(join(b, a));
        expect(join(join(a, b), c)).toBe(join(a, join(b, c)));
        expect(join(a, a)).toBe(a);
      }),
      { numRuns: RUNS },
    );
  });

  it('ends the same whatever the order and however often each comes', () => {
    fc.assert(
      fc.property(
        some.chain((receipts) =>
          fc.tuple(fc.constant(receipts), fc.shuffledSubarray([...receipts, ...receipts], { minLength: receipts.length * 2 })),
        ),
        ([receipts, shuffled]) => {
          const once = receipts.reduce(
            (delivery, status) => received(delivery, status, LATER, status === 'failed' ? ERROR : null),
            at('sending'),
          );
          const again = shuffled.reduce(
            (delivery, status) => received(delivery, status, LATER, status === 'failed' ? ERROR : null),
            at('sending'),
          );
          expect(again).toEqual(once);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('never goes back, whatever an attempt says late', () => {
    const rank = (status: DeliveryStatus) => ['queued', 'sending', 'uncertain', 'sent', 'failed', 'delivered', 'read'].indexOf(status);
    fc.assert(
      fc.property(some, fc.boolean(), (receipts, refused) => {
        const known = receipts.reduce((delivery, status) => received(delivery, status, LATER), received(at('sending'), 'sent', NOON));
        const late = refused ? postponed(known, ERROR) : unsure(known, ERROR);
        expect(rank(late.status)).toBeGreaterThanOrEqual(rank(known.status));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('an attempt', () => {
  it('is written ahead', () => {
    expect(attempting({ ...QUEUED, attempts: 1, error: ERROR }, LATER)).toEqual({
      status: 'sending',
      attempts: 2,
      error: null,
      attemptedAt: LATER,
      acceptedAt: null,
    });
  });

  it('that surely did not go waits in the queue again, with why', () => {
    expect(postponed(attempting(QUEUED, NOON), ERROR)).toEqual({
      status: 'queued',
      attempts: 1,
      error: ERROR,
      attemptedAt: NOON,
      acceptedAt: null,
    });
  });

  it('that may have gone counts from when it began', () => {
    expect(unsure(attempting(QUEUED, NOON), null)).toEqual({
      status: 'uncertain',
      attempts: 1,
      error: null,
      attemptedAt: NOON,
      acceptedAt: NOON,
    });
  });

  it.each(['sent', 'delivered', 'read', 'failed'] as const)('that ends after the network said %s changes nothing', (status) => {
    const known = at(status);
    expect([postponed(known, ERROR), unsure(known, ERROR)]).toEqual([known, known]);
  });
});

it('counts as said what the network has or may have', () => {
  expect(ALL.filter((status) => counts(at(status)))).toEqual(['uncertain', 'sent', 'delivered', 'read']);
  expect(counts(null)).toBe(false);
});
