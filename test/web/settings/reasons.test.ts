import { bodyOf, isSame, lineAt, linesOf } from '../../../web/settings/agents/reasons';

const KEPT = [
  { key: 'lunch', name: 'Lunch' },
  { key: 'course', name: 'Course' },
];

describe('the form of away reasons', () => {
  it('sends what is written, with the keys of what was there, and no empty lines', () => {
    const lines = [...linesOf(KEPT), { id: 'a', name: '  ' }, { id: 'b', name: ' Dentist ' }];
    expect(bodyOf(lines)).toEqual({ reasons: [...KEPT, { name: 'Dentist' }] });
  });

  it('has nothing to save while it says what is kept', () => {
    expect(isSame([...linesOf(KEPT), { id: 'a', name: '' }], KEPT)).toBe(true);
    expect(isSame(linesOf(KEPT).reverse(), KEPT)).toBe(false);
    expect(isSame([{ ...linesOf(KEPT)[0]!, name: 'Late lunch' }, linesOf(KEPT)[1]!], KEPT)).toBe(false);
  });

  it('says what is wrong at the line that it is about', () => {
    const lines = [{ id: 'a', name: '' }, ...linesOf(KEPT), { id: 'b', name: 'lunch' }];
    expect(lineAt(lines, 'reasons.2.name')).toBe('b');
    expect(lineAt(lines, 'reasons')).toBeNull();
  });
});
