import { type Act, changesBetween, oneAct, secretChange } from '../../src/domain/acts';

describe('what an act changed', () => {
  it('is told by path, and what stayed is not told', () => {
    expect(changesBetween({ a: 1, deep: { b: 'x', c: true } }, { a: 1, deep: { b: 'y', c: true, d: null } })).toEqual([
      { path: 'deep.b', from: 'x', to: 'y' },
    ]);
    expect(changesBetween(null, { name: 'New', capacity: null })).toEqual([{ path: 'name', from: null, to: 'New' }]);
    expect(changesBetween(null, { name: 'New', teamIds: [] })).toEqual([{ path: 'name', from: null, to: 'New' }]);
    expect(changesBetween({ teamIds: ['a'] }, { teamIds: [] })).toEqual([{ path: 'teamIds', from: ['a'], to: [] }]);
    expect(changesBetween({ on: true }, {})).toEqual([{ path: 'on', from: true, to: null }]);
  });

  it('compares lists of plain values as a whole, and others item by item', () => {
    expect(changesBetween({ tags: ['a'] }, { tags: ['a', 'b'] })).toEqual([{ path: 'tags', from: ['a'], to: ['a', 'b'] }]);
    expect(changesBetween({ rules: [{ name: 'x' }] }, { rules: [{ name: 'y' }] })).toEqual([{ path: 'rules.0.name', from: 'x', to: 'y' }]);
    expect(changesBetween({ spans: [] }, { spans: [{ from: '09:00' }] })).toEqual([{ path: 'spans', from: [], to: [{ from: '09:00' }] }]);
  });

  it('is cut where it is long', () => {
    const [change] = changesBetween({ text: '' }, { text: 'x'.repeat(2000) });
    expect(String(change?.to)).toHaveLength(501);
  });

  it('tells of a secret only whether there is another one', () => {
    expect(secretChange('password', null, 'hunter2')).toEqual({ path: 'password', from: null, to: 'set' });
    expect(secretChange('password', 'old', 'hunter2')).toEqual({ path: 'password', from: 'set', to: 'changed' });
    expect(secretChange('password', 'old', null)).toEqual({ path: 'password', from: 'set', to: null });
  });
});

describe('of several acts in one transaction', () => {
  const act = (name: string, id: string, changes: Act['changes'] = [{ path: 'x', from: 1, to: 2 }]): Act => {
    const [kind = ''] = name.split('.');
    return { act: name, target: { kind, id, name: id.toUpperCase() }, changes };
  };

  it('what was added or removed leads, and the others stand beside it', () => {
    expect(oneAct([act('agent.changed', 'ana'), act('team.removed', 'red', [])])).toEqual({
      ...act('team.removed', 'red', []),
      changes: [{ path: 'agent ANA.x', from: 1, to: 2 }],
    });
  });

  it('what was said outright leads before everything', () => {
    const one = oneAct([act('trial.began', 'trial', []), act('bot.added', 'b', [])]);
    expect(one).toEqual({ ...act('trial.began', 'trial', []), changes: [{ path: 'bot B', from: null, to: 'added' }] });
  });

  it('two of the same thing are one', () => {
    const password = { path: 'password', from: null, to: 'changed' };
    expect(oneAct([act('agent.changed', 'ana', [password]), act('agent.changed', 'ana')])?.changes).toEqual([
      password,
      { path: 'x', from: 1, to: 2 },
    ]);
  });

  it('none is none', () => {
    expect(oneAct([])).toBeNull();
  });
});
