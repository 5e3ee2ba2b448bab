import { type Chosen, NONE, only, ranged, toggled } from '../../../web/inbox/bulk/chosen';
import { notDone, type Outcome, reasonsIn, refusedIn } from '../../../web/inbox/bulk/outcome';
import { en } from '../../../web/words/en';
import { aTicket } from './a-ticket';

const LIST = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: Chosen) => [...ids];

describe('choosing tickets', () => {
  test('one more or one less; without any it is over', () => {
    const one = toggled(NONE, 'b');
    expect([idsOf(one), one.on, one.anchor]).toEqual([['b'], true, 'b']);
    expect(idsOf(toggled(one, 'd'))).toEqual(['b', 'd']);
    expect(toggled(one, 'b').on).toBe(false);
  });

  test('a range goes from the last one that was chosen, either way, beside what is chosen', () => {
    const from = toggled(toggled(NONE, 'a'), 'd');
    expect(idsOf(ranged(from, LIST, 'b')).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(ranged(from, LIST, 'b').anchor).toBe('d');
    expect(idsOf(ranged(NONE, LIST, 'c'))).toEqual(['c']);
    expect(idsOf(ranged(toggled(NONE, 'gone'), LIST, 'c'))).toEqual(['gone', 'c']);
    expect(idsOf(ranged(from, LIST, 'not here'))).toEqual(['a', 'd']);
  });

  test('what was refused stays chosen', () => {
    expect(only([])).toBe(NONE);
    expect(idsOf(only(['c']))).toEqual(['c']);
  });
});

describe('what became of it', () => {
  const ticket = {
    id: 't',
    number: 1,
    status: 'closed' as const,
    stage: { key: 'closed', name: 'Closed', color: 'ink' as const },
    version: 1,
  };
  const outcome: Outcome = {
    deed: { action: 'close', says: en.inbox.bulk.did.closed },
    asked: 5,
    results: [
      { ticketId: 'a', ok: true, ticket },
      { ticketId: 'b', ok: false, code: 'assigned_to_other', detail: 'A colleague has this ticket.' },
      { ticketId: 'c', ok: false, code: 'assigned_to_other', detail: 'A colleague has this ticket.' },
      { ticketId: 'd', ok: false, code: 'illegal_transition', detail: 'It is closed.' },
    ],
    error: null,
  };
  const known = new Map([
    ['b', aTicket({ id: 'b', number: 1042 })],
    ['c', aTicket({ id: 'c', number: 1043 })],
    ['d', aTicket({ id: 'd', number: 1044, status: 'closed' })],
  ]);

  test('is said by the reason, with the numbers', () => {
    expect(refusedIn(outcome).map(({ ticketId }) => ticketId)).toEqual(['b', 'c', 'd']);
    const find = (id: string) => known.get(id);
    expect(reasonsIn(outcome, { ticket: find, why: () => null, words: en })).toEqual([
      '#1042, #1043: a colleague has it.',
      '#1044: it is closed.',
    ]);
    const why = ({ status }: { readonly status: string }) => (status === 'closed' ? null : 'Luis has it.');
    expect(reasonsIn(outcome, { ticket: find, why, words: en })[0]).toBe('#1042, #1043: Luis has it.');
    expect(reasonsIn(outcome, { ticket: () => undefined, why, words: en })[1]).toBe('one: It is closed.');
  });

  test('leaves what was not done, or not even asked for', () => {
    expect(notDone(outcome, ['a', 'b', 'e'])).toEqual(['b', 'e']);
  });
});
