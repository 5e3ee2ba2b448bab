import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRules } from '../../../src/bot/rules/config';
import { fallback, rule, text } from '../support';

const one = (over: object) => ({ rules: [{ ...rule({ any: true }, 'yes'), ...over }] });
const when = (given: unknown) => one({ when: given });
const reply = (...given: unknown[]) => one({ reply: given });
const paths = (config: unknown) => checkRules(config).map(({ path }) => path);
const WHEN = 'config.rules.0.when';
const REPLY = 'config.rules.0.reply';

it('finds nothing wrong with a whole configuration', () => {
  const buttons = { type: 'buttons', text: 'How can we help?', buttons: [{ id: 'a', title: 'A' }] };
  const list = { type: 'list', text: 'x', button: 'y', sections: [{ title: 'z', rows: [{ id: 'a', title: 'A', description: 'd' }] }] };
  const place = { type: 'location', latitude: 1, longitude: 2, name: 'Shop' };
  const card = { type: 'contacts', contacts: [{ name: null, phones: ['+1'], emails: [] }] };
  expect(
    checkRules({
      welcome: [text('Hello'), buttons],
      rules: [
        rule({ keywords: ['hours', '営業時間', '👍'] }, 'Nine', 'stay', null),
        rule({ pattern: '(?i)order\\s+#\\d+' }, 'On its way', 'handoff', 'team'),
        { when: { payload: 'a' }, reply: [buttons, list, place, card], then: 'stay' },
        rule({ any: true }, ''),
      ],
      fallback: fallback('Pardon?', 2),
    }),
  ).toEqual([]);
  expect(checkRules({ welcome: null, rules: [], fallback: null })).toEqual([]);
});

it('finds nothing wrong with the example of docs/bots.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/bots.md'), 'utf8');
  const [, example = ''] = /```json\n(\{\n {2}"name"[\s\S]*?)```/.exec(page) ?? [];
  expect(checkRules(JSON.parse(example).config)).toEqual([]);
});

// biome-ignore format: a table is read in columns
const WRONG: [what: string, config: unknown, paths: string[]][] = [
  ['no object',                    [],                                              ['config']],
  ['nothing',                      null,                                            ['config']],
  ['no rules',                     {},                                              ['config.rules']],
  ['an unknown field',             { rules: [], greeting: [] },                     ['config.greeting']],
  ['the name of a built-in',       JSON.parse('{"rules":[],"__proto__":{}}'),       ['config.__proto__']],
  ['rules that are no list',       { rules: {} },                                   ['config.rules']],
  ['201 rules',                    { rules: Array(201).fill(rule({ any: true }, 'x')) }, ['config.rules']],
  ['a rule without a reply',       { rules: [{ when: { any: true }, then: 'stay' }] },   ['config.rules.0.reply']],
  ['a rule without an end',        { rules: [{ when: { any: true }, reply: [] }] }, ['config.rules.0.then']],
  ['another end',                  one({ then: 'leave' }),                          ['config.rules.0.then']],
  ['a team that is no id',         one({ teamId: 5 }),                              ['config.rules.0.teamId']],
  ['an unknown field of a rule',   one({ hidden: true }),                           ['config.rules.0.hidden']],
  ['no condition',                 when({}),                                        [WHEN]],
  ['a condition that is no object', when('any'),                                    [WHEN]],
  ['two conditions',               when({ any: true, payload: 'x' }),               [WHEN]],
  ['an unknown condition',         when({ mood: 'bad' }),                           [WHEN]],
  ['an unknown field of a condition', when({ any: true, not: true }),               [`${WHEN}.not`]],
  ['not any',                      when({ any: false }),                            [`${WHEN}.any`]],
  ['no keywords',                  when({ keywords: [] }),                          [`${WHEN}.keywords`]],
  ['101 keywords',                 when({ keywords: Array(101).fill('x') }),        [`${WHEN}.keywords`]],
  ['keywords without a letter',    when({ keywords: ['ok', ' ', '?!', 7] }),        [1, 2, 3].map((at) => `${WHEN}.keywords.${at}`)],
  ['a pattern that does not compile', when({ pattern: '(' }),                       [`${WHEN}.pattern`]],
  ['a pattern that looks behind',  when({ pattern: '(?<=a)b' }),                    [`${WHEN}.pattern`]],
  ['a pattern that goes back',     when({ pattern: '(a)\\1' }),                     [`${WHEN}.pattern`]],
  ['a pattern that costs too much', when({ pattern: '\\pL{0,1000}' }),              [`${WHEN}.pattern`]],
  ['an empty pattern',             when({ pattern: '' }),                           [`${WHEN}.pattern`]],
  ['a long pattern',               when({ pattern: 'x'.repeat(1001) }),             [`${WHEN}.pattern`]],
  ['a payload that is no text',    when({ payload: null }),                         [`${WHEN}.payload`]],
  ['a reply that is no list',      one({ reply: text('x') }),                       [REPLY]],
  ['a reply of eleven',            reply(...Array(11).fill(text('x'))),             [REPLY]],
  ['a content that is no object',  reply('x'),                                      [`${REPLY}.0`]],
  ['a content that can\u2019t be sent', reply({ type: 'unsupported', kind: 'x' }),  [`${REPLY}.0.type`]],
  ['the name of a built-in as a type', reply({ type: 'constructor' }),              [`${REPLY}.0.type`]],
  ['an empty text',                reply(text('ok'), text(' ')),                    [`${REPLY}.1.text`]],
  ['an unknown field of a content', reply({ ...text('x'), bold: true }),            [`${REPLY}.0.bold`]],
  ['a place out of this world',    reply({ type: 'location', latitude: 91, longitude: 0 }), [`${REPLY}.0.latitude`]],
  ['buttons without buttons',      reply({ type: 'buttons', text: 'x', buttons: [] }), [`${REPLY}.0.buttons`]],
  ['a button without an id',       reply({ type: 'buttons', text: 'x', buttons: [{ title: 'x' }] }), [`${REPLY}.0.buttons.0.id`]],
  ['a welcome that is a text',     { rules: [], welcome: 'hi' },                    ['config.welcome']],
  ['a fallback without a reply',   { rules: [], fallback: { handoffAfter: 1 } },    ['config.fallback.reply']],
  ['a fallback without a number',  { rules: [], fallback: { reply: [] } },          ['config.fallback.handoffAfter']],
  ['half a miss',                  { rules: [], fallback: fallback('x', 1.5) },     ['config.fallback.handoffAfter']],
  ['fewer misses than none',       { rules: [], fallback: fallback('x', -1) },      ['config.fallback.handoffAfter']],
  ['101 misses',                   { rules: [], fallback: fallback('x', 101) },     ['config.fallback.handoffAfter']],
];

it.each(WRONG)('refuses %s, and says where', (_, config, expected) => {
  expect(paths(config)).toEqual(expected);
});

it('names everything that is wrong', () => {
  const config = { rules: [rule({ pattern: '(' }, 'x'), rule({ pattern: 'ok' }, 'x'), rule({ pattern: '[' }, 'x')] };
  expect(paths(config)).toEqual(['config.rules.0.when.pattern', 'config.rules.2.when.pattern']);
});

it('refuses patterns that together cost too much, and compiles no more of them', () => {
  const rules = Array.from({ length: 20 }, () => rule({ pattern: '\\pL{900}' }, 'x'));
  expect(checkRules({ rules })).toEqual([{ path: 'config.rules.11.when.pattern', message: expect.stringContaining('together') }]);
});
