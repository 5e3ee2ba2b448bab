import { interestOf, narrowed, paramsOf, queryOfView, searchOf, viewQueryOf } from '../../../web/inbox/list-query';

const stages = [{ key: 'open' }, { key: 'snoozed' }, { key: 'parts' }];
const saved = [
  { id: 'v1', name: 'Urgent', query: { status: ['active' as const, 'idle' as const], unread: true, sort: 'window' as const } },
] as unknown as Parameters<typeof queryOfView>[1]['saved'];

describe('what a list asks for', () => {
  test('the queue leaves out who is snoozed', () => {
    expect(queryOfView('queue', { saved, stages })).toMatchObject({ status: 'pending', stage: 'open,parts' });
  });

  test('a saved view asks for what was kept', () => {
    expect(queryOfView('v1', { saved, stages })).toEqual({ status: 'active,idle', unread: 'true', sort: 'window' });
  });

  test('the view of a team asks for its open tickets, and the live link for the same', () => {
    const query = queryOfView('team-t1', { saved, stages }) ?? {};
    expect(query).toMatchObject({ team: 't1', status: 'pending,active,proactive,in_progress,idle' });
    expect(interestOf(query)).toEqual([{ status: ['pending', 'active', 'proactive', 'in_progress', 'idle'], team: ['t1'] }]);
  });

  test('a view that is not there asks for nothing', () => {
    expect(queryOfView('v2', { saved, stages })).toBeUndefined();
  });

  test('what is kept comes back as it was', () => {
    const query = { status: 'active,idle', tag: 'vip', unread: 'true', q: 'lamp', sort: 'window' } as const;
    expect(searchOf(viewQueryOf(query))).toEqual(query);
    expect(viewQueryOf(query)).toEqual({ status: ['active', 'idle'], tag: ['vip'], unread: true, q: 'lamp', sort: 'window' });
  });

  test('of whom notes name only the desk can tell; kept as a view it stays so', () => {
    const query = { mentioned: 'me', sort: '-lastMessageAt' };
    expect(queryOfView('mentions', { saved, stages })).toEqual(query);
    expect(interestOf(query)).toEqual([]);
    expect(searchOf(viewQueryOf(query))).toEqual(query);
  });

  test('filters narrow a view', () => {
    const mine = { status: 'active,idle', assignee: 'me', sort: 'waiting' };
    expect(narrowed(mine, { status: 'idle' })).toEqual({ status: 'idle', assignee: 'me', sort: 'waiting' });
  });

  test('words are looked for everywhere, newest first', () => {
    const mine = { status: 'active,idle', assignee: 'me', sort: 'waiting' };
    expect(narrowed(mine, { q: 'lamp' })).toEqual({ q: 'lamp', sort: '-lastMessageAt' });
    expect(narrowed(mine, { q: 'lamp', channel: 'line' })).toEqual({ q: 'lamp', channel: 'line', sort: '-lastMessageAt' });
  });

  test('the same filters are the same call, however they came', () => {
    expect(paramsOf({ sort: 'waiting', status: 'idle' })).toBe(paramsOf({ status: 'idle', sort: 'waiting' }));
    expect(paramsOf({ q: '#1042 & more' })).toBe('q=%231042+%26+more');
  });

  test('the live link is told what a list holds, and nothing of a search', () => {
    expect(interestOf({ status: 'active,idle', assignee: 'me', sort: 'waiting' })).toEqual([
      { assignee: ['me'], status: ['active', 'idle'] },
    ]);
    expect(interestOf({ q: 'lamp', status: 'active' })).toEqual([]);
  });
});
