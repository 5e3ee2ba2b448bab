import { askedOf, NO_FILTERS } from '../../../web/settings/audit/asked';
import { actIn, isSecret, valueIn } from '../../../web/settings/audit/said';
import { access as en } from '../../../web/words/en/access';

const ACTS = Object.keys(en.audit.acts);

describe('the filters of the audit log', () => {
  const asked = (over: object, zone = 'UTC') => Object.fromEntries(askedOf({ ...NO_FILTERS, ...over }, ACTS, zone));

  it('ask for no more than what is chosen', () => {
    expect(asked({})).toEqual({ limit: '50' });
    expect(asked({ actor: 'ana' })).toEqual({ limit: '50', actor: 'ana' });
  });

  it('ask for every act of a kind', () => {
    expect(asked({ kind: 'team' }).act).toBe('team.added,team.changed,team.removed');
  });

  it('take whole days of the workspace, both included, also when the clocks are turned', () => {
    expect(asked({ since: '2026-10-25', until: '2026-10-25' }, 'Europe/Berlin')).toMatchObject({
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
    expect(asked({ since: 'nonsense' })).toEqual({ limit: '50' });
  });
});

describe('a row of the audit log', () => {
  it('is said in words, or by its name', () => {
    expect(actIn({ act: 'token.removed' }, en.audit)).toBe('Token revoked');
    expect(actIn({ act: 'moon.landed' }, en.audit)).toBe('moon.landed');
  });

  it('shows values as people read them', () => {
    expect([null, true, false, [], ['a', 2], 'PT5M', { a: 1 }].map((value) => valueIn(value, en.audit))).toEqual([
      'nothing',
      'on',
      'off',
      'nothing',
      'a, 2',
      'PT5M',
      '{"a":1}',
    ]);
  });

  it('knows what is kept of secrets', () => {
    expect(isSecret({ path: 'config.appSecret', from: 'set', to: 'changed' })).toBe(true);
    expect(isSecret({ path: 'password', from: null, to: 'changed' })).toBe(true);
    expect(isSecret({ path: 'name', from: 'set', to: 'Ana' })).toBe(false);
    expect(isSecret({ path: 'name', from: null, to: null })).toBe(false);
  });
});
