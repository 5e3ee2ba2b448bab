import fc from 'fast-check';
import {
  again,
  attempting,
  cameTwice,
  counts,
  decided,
  postponed,
  QUEUED,
  received,
  receivedEarlier,
  unsure,
} from '../../src/domain/delivery';
import { type Attempt, DELIVERY_ORDER, type Delivery, type DeliveryError, type DeliveryStatus } from '../../src/domain/message';
import { RUNS } from '../support/runs';
import { MINUTES, NOON } from '../support/tickets';

const LATER = NOON + MINUTES;
const ERROR: DeliveryError = { code: 'transient', providerCode: '131000', detail: 'Try again', retryable: true };
const aTry = (over: Partial<Attempt>): Attempt => ({
  attempt: 1,
  round: 0,
  at: NOON,
  endedAt: LATER,
  outcome: 'failed',
  error: null,
  by: null,
  ...over,
});
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
        const late = refused ? postponed(known, { at: LATER, error: ERROR }) : unsure(known, ERROR, LATER);
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
    expect(postponed(attempting(QUEUED, NOON), { at: LATER, error: ERROR, until: LATER })).toEqual({
      status: 'queued',
      attempts: 1,
      error: ERROR,
      attemptedAt: NOON,
      acceptedAt: null,
      waitsUntil: LATER,
      history: [aTry({ outcome: 'postponed', error: ERROR })],
    });
  });

  it('that may have gone counts from when it began', () => {
    expect(unsure(attempting(QUEUED, NOON), null, LATER)).toEqual({
      status: 'uncertain',
      attempts: 1,
      error: null,
      attemptedAt: NOON,
      acceptedAt: NOON,
      history: [aTry({ outcome: 'uncertain' })],
    });
  });

  it.each(['sent', 'delivered', 'read', 'failed'] as const)('that ends after the network said %s changes nothing', (status) => {
    const known = at(status);
    expect([postponed(known, { at: LATER, error: ERROR }), unsure(known, ERROR, LATER)]).toEqual([known, known]);
  });
});

describe('a message that a person has sent again', () => {
  const ANA = { id: 'ana', name: 'Ana' };
  const lost = unsure(attempting(QUEUED, NOON), ERROR, NOON);
  const asked = again(lost, ANA);
  const sentAgain = received(attempting(asked, LATER), 'sent', LATER);

  it('has a record of its own for that, whoever asked for it', () => {
    expect(asked).toMatchObject({ status: 'queued', round: 1, error: null, acceptedAt: null });
    expect(sentAgain.history).toEqual([
      aTry({ outcome: 'uncertain', error: ERROR, endedAt: NOON }),
      aTry({ attempt: 2, round: 1, at: LATER, outcome: 'sent', by: ANA }),
    ]);
    expect(cameTwice(sentAgain)).toBe(false);
  });

  it('does not go again once the first is known to have come', () => {
    const came = receivedEarlier(asked, 'delivered', LATER, 0);
    expect(came).toMatchObject({ status: 'delivered', history: [{ outcome: 'sent', round: 0 }] });
    expect(cameTwice(came)).toBe(false);
  });

  it.each<[string, (delivery: Delivery) => Delivery]>([
    ['after the second', () => receivedEarlier(sentAgain, 'delivered', LATER, 0)],
    ['before the second has ended', () => received(receivedEarlier(attempting(asked, LATER), 'delivered', LATER, 0), 'sent', LATER)],
    [
      'and the second is not answered',
      () => received(unsure(receivedEarlier(attempting(asked, LATER), 'read', LATER, 0), ERROR, LATER), 'delivered', LATER),
    ],
  ])('came twice when the first is told to have come %s', (_, told) => {
    expect(cameTwice(told(asked))).toBe(true);
  });

  it('arrived though the second was refused, whichever is told first', () => {
    const sending = attempting(asked, LATER);
    const one = received(receivedEarlier(sending, 'delivered', LATER, 0), 'failed', LATER, ERROR);
    const other = receivedEarlier(received(sending, 'failed', LATER, ERROR), 'delivered', LATER, 0);
    expect([one.status, other.status]).toEqual(['delivered', 'delivered']);
    expect([cameTwice(one), cameTwice(other)]).toEqual([false, false]);
  });

  it('goes again though a status tells late that the first, which has failed, was taken', () => {
    const failed = again(received(attempting(QUEUED, NOON), 'failed', NOON, ERROR), ANA);
    expect(receivedEarlier(failed, 'sent', LATER, 0)).toBe(failed);
    expect(receivedEarlier(failed, 'delivered', LATER, 0)).toMatchObject({
      status: 'delivered',
      history: [{ outcome: 'sent', endedAt: LATER, error: null }],
    });
  });

  it('has no record of a second sending that never began', () => {
    const came = received(receivedEarlier(asked, 'sent', LATER, 0), 'read', LATER);
    expect([came.status, came.history?.length, cameTwice(came)]).toEqual(['read', 1, false]);
  });

  it('stays as it is when the first is told to have failed', () => {
    expect(receivedEarlier(sentAgain, 'failed', LATER, 0)).toBe(sentAgain);
  });

  it('can be seen to have come instead, which the record says of whoever saw it', () => {
    expect(decided(lost, LATER, ANA)).toMatchObject({
      status: 'sent',
      error: null,
      history: [{ outcome: 'uncertain' }, { outcome: 'decided', by: ANA, attempt: 1 }],
    });
  });

  it('is told once that it came, however often the network says it after a person has', () => {
    const told = received(decided(lost, LATER, ANA), 'sent', LATER);
    expect(told.history?.map(({ outcome }) => outcome)).toEqual(['uncertain', 'decided', 'sent']);
    expect(received(told, 'sent', LATER)).toBe(told);
  });
});

it('keeps the newest twenty attempts', () => {
  const many = Array.from({ length: 30 }).reduce<Delivery>(
    (delivery) => postponed(attempting(delivery, NOON), { at: LATER, error: ERROR }),
    QUEUED,
  );
  expect([many.history?.length, many.history?.at(-1)?.attempt]).toEqual([20, 30]);
});

it('counts as said what the network has or may have', () => {
  expect(ALL.filter((status) => counts(at(status)))).toEqual(['uncertain', 'sent', 'delivered', 'read']);
  expect(counts(null)).toBe(false);
});
