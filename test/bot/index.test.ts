import { openBots } from '../../src/bot';
import type { BotAsked } from '../../src/ports/bots';

const asked = (text: string, over: Partial<BotAsked> = {}): BotAsked => ({
  chatId: 'chat',
  turn: 7,
  messages: [{ id: 'm1', content: { type: 'text', text } }],
  welcomed: false,
  misses: 0,
  ...over,
});
const hello = { type: 'text', text: 'Hello' };

it('waits with loading botbuilder until the first turn', async () => {
  const bots = openBots();
  const loaded = () => Object.keys(require.cache).some((file) => file.includes('/node_modules/botbuilder'));
  bots.check('rules', { rules: [] });
  expect(loaded()).toBe(false);
  const bot = { id: 'b1', name: 'Bot', kind: 'rules', config: { rules: [{ when: { any: true }, reply: [hello], then: 'stay' }] } };
  expect(await bots.answer(bot, asked('hi'), { within: 5000 })).toEqual({
    turn: 7,
    says: [hello],
    handoff: null,
    welcomed: false,
    misses: 0,
    matched: [0],
  });
  expect(loaded()).toBe(true);
});
