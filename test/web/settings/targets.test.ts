import type { Target } from '../../../src/domain/targets';
import { isSound, isWrong, linesOf, newLine, sameTargets, targetsOf, twice } from '../../../web/settings/targets/list';

const TARGETS: readonly Target[] = [
  { teamId: null, priority: null, firstAnswer: 'PT1H', nextAnswer: null, resolution: 'P2D' },
  { teamId: 'sales', priority: 'urgent', firstAnswer: 'PT15M', nextAnswer: null, resolution: null },
];

test('What is kept comes back as it was', () => {
  expect(sameTargets(targetsOf(linesOf(TARGETS)), TARGETS)).toBe(true);
});

test('An empty amount is no target; what is no whole number can’t be saved', () => {
  const [line] = linesOf(TARGETS);
  if (!line) throw new Error('no line');
  const emptied = { ...line, firstAnswer: { ...line.firstAnswer, amount: ' ' } };
  expect([targetsOf([emptied])[0]?.firstAnswer, isSound([emptied])]).toEqual([null, true]);
  for (const amount of ['x', '1.5', '0', '99999999'])
    expect([amount, isWrong({ amount, unit: 'hour' }), isSound([{ ...line, resolution: { amount, unit: 'hour' } }])]).toEqual([
      amount,
      true,
      false,
    ]);
});

test('The second row for the same team and priority is the wrong one', () => {
  const lines = [...linesOf(TARGETS), newLine('new'), { ...newLine('other'), priority: 'low' as const }];
  expect([...twice(lines)]).toEqual(['new']);
  expect([isSound(lines), isSound(lines.filter(({ key }) => key !== 'new'))]).toEqual([false, true]);
});
