import { reasonAs, reasonsFrom } from '../../src/domain/away-reasons';

const LUNCH = { key: 'lunch', name: 'Lunch' };
const TRAINING = { key: 'training', name: 'Training' };

describe('the reasons for being away', () => {
  it('get a key of their first name, and keep it under another', () => {
    expect(reasonsFrom([{ name: 'Coffee break' }, { key: 'lunch', name: 'Almoço' }, { name: '昼休み' }], [LUNCH, TRAINING])).toEqual([
      { key: 'coffee_break', name: 'Coffee break' },
      { key: 'lunch', name: 'Almoço' },
      { key: 'reason', name: '昼休み' },
    ]);
    expect(reasonsFrom([{ name: 'Lunch' }], [LUNCH])).toEqual([{ key: 'lunch_2', name: 'Lunch' }]);
  });

  it('are not taken when a key is unknown, or a key or name stands there twice', () => {
    expect(reasonsFrom([{ key: 'nap', name: 'Nap' }], [LUNCH])).toMatchObject({ path: 'reasons.0.key' });
    expect(reasonsFrom([LUNCH, { key: 'lunch', name: 'Late lunch' }], [LUNCH])).toMatchObject({ path: 'reasons' });
    expect(reasonsFrom([LUNCH, { name: 'LUNCH' }], [LUNCH])).toMatchObject({ path: 'reasons.1.name' });
  });

  it('are said by key or by name, in any case; other words stay', () => {
    const said = ['lunch', 'LUNCH', 'training', 'dentist', null].map((words) => reasonAs(words, [LUNCH, TRAINING]));
    expect(said).toEqual(['Lunch', 'Lunch', 'Training', 'dentist', null]);
  });
});
