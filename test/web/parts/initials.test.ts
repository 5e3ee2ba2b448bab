import { initialsOf } from '../../../web/parts/initials';

it.each([
  ['Elena Vidal', 'EV'],
  ['Joaquín Herrera Montesinos de la Vega', 'JH'],
  ['Harper & Lowe Interiors', 'HL'],
  ['ليلى حداد', 'ل'],
  ['@nocturna.studio', 'N'],
  ['Ana', 'A'],
])('draws %s as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
