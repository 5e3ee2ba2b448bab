import { barred, isSeenBy, needsOf, SCOPES, type SeenBy, seenBy } from '../../src/domain/access';
import { DEFAULT_SETTINGS, withSettings } from '../../src/domain/settings';

const tickets = { method: 'get', tag: 'tickets', for: 'agents' } as const;
const settings = { method: 'patch', tag: 'settings', for: 'admins' } as const;

describe('who may call what', () => {
  it('follows from the role, and of tokens from the scope too', () => {
    const agent = { role: 'agent' } as const;
    expect(barred(null, tickets)).toBe('unauthenticated');
    expect(barred(agent, tickets)).toBeNull();
    expect(barred(agent, settings)).toBe('forbidden');
    expect(barred({ role: 'admin' }, settings)).toBeNull();
    expect(barred({ role: 'admin', scopes: ['settings:read'] }, settings)).toBe('scope_missing');
    expect(barred({ role: 'agent', scopes: ['settings:write'] }, settings)).toBe('forbidden');
    expect(barred({ role: 'admin', scopes: ['*'] }, settings)).toBeNull();
  });

  it('lets no token where no scope leads, and whatever token where none is needed', () => {
    expect(barred({ role: 'admin', scopes: ['*'] }, { ...tickets, tag: 'me' })).toBe('people_only');
    expect(barred({ role: 'admin', scopes: ['*'] }, { ...tickets, tag: 'of tomorrow' })).toBe('people_only');
    expect(barred({ role: 'agent', scopes: [] }, { ...tickets, needs: 'any' })).toBeNull();
    expect(barred(null, { ...tickets, for: 'anyone' })).toBeNull();
  });

  it('names scopes by what is read or changed', () => {
    expect(needsOf(tickets)).toBe('tickets:read');
    expect(needsOf({ method: 'post', tag: 'ticket actions' })).toBe('tickets:write');
    expect(new Set(SCOPES).size).toBe(SCOPES.length);
  });
});

describe('who sees which ticket', () => {
  const house = (agentsSee: SeenBy['sees']) => ({
    settings: withSettings(DEFAULT_SETTINGS, { policy: { agentsSee } }),
    teams: [
      { id: 'red', deletedAt: null },
      { id: 'gone', deletedAt: 1 },
    ],
  });
  const ana = { id: 'ana', role: 'agent', teamIds: ['red', 'gone'] } as const;
  const sees = (mode: SeenBy['sees'], assigneeId: string | null, teamId: string | null) =>
    isSeenBy({ assigneeId, teamId }, seenBy(ana, { house: house(mode) }));

  // biome-ignore format: a table is read in columns
  it.each([
    ['all',  'ben', 'blue', true],
    ['own',  'ana', 'blue', true],
    ['own',  null,  null,   false],
    ['own',  'ben', 'red',  false],
    ['team', 'ana', 'blue', true],
    ['team', 'ben', 'red',  true],
    ['team', null,  'red',  true],
    ['team', null,  'blue', false],
    ['team', null,  null,   true],
    ['team', 'ben', null,   false],
    ['team', null,  'gone', true],
    ['team', 'ben', 'gone', false],
  ] as const)('%s: assigned to %s, of team %s: %s', (mode, assigneeId, teamId, expected) => {
    expect(sees(mode, assigneeId, teamId)).toBe(expected);
  });

  it('is everything to admins', () => {
    expect(seenBy({ ...ana, role: 'admin' }, { house: house('own') })).toBeNull();
  });
});
