import type { When } from '../../../src/bot/rules/config';
import { readRules, saidIn } from '../../../src/bot/rules/match';
import type { Content } from '../../../src/domain/content';
import { photo, rule, tap, text } from '../support';

function matches(when: When, said: string | Content): boolean {
  const [test] = readRules({ rules: [rule(when, 'yes')] });
  return test?.(saidIn(typeof said === 'string' ? text(said) : said)) ?? false;
}

// biome-ignore format: a table is read in columns
const KEYWORDS: [keyword: string, said: string, matches: boolean, why: string][] = [
  ['price',        'What is the PRICE?',              true,  'case'],
  ['price',        'prices',                          false, 'another word'],
  ['price',        'enterprice',                      false, 'the end of another word'],
  ['price',        'price2',                          false, 'a digit is part of a word'],
  ['price',        '(price)',                         true,  'punctuation'],
  ['price',        'low_price',                       true,  'an underscore is no letter'],
  ['opening hours', 'your opening\n  hours, please',  true,  'several words'],
  ['opening hours', 'opening of hours',               false, 'words between'],
  ['don\u2019t',   "I don't know",                    true,  'either apostrophe'],
  ['24',           'open 24/7?',                      true,  'digits'],
  ['cafe',         'Un Café!',                        true,  'an accent in the message'],
  ['café',         'cafe',                            true,  'an accent in the keyword'],
  ['cafe\u0301',   'caf\u00e9',                       true,  'composed or not'],
  ['niño',         'NINO',                            true,  'tilde'],
  ['strasse',      'Hauptstraße Straße',              true,  'sharp s'],
  ['lodz',         'Łódź',                            true,  'strokes'],
  ['istanbul',     'İSTANBUL',                        true,  'the dotted capital I'],
  ['ışık',         'IŞIK',                            true,  'the dotless small i'],
  ['ΟΔΟΣ',         'η οδός',                          true,  'the final sigma'],
  ['подъезд',      'ПОДЪЕЗД 4',                       true,  'Cyrillic'],
  ['ёлка',         'елка',                            true,  'yo without its dots'],
  ['مرحبا',        'مَرْحَبًا بك',                        true,  'Arabic vowel signs'],
  ['مرحبا',        'مـــرحبا',                         true,  'Arabic stretched'],
  ['احمد',         'أحمد',                            true,  'hamza'],
  ['سعر',          'اسعار',                           false, 'another Arabic word'],
  ['שלום',         'שָׁלוֹם!',                          true,  'Hebrew points'],
  ['कि',           'का',                              false, 'a vowel sign of Devanagari is no accent'],
  ['कीमत',         'इसकी कीमत क्या है',                   true,  'Devanagari'],
  ['価格',          '価格を教えてください',                true,  'Japanese has no spaces'],
  ['価格',          '価値と格',                          false, 'other characters between'],
  ['メニュー',       'ﾒﾆｭｰ見せて',                       true,  'half-width kana'],
  ['が',            'か',                              false, 'a voiced kana is another letter'],
  ['ราคา',         'ขอราคาหน่อย',                      true,  'Thai has no spaces'],
  ['가격',          '가격 알려주세요',                    true,  'Korean'],
  ['ｈｅｌｐ',        'help',                            true,  'full-width letters'],
  ['👍',           'ok 👍🏽',                           true,  'an emoji of any skin'],
  ['❤️',           '❤',                               true,  'an emoji with or without its selector'],
  ['1',            '1️⃣',                               true,  'a keycap'],
  ['help',         '',                                false, 'nothing'],
];

it.each(KEYWORDS)('the keyword %j meets %j: %p (%s)', (keyword, said, expected) => {
  expect(matches({ keywords: ['something else', keyword] }, said)).toBe(expected);
});

// biome-ignore format: a table is read in columns
const OTHERS: [what: string, when: When, said: string | Content, matches: boolean][] = [
  ['any meets a text',                      { any: true },                 'x',                                                       true],
  ['any meets a picture without words',     { any: true },                 photo(),                                                   true],
  ['any meets what can\u2019t be read',     { any: true },                 { type: 'unsupported', kind: 'poll', raw: null },          true],
  ['a keyword meets a caption',             { keywords: ['broken'] },      photo('It is broken'),                                     true],
  ['a keyword meets the title of a button', { keywords: ['hours'] },       tap('h', 'Opening hours'),                                 true],
  ['a keyword meets a reply to a story',    { keywords: ['size'] },        { type: 'story_reply', text: 'which size?', url: null },    true],
  ['a keyword meets no word of the desk\u2019s', { keywords: ['poll'] },   { type: 'unsupported', kind: 'poll', raw: null },          false],
  ['a payload meets its button',            { payload: 'hours' },          tap('hours'),                                              true],
  ['a payload is exact',                    { payload: 'hours' },          tap('Hours'),                                              false],
  ['a payload is not typed',                { payload: 'hours' },          'hours',                                                   false],
  ['a pattern searches',                    { pattern: '#\\d{4,}' },       'about #12345, please',                                    true],
  ['a pattern is exact by case',            { pattern: 'Order' },          'order',                                                   false],
  ['a pattern may take no notice of case',  { pattern: '(?i)order' },      'ORDER',                                                   true],
  ['a pattern needs words',                 { pattern: '.*' },             photo(),                                                   false],
  ['a pattern looks at 4,096 characters',   { pattern: 'end' },            `${'x'.repeat(4093)}end`,                                  true],
  ['a pattern looks no further',            { pattern: 'end' },            `${'x'.repeat(4094)}end`,                                  false],
  ['a pattern meets half a character',      { pattern: 'x$' },             `${'x'.repeat(4095)}😀`,                                   false],
];

it.each(OTHERS)('%s', (_, when, said, expected) => {
  expect(matches(when, said)).toBe(expected);
});

/** Each of these has a matcher that goes back busy for longer than the universe has been there. */
it.each(['(a+)+$', '(a|aa)+$', '(a|a?)+b', '([a-z]+)*\\d', '(.*a){12}b', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
  'the hostile pattern %s has an answer',
  (pattern) => {
    expect(matches({ pattern }, `${'a'.repeat(4095)}!`)).toBe(false);
  },
);
