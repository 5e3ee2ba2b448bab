import { ActivityHandler, type TurnContext } from 'botbuilder';
import { openBots } from '../../src/bot';
import { rules } from '../../src/bot/rules';
import { takeTurn } from '../../src/bot/turn';
import { BotTooSlow } from '../../src/ports/bots';
import { asked, text } from './support';

const NAMED = { id: 'b1', name: 'Bot' };
const WITHIN = { within: 20 };

/** A bot made of one function, as botbuilder's own samples are. */
function bot(answer: (context: TurnContext) => Promise<unknown>): ActivityHandler {
  const handler = new ActivityHandler();
  return handler.onMessage(async (context, next) => {
    await answer(context);
    await next();
  });
}

/** The desk's bots with this handler in the place of the rules. */
function answerWith(handler: ActivityHandler) {
  jest.spyOn(rules, 'open').mockReturnValueOnce(handler);
  return openBots().answer({ ...NAMED, kind: 'rules', config: { rules: [] } }, asked(['hi']), WITHIN);
}

it('hands a plain botbuilder bot the words of the turn, and takes its words', async () => {
  const echo = bot((context) => context.sendActivity(`You said ${context.activity.text}`));
  expect(await takeTurn(NAMED, echo, asked(['one', 'two'], { welcomed: true, misses: 2 }))).toEqual({
    turn: 7,
    says: [text('You said one\ntwo')],
    handoff: null,
    welcomed: true,
    misses: 0,
    matched: [],
  });
});

it('takes no words for an answer, and typing for none', async () => {
  const silent = bot((context) => context.sendActivities([{ type: 'typing' }, { type: 'trace', name: 'thought' }]));
  expect((await takeTurn(NAMED, silent, asked(['hi']))).says).toEqual([]);
});

it('hands off by the event that botbuilder bots hand off with', async () => {
  const tired = bot((context) =>
    context.sendActivities([
      { type: 'message', text: 'Wait' },
      { type: 'event', name: 'handoff.initiate', value: { teamId: 't1' } },
    ]),
  );
  expect(await takeTurn(NAMED, tired, asked(['hi']))).toMatchObject({ says: [text('Wait')], handoff: { teamId: 't1' } });
});

it('rejects with what the bot throws', async () => {
  await expect(answerWith(bot(() => Promise.reject(new Error('no idea'))))).rejects.toThrow('no idea');
});

it('rejects with BotTooSlow when the turn does not end, and lets the late answer go', async () => {
  let wake: () => void = () => undefined;
  const slept = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const slow = bot(async (context) => {
    await slept;
    await context.sendActivity('at last');
  });
  await expect(answerWith(slow)).rejects.toThrow(BotTooSlow);
  wake();
});

it('stops a bot that talks to itself, also one that takes no notice', async () => {
  const endless = bot(async (context) => {
    for (;;) await context.sendActivity('and another thing');
  });
  await expect(answerWith(endless)).rejects.toThrow('more than 50');
  const deaf = bot(async (context) => {
    for (let at = 0; at < 60; at++) await context.sendActivity('la').catch(() => undefined);
  });
  await expect(takeTurn(NAMED, deaf, asked(['hi']))).rejects.toThrow('more than 50');
  const wordy = bot(async (context) => {
    for (let at = 0; at < 50; at++) await context.sendActivity('la');
  });
  expect((await takeTurn(NAMED, wordy, asked(['hi']))).says).toHaveLength(50);
});

it.each([
  ['an empty message', (context: TurnContext) => context.sendActivity({ type: 'message' })],
  ['an edit', (context: TurnContext) => context.updateActivity({ id: '1', type: 'message', text: 'other' })],
  ['a deletion', (context: TurnContext) => context.deleteActivity('1')],
  ['words out of turn', (context: TurnContext) => context.adapter.continueConversation({}, async () => undefined)],
])('refuses %s', async (_, act) => {
  await expect(takeTurn(NAMED, bot(act), asked(['hi']))).rejects.toThrow();
});

it('lets nothing be said once the turn has ended', async () => {
  let kept: TurnContext | undefined;
  const hoarder = bot(async (context) => {
    kept = context;
  });
  await takeTurn(NAMED, hoarder, asked(['hi']));
  expect(() => kept?.sendActivity('psst')).toThrow();
});
