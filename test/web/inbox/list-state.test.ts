import type { Ticket } from '../../../web/api/types';
import { type ListState, NOTHING, type Rules, readAnew, settled, tidied, withChanges, withPage } from '../../../web/inbox/list-state';
import { orderOf } from '../../../web/inbox/order';
import { aTicket } from './a-ticket';

/** Numbered tickets, highest first; closed ones belong no more. */
function desk(...numbers: readonly number[]) {
  const tickets = new Map<string, Ticket>(numbers.map((number) => [`t${number}`, aTicket({ id: `t${number}`, number })]));
  const rules: Rules = {
    ticket: (id) => tickets.get(id),
    fits: ({ status }) => status !== 'closed',
    compare: orderOf('-number'),
    grows: true,
  };
  const put = (number: number, is: Partial<Ticket> = {}) => tickets.set(`t${number}`, aTicket({ id: `t${number}`, number, ...is }));
  return { rules, put, drop: (id: string) => tickets.delete(id) };
}

const showing = (ids: readonly string[], cursor: string | null = null): ListState => withPage(NOTHING, ids, cursor);

describe('a list that changes while somebody reads it', () => {
  test('a ticket that newly fits waits above, and nothing moves', () => {
    const { rules } = desk(5, 4, 3);
    const list = withChanges(showing(['t4', 't3']), ['t5'], rules);
    expect(list.ids).toEqual(['t4', 't3']);
    expect([...list.above]).toEqual(['t5']);
  });

  test('once nothing would move under the reader, it goes to its place', () => {
    const { rules } = desk(5, 4, 3, 2);
    const list = settled(withChanges(showing(['t5', 't3', 't2']), ['t4'], rules), rules);
    expect(list.ids).toEqual(['t5', 't4', 't3', 't2']);
    expect(list.above.size).toBe(0);
  });

  test('a ticket that fits no more stays, marked, until one tidies up', () => {
    const { rules, put } = desk(5, 4);
    put(5, { status: 'closed' });
    const list = settled(withChanges(showing(['t5', 't4']), ['t5'], rules), rules);
    expect(list.ids).toEqual(['t5', 't4']);
    expect(tidied(list)).toMatchObject({ ids: ['t4'], gone: new Set() });
  });

  test('one that fits again is marked no more', () => {
    const { rules, put } = desk(5);
    put(5, { status: 'closed' });
    const left = withChanges(showing(['t5']), ['t5'], rules);
    put(5);
    expect([...left.gone]).toEqual(['t5']);
    expect(withChanges(left, ['t5'], rules).gone.size).toBe(0);
  });

  test('one that is out of sight counts as fitting no more', () => {
    const { rules, drop } = desk(5);
    drop('t5');
    expect([...withChanges(showing(['t5']), ['t5'], rules).gone]).toEqual(['t5']);
  });

  test('one that waited above and fits no more is forgotten', () => {
    const { rules, put } = desk(5, 4);
    const waiting = withChanges(showing(['t4']), ['t5'], rules);
    put(5, { status: 'closed' });
    expect(withChanges(waiting, ['t5'], rules).above.size).toBe(0);
  });

  test('what belongs further down than is loaded comes with its page', () => {
    const { rules } = desk(5, 4, 1);
    expect(withChanges(showing(['t5', 't4'], 'next'), ['t1'], rules).above.size).toBe(0);
    expect(withChanges(showing(['t5', 't4']), ['t1'], rules).above.size).toBe(1);
  });

  test('a search does not grow by itself', () => {
    const { rules } = desk(5, 4);
    expect(withChanges(showing(['t4']), ['t5'], { ...rules, grows: false }).above.size).toBe(0);
  });

  test('rows that fit no more say nothing about where others belong', () => {
    const { rules, put } = desk(9, 7, 6, 5, 4);
    put(6, { status: 'closed' });
    put(7, { status: 'closed' });
    const list = withChanges(showing(['t9', 't7', 't6', 't4']), ['t6', 't7', 't5'], rules);
    const { ids } = settled(list, rules);
    expect(ids.filter((id) => !list.gone.has(id))).toEqual(['t9', 't5', 't4']);
    expect(ids).toHaveLength(5);
  });

  test('a change that moves nothing leaves the same list', () => {
    const { rules } = desk(5, 4, 3);
    const list = showing(['t5', 't4', 't3']);
    expect(settled(withChanges(list, ['t4'], rules), rules).ids).toBe(list.ids);
  });

  test('a further page does not show anybody twice', () => {
    const { rules } = desk(5, 4, 3, 2);
    const list = withChanges(showing(['t5', 't3'], 'next'), ['t4'], rules);
    const more = withPage(list, ['t4', 't3', 't2'], null);
    expect(more.ids).toEqual(['t5', 't3', 't4', 't2']);
    expect(more.above.size).toBe(0);
  });

  test('read anew while the reader is busy: what is gone is marked, what is new waits', () => {
    const { rules } = desk(6, 5, 4);
    const list = readAnew(showing(['t5', 't4']), ['t6', 't5'], null, false);
    expect(list.ids).toEqual(['t5', 't4']);
    expect([...list.gone]).toEqual(['t4']);
    expect(settled(list, rules).ids).toEqual(['t6', 't5', 't4']);
  });

  test('read anew while nobody is in the way: it is what was read', () => {
    expect(readAnew(showing(['t5', 't4']), ['t6', 't5'], 'next', true)).toMatchObject({
      ids: ['t6', 't5'],
      cursor: 'next',
      gone: new Set(),
    });
  });

  test('any changes in any order end in the order of the list', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
    const { rules } = desk(...numbers);
    let list = showing(['t30']);
    for (let at = 0; at < 60; at += 1) list = settled(withChanges(list, [`t${((at * 37) % 60) + 1}`], rules), rules);
    expect(list.ids).toEqual(numbers.toReversed().map((number) => `t${number}`));
  });
});
