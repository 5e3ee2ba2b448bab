import type { ListSearch } from '../../../web/app/list-search';
import { fits } from '../../../web/inbox/fits';
import { aTicket } from './a-ticket';

const ticket = aTicket({ priority: 'high', tags: ['breakage', 'vip'], unread: 2 });
const nobodys = aTicket({ assignee: null });

// biome-ignore format: a table is read in columns
const CASES: readonly [string, ListSearch, boolean][] = [
  ['everything, without a filter',               {},                                    true],
  ['one of the statuses',                        { status: 'pending,active' },          true],
  ['none of the statuses',                       { status: 'pending,idle' },            false],
  ['its stage, by key',                          { stage: 'open' },                     true],
  ['another stage',                              { stage: 'snoozed' },                  false],
  ['its channel',                                { channel: 'line,other' },             true],
  ['another channel',                            { channel: 'other' },                  false],
  ['no team',                                    { team: 'none,t2' },                   true],
  ['a team that it is not in',                   { team: 't2' },                        false],
  ['its priority',                               { priority: 'high,urgent' },           true],
  ['another priority',                           { priority: 'low' },                   false],
  ['one of its tags',                            { tag: 'breakage' },                   true],
  ['a tag that it has not',                      { tag: 'refund' },                     false],
  ['what holds something unread',                { unread: 'true' },                    true],
  ['me, who has it',                             { assignee: 'me' },                    true],
  ['its agent by id',                            { assignee: 'marta' },                 true],
  ['another agent',                              { assignee: 'luis' },                  false],
  ['nobody, though somebody has it',             { assignee: 'none' },                  false],
  ['one of several people',                      { assignee: 'none,me' },               true],
  ['some that fit and one that does not',        { status: 'active', tag: 'refund' },   false],
];

describe('whether a ticket belongs into a list', () => {
  test.each(CASES)('a list of %s', (_, query, belongs) => {
    expect(fits(ticket, query, 'marta')).toBe(belongs);
  });

  test('a ticket that nobody has is in the list of nobody and not in mine', () => {
    expect(fits(nobodys, { assignee: 'none' }, 'marta')).toBe(true);
    expect(fits(nobodys, { assignee: 'me' }, 'marta')).toBe(false);
  });

  test('a ticket without unread messages is not in the unread ones', () => {
    expect(fits(nobodys, { unread: 'true' }, 'marta')).toBe(false);
  });
});
