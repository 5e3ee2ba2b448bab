import { keyFor } from '../../src/domain/key';

const none: ReadonlySet<string> = new Set();

describe('a key made from a name', () => {
  it.each([
    ['Waiting for parts', 'waiting_for_parts'],
    ['  À l’arrêt!', 'a_l_arret'],
    ['A very long reason that nobody reads', 'a_very_long_reason_that'],
    ['الغداء', 'reason'],
  ])('%s: %s', (name, key) => {
    expect(keyFor(name, none, 'reason')).toBe(key);
  });

  it('is another one when that is taken', () => {
    expect(keyFor('Lunch', new Set(['lunch', 'lunch_2']), 'reason')).toBe('lunch_3');
  });
});
