import { columnsOf } from '../../../web/board/columns';
import { filterOf, readBoardSearch } from '../../../web/board/search';

const stages = [
  { key: 'parts', name: 'Waiting for parts', color: 'ochre' as const },
  { key: 'open', name: 'Open', color: 'sky' as const },
  { key: 'closed', name: 'Closed', color: 'ink' as const },
];

test('The columns are the stages in the order of the admin, each under the filters of the address', () => {
  const columns = columnsOf('stage', stages, filterOf(readBoardSearch({ assignee: 'me', column: 'open' })));
  expect(columns.map(({ key, ended }) => [key, ended])).toEqual([
    ['parts', false],
    ['open', false],
    ['closed', true],
  ]);
  expect(columns[1]?.query).toEqual({ assignee: 'me', stage: 'open', sort: '-lastMessageAt' });
});

test('By status there is a column for each, whatever the stages are', () => {
  expect(columnsOf('status', stages, {}).map(({ key }) => key)).toEqual([
    'pending',
    'active',
    'proactive',
    'in_progress',
    'idle',
    'closed',
  ]);
});

test('What an address says besides is left out', () => {
  expect(readBoardSearch({ by: 'size', channel: 7, assignee: '', q: 'x' })).toEqual({ channel: '7' });
});
