import type { ListSection } from '../../../src/domain/content';
import { hasBlank } from '../../../web/settings/bots/form';
import { withHeading, withoutSection, withRows, withSection } from '../../../web/settings/bots/sections';

const heading = (place: number) => `Section ${place}`;
const hours: ListSection = { rows: [{ id: 'hours', title: 'Hours' }] };

it('gives every section of a list a heading once there are several', () => {
  const two = withSection([hours], heading);
  expect(two).toEqual([
    { ...hours, title: 'Section 1' },
    { title: 'Section 2', rows: [{ id: '', title: '' }] },
  ]);
  expect(withSection([{ ...hours, title: 'When' }], heading)[0]?.title).toBe('When');
});

it('changes one section and leaves the others', () => {
  const two = withSection([hours], heading);
  expect(withHeading(two, 1, 'Where').map(({ title }) => title)).toEqual(['Section 1', 'Where']);
  expect(withRows(two, 1, [{ id: 'a', title: 'A' }])[1]?.rows).toEqual([{ id: 'a', title: 'A' }]);
  expect(withRows(two, 1, [])[0]).toEqual({ ...hours, title: 'Section 1' });
  expect(withoutSection(two, 0).map(({ title }) => title)).toEqual(['Section 2']);
});

it('calls a heading blank where several sections need one', () => {
  const list = (...titles: string[]) =>
    ({ type: 'list', text: 'Look', button: 'Choose', sections: titles.map((title) => ({ ...hours, title })) }) as const;
  expect(hasBlank(list(''))).toBe(false);
  expect(hasBlank(list('One', ' '))).toBe(true);
});
