import type { Command } from '../../../web/keys/commands';
import { helpRows } from '../../../web/keys/help-rows';
import { after } from '../../../web/keys/landmarks';
import { keys } from '../../../web/words/en/keys';

const command = (id: string, group: Command['group'], chord?: string, off?: string): Command => ({
  id,
  group,
  title: id,
  ...(chord ? { keys: chord } : {}),
  ...(off ? { off } : {}),
  run: () => undefined,
});

test('The help has what can be done by keys now, and what fields hear by themselves', () => {
  const help = helpRows(
    [command('close', 'ticket', 'Alt+KeyE', 'It is closed.'), command('take', 'ticket'), command('find', 'desk', 'Mod+KeyK')],
    keys,
  );
  expect(help.map(({ group }) => group)).toEqual(['ticket', 'list', 'write', 'desk']);
  expect(help[0]?.rows).toEqual([{ title: 'close', chord: 'Alt+KeyE', off: true }]);
  expect(help[2]?.rows.map(({ chord }) => chord)).toContain('Mod+Enter');
});

test('F6 goes round, in both directions, and begins at an end', () => {
  expect([after(-1, 1, 4), after(3, 1, 4), after(0, -1, 4), after(-1, -1, 4)]).toEqual([0, 0, 3, 3]);
});
