import { hoursError } from '../../../src/domain/hours';
import { dayName, isOvernight, likeMonday, officeHours, oneMore, timeOf } from '../../../web/settings/teams/hours';

describe('the week of who works', () => {
  it('begins with office hours from Monday to Friday', () => {
    const hours = officeHours('Europe/Madrid');
    expect(hoursError(hours)).toBeNull();
    expect([hours.days.mon, hours.days.sat]).toEqual([[{ from: '09:00', to: '17:00' }], []]);
  });

  it('takes Monday\u2019s hours over to the working days, and leaves the weekend', () => {
    const hours = officeHours('UTC');
    const split = [
      { from: '09:00', to: '14:00' },
      { from: '16:00', to: '19:00' },
    ];
    const same = likeMonday({ ...hours, days: { ...hours.days, mon: split, sun: [{ from: '10:00', to: '12:00' }] } });
    expect([same.days.tue, same.days.fri, same.days.sun]).toEqual([split, split, [{ from: '10:00', to: '12:00' }]]);
  });

  it('offers another stretch after the last', () => {
    expect(oneMore([])).toEqual([{ from: '09:00', to: '17:00' }]);
    expect(oneMore([{ from: '09:00', to: '14:00' }]).at(-1)).toEqual({ from: '14:00', to: '24:00' });
  });

  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['17h', '17:00'],
    ['24:00', '24:00'],
    ['noon', 'noon'],
  ])('reads %s as %s', (typed, time) => {
    expect(timeOf(typed)).toBe(time);
  });

  it('tells which stretch ends on the next day, and names days', () => {
    expect([isOvernight({ from: '22:00', to: '06:00' }), isOvernight({ from: '09:00', to: '24:00' })]).toEqual([true, false]);
    expect([dayName('en', 'mon'), dayName('pt-BR', 'sun')]).toEqual(['Monday', 'domingo']);
  });
});
