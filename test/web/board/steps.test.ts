import { sideways, stepTo } from '../../../web/board/steps';

const counts = [3, 0, 1];

test('Arrows go up and down in a column and stop at its ends', () => {
  expect(stepTo('ArrowDown', { column: 0, place: 1 }, counts, false)).toEqual({ column: 0, place: 2 });
  expect(stepTo('ArrowDown', { column: 0, place: 2 }, counts, false)).toBeNull();
  expect(stepTo('ArrowUp', { column: 0, place: 0 }, counts, false)).toBeNull();
  expect(stepTo('End', { column: 0, place: 0 }, counts, false)).toEqual({ column: 0, place: 2 });
});

test('Sideways they pass over empty columns and keep the height as far as there are cards', () => {
  expect(stepTo('ArrowRight', { column: 0, place: 2 }, counts, false)).toEqual({ column: 2, place: 0 });
  expect(stepTo('ArrowLeft', { column: 0, place: 2 }, counts, false)).toBeNull();
});

test('From right to left the arrows are turned round', () => {
  expect(stepTo('ArrowLeft', { column: 0, place: 0 }, counts, true)).toEqual({ column: 2, place: 0 });
  expect(sideways('ArrowRight', true)).toBe(-1);
  expect(sideways('Home', false)).toBe(0);
});
