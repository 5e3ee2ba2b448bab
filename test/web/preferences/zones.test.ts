import { zoneFrom, zonesHere } from '../../../web/preferences/zones';

test('A zone is found by its name in any case, by its name with spaces, and by its city', () => {
  for (const text of ['America/New_York', 'america/new york', ' New York ', 'new_york'])
    expect(zoneFrom(text, zonesHere())).toBe('America/New_York');
});

test('What names no zone, or more than one, names none', () => {
  expect(zoneFrom('Atlantis', zonesHere())).toBeNull();
  expect(zoneFrom('', zonesHere())).toBeNull();
  expect(zoneFrom('here', ['One/Here', 'Other/Here'])).toBeNull();
});

test('UTC can always be chosen', () => {
  expect(zoneFrom('utc', zonesHere())).toBe('UTC');
});
