import { execFileSync } from 'node:child_process';
import { openBots } from '../../src/bot';
import { asked, rule, text } from './support';

const bot = (config: object, kind = 'rules') => ({ id: 'b1', name: 'Bot', kind, config: { ...config } });

it('waits with loading botbuilder until the first turn', () => {
  const script = `
    const loaded = () => Object.keys(require.cache).some((file) => file.includes('/node_modules/botbuilder'));
    const bots = require('./src/bot').openBots();
    bots.check('rules', { rules: [] });
    const before = loaded();
    const greeter = { id: 'b1', name: 'Bot', kind: 'rules', config: { rules: [] } };
    const asked = ${JSON.stringify(asked(['hi']))};
    bots.answer(greeter, asked, { within: 5000 }).catch(String).then(() => console.log(before, loaded()));`;
  const own = ['-r', './test/support/compiling.js', '-e', script];
  expect(execFileSync(process.execPath, own, { encoding: 'utf8' }).trim()).toBe('false true');
});

it('answers with the words of the rule that matched', async () => {
  const bots = openBots();
  const greeter = bot({ rules: [rule({ any: true }, 'Hello')] });
  expect(await bots.answer(greeter, asked(['hi']), { within: 5000 })).toEqual({
    turn: 7,
    says: [text('Hello')],
    handoff: null,
    welcomed: false,
    misses: 0,
    matched: [0],
  });
});

it('knows no bot of another kind', async () => {
  const bots = openBots();
  expect(bots.kinds).toEqual(['rules']);
  expect(bots.check('oracle', {})).toEqual([{ path: 'kind', message: 'expected one of rules' }]);
  expect(bots.check('constructor', {})).toEqual([{ path: 'kind', message: 'expected one of rules' }]);
  await expect(bots.answer(bot({}, 'oracle'), asked(['hi']), { within: 5000 })).rejects.toThrow('no bot kind oracle');
});

it('says all kinds of contents as they were written', async () => {
  const reply = [
    { type: 'buttons', text: 'How can we help?', buttons: [{ id: 'hours', title: 'Opening hours' }] },
    { type: 'list', text: 'Choose', button: 'Menu', sections: [{ rows: [{ id: 'a', title: 'A' }] }] },
    { type: 'location', latitude: 1.5, longitude: -2 },
    { type: 'contacts', contacts: [{ name: 'Ana', phones: ['+1555'], emails: [] }] },
  ];
  const { says } = await openBots().answer(bot({ rules: [{ when: { any: true }, reply, then: 'stay' }] }), asked(['hi']), { within: 5000 });
  expect(says).toEqual(reply);
});
