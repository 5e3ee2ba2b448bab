import fc from 'fast-check';
import type { RulesConfig } from '../../../src/bot/rules/config';
import type { Content } from '../../../src/domain/content';
import { anything } from '../../support/anything';
import { fallback, photo, rule, tap, text, turnOf, wordsSaid } from '../support';

const WELCOME = [text('Welcome!')];
const RULES = [
  rule({ keywords: ['hours'] }, 'We open at nine.'),
  rule({ payload: 'human' }, 'Somebody will come.', 'handoff', 'team-1'),
  rule({ pattern: '#\\d+' }, 'Your parcel is on its way.'),
  rule({ keywords: ['hours', 'agent'] }, '', 'handoff'),
];
const config: RulesConfig = { welcome: WELCOME, rules: RULES, fallback: fallback('Pardon?', 3) };
const met = { welcomed: true };

describe('a rules bot that knows what to say', () => {
  it('answers a message by the first rule that matches', async () => {
    expect(await turnOf(config, ['your hours?'], met)).toMatchObject({ says: [text('We open at nine.')], handoff: null, matched: [0] });
  });

  it('answers every message of a turn in order, each rule once', async () => {
    const said = await turnOf(config, ['where is #12?', 'hours', 'and #13?', 'hours!'], met);
    expect([wordsSaid(said), said.matched]).toEqual([
      ['Your parcel is on its way.', 'We open at nine.'],
      [2, 0],
    ]);
  });

  it('answers what it knows and lets the rest be', async () => {
    const said = await turnOf(config, ['bla', 'hours', 'bla'], { ...met, misses: 2 });
    expect([wordsSaid(said), said.misses]).toEqual([['We open at nine.'], 0]);
  });

  it('welcomes once, before its first words', async () => {
    const said = await turnOf(config, ['hours']);
    expect([wordsSaid(said), said.welcomed]).toEqual([['Welcome!', 'We open at nine.'], true]);
    expect((await turnOf(config, ['hours'], met)).welcomed).toBe(true);
  });

  it('hands off with the last words of the rule, to its team', async () => {
    const said = await turnOf(config, ['hours', tap('human'), 'where is #12?'], met);
    expect(wordsSaid(said)).toEqual(['We open at nine.', 'Somebody will come.']);
    expect([said.handoff, said.matched]).toEqual([{ teamId: 'team-1' }, [0, 1]]);
  });

  it('hands off without words, and then without a welcome', async () => {
    expect(await turnOf(config, ['an agent'])).toMatchObject({ says: [], handoff: { teamId: null }, welcomed: false, matched: [3] });
  });

  it('may match and keep silent', async () => {
    const silent = { welcome: WELCOME, rules: [rule({ any: true }, '')] };
    expect(await turnOf(silent, ['hi'], { misses: 1 })).toMatchObject({
      says: [],
      handoff: null,
      welcomed: false,
      misses: 0,
      matched: [0],
    });
  });

  it('meets pictures by a rule for anything', async () => {
    expect(wordsSaid(await turnOf({ rules: [rule({ any: true }, 'Got it.')] }, [photo()]))).toEqual(['Got it.']);
  });
});

describe('a rules bot that does not know what to say', () => {
  const turns = async (bot: RulesConfig, times: number) => {
    const told: (string | 'handoff')[][] = [];
    let state = { welcomed: false, misses: 0 };
    for (let at = 0; at < times; at++) {
      const said = await turnOf(bot, ['bla', 'bla bla'], state);
      expect(said.matched).toEqual(['fallback']);
      told.push([...wordsSaid(said), ...(said.handoff ? ['handoff'] : [])]);
      state = { welcomed: said.welcomed, misses: said.misses };
    }
    return told;
  };

  // biome-ignore format: a table is read in columns
  const ENDS: [what: string, config: RulesConfig, told: string[][]][] = [
    ['welcomes in place of the first fallback, and hands off at the third miss', config,                        [['Welcome!'], ['Pardon?'], ['handoff']]],
    ['says its fallback when it has no welcome',           { rules: RULES, fallback: fallback('Pardon?', 3) },   [['Pardon?'], ['Pardon?'], ['handoff']]],
    ['takes an empty welcome for none',        { welcome: [], rules: [], fallback: fallback('Pardon?', 2) },     [['Pardon?'], ['handoff']]],
    ['takes a null welcome for none',        { welcome: null, rules: [], fallback: fallback('Pardon?', 2) },     [['Pardon?'], ['handoff']]],
    ['hands off at the first miss without a word',  { welcome: WELCOME, rules: [], fallback: fallback('?', 1) }, [['handoff']]],
    ['hands off at once',                           { welcome: WELCOME, rules: [], fallback: fallback('?', 0) }, [['handoff']]],
    ['hands off when it has no fallback',           { welcome: WELCOME, rules: RULES },                          [['handoff']]],
    ['hands off when its fallback was taken away',  { rules: RULES, fallback: null },                            [['handoff']]],
  ];
  it.each(ENDS)('%s', async (_, bot, told) => {
    expect(await turns(bot, told.length)).toEqual(told);
  });

  it('counts its misses anew after a match', async () => {
    const { misses } = await turnOf(config, ['hours'], { ...met, misses: 2 });
    expect(await turnOf(config, ['bla'], { ...met, misses })).toMatchObject({ says: [text('Pardon?')], misses: 1, handoff: null });
  });
});

it('fails when its rules say more than fits an answer', async () => {
  const chatty = Array.from({ length: 51 }, (_, at) => rule({ payload: String(at) }, `${at}`));
  const taps = chatty.map((_, at) => tap(String(at)));
  await expect(turnOf({ rules: chatty }, taps)).rejects.toThrow('more than 50');
  expect((await turnOf({ rules: chatty }, taps.slice(0, 50))).says).toHaveLength(50);
});

it('lets the desk do something else while it looks through long messages', async () => {
  let [turns, over] = [0, false];
  // Counts turns of the event loop: how long each takes is the machine's business.
  const beat = (): void => {
    turns++;
    if (!over) setImmediate(beat);
  };
  setImmediate(beat);
  await turnOf({ rules: Array.from({ length: 50 }, () => rule({ pattern: '(\\pL{0,90}){3}!' }, 'no')) }, ['a'.repeat(4096)]);
  over = true;
  expect(turns).toBeGreaterThan(1);
});

it('keeps its promises whatever is said', async () => {
  const word = fc.constantFrom('hours', 'agent', '#12', 'bla', 'HOURS?', '');
  const content: fc.Arbitrary<Content> = fc.oneof(
    word.map(text),
    fc.string({ unit: anything }).map(text),
    fc.constantFrom('human', 'x').map((id) => tap(id)),
    word.map((caption) => photo(caption)),
    fc.constant<Content>({ type: 'unsupported', kind: 'hours', raw: {} }),
  );
  const when = fc.oneof(
    fc.constant({ any: true as const }),
    fc.array(fc.constantFrom('hours', 'agent'), { minLength: 1, maxLength: 2 }).map((keywords) => ({ keywords })),
    fc.constantFrom('#\\d+', '^h', '.').map((pattern) => ({ pattern })),
    fc.constantFrom('human', 'y').map((payload) => ({ payload })),
  );
  const bot = fc.record({
    welcome: fc.option(fc.constant(WELCOME), { nil: undefined }),
    rules: fc
      .array(fc.tuple(when, fc.boolean()), { maxLength: 6 })
      .map((made) => made.map(([one, goes], at) => rule(one, `reply ${at}`, goes ? 'handoff' : 'stay'))),
    fallback: fc.option(
      fc.nat(3).map((after) => fallback('Pardon?', after)),
      { nil: undefined },
    ),
  });
  const state = { turn: fc.nat(), welcomed: fc.boolean(), misses: fc.integer({ min: -2, max: 5 }) };
  await fc.assert(
    fc.asyncProperty(bot, fc.array(content, { minLength: 1, maxLength: 8 }), fc.record(state), async (made, said, before) => {
      const { turn, says, handoff, welcomed, misses, matched } = await turnOf(made, said, before);
      expect(turn).toBe(before.turn);
      expect(new Set(says).size).toBe(says.length);
      expect(new Set(matched).size).toBe(matched.length);
      expect(misses).toBe(matched.includes('fallback') ? Math.max(before.misses, 0) + 1 : 0);
      expect(says.length > 0 || handoff !== null).toBe(true);
      expect(welcomed).toBe(before.welcomed || says.includes(WELCOME[0] as Content));
      expect(before.welcomed && says.includes(WELCOME[0] as Content)).toBe(false);
    }),
  );
});
