import { only } from '../../../web/app/only';
import { readBoardSearch } from '../../../web/board/search';

test('What a page refuses of its address is gone from it, not kept beside what it took', () => {
  expect({ at: 'soon', by: 'status', q: 'x', ...only(readBoardSearch)({ at: 'soon', by: 'status', q: 'x' }) }).toEqual({ by: 'status' });
});
