import { moved } from '../../../web/settings/stages/order';

describe('moving a thing in a list', () => {
  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 9, 'bca'],
    [2, -1, 'cab'],
    [7, 0, 'abc'],
  ])('from %i to %i gives %s', (from, to, then) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(then);
  });
});
