import { SCOPES } from '../../../src/domain/access';
import { endOf, ROWS, ticked } from '../../../web/settings/tokens/scopes';

it('has a box for every scope', () => {
  expect(ROWS.flatMap(({ resource, ways }) => ways.map((way) => `${resource}:${way}`))).toEqual(SCOPES);
});

it('lets who may change something read it, and who may not read it change nothing', () => {
  expect(ticked([], 'tickets:write', true)).toEqual(['tickets:read', 'tickets:write']);
  expect(ticked(['tickets:read', 'tickets:write', 'bots:read'], 'tickets:read', false)).toEqual(['bots:read']);
  expect(ticked(['tickets:read', 'tickets:write'], 'tickets:write', false)).toEqual(['tickets:read']);
});

it('ends after so many days, or never', () => {
  expect(endOf('P30D', Date.UTC(2026, 0, 1))).toBe('2026-01-31T00:00:00.000Z');
  expect(endOf('never', 0)).toBeNull();
});
