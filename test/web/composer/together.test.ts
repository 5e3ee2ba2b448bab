import { agentsMatching, atSignAt } from '../../../web/composer/at-sign';
import { seenWhenBegun } from '../../../web/composer/seen';
import { writingWords } from '../../../web/composer/writing-words';
import { namedIn, partsNaming } from '../../../web/parts/naming';
import { together } from '../../../web/words/en/together';

const ANA = { id: 'a', name: 'Ana' };
const ANA_MARIA = { id: 'am', name: 'Ana María Núñez' };
const JOSE = { id: 'j', name: 'José Díaz' };
const ALL = [ANA, ANA_MARIA, JOSE];

describe('an @ in a note', () => {
  test('asks for colleagues at a word’s beginning, with spaces in their names', () => {
    expect(atSignAt('ask @jo', 7)).toEqual({ from: 4, asked: 'jo' });
    expect(atSignAt('@ana mar', 8)).toEqual({ from: 0, asked: 'ana mar' });
    expect([atSignAt('mail@jo', 7), atSignAt('@one two three', 14), atSignAt('ask @jo', 3)]).toEqual([null, null, null]);
  });

  test('finds them by the beginning of a word, without case and accents', () => {
    expect(agentsMatching(ALL, '')).toEqual([ANA, ANA_MARIA, JOSE]);
    expect(agentsMatching(ALL, 'jose')).toEqual([JOSE]);
    expect(agentsMatching(ALL, 'NUN')).toEqual([ANA_MARIA]);
    expect(agentsMatching(ALL, 'x')).toEqual([]);
  });

  test('names the longest name that is there as a whole', () => {
    expect(partsNaming('@Ana María Núñez and @Ana, @Anabel @José Díaz!', ALL)).toEqual([ANA_MARIA, ' and ', ANA, ', @Anabel ', JOSE, '!']);
    expect(namedIn('@Ana @Ana mail@José Díaz', ALL)).toEqual(['a']);
  });
});

describe('what was on the screen when a reply was begun', () => {
  const message = (seq: number, minute: number) => ({ seq, heardAt: new Date(minute * 60_000).toISOString() });
  const messages = [message(3, 1), message(5, 9), message(4, 5)];

  test('is what was noted then, or what came before it was kept on another machine', () => {
    expect(seenWhenBegun(2, messages)).toBe(2);
    expect(seenWhenBegun(new Date(5 * 60_000).toISOString(), messages)).toBe(4);
    expect(seenWhenBegun(new Date(0).toISOString(), messages)).toBe(2);
    expect(seenWhenBegun(new Date(10 * 60_000).toISOString(), messages)).toBe(5);
    expect([seenWhenBegun(null, messages), seenWhenBegun(null, [])]).toEqual([5, undefined]);
  });
});

test('who writes a reply is named before who writes a note', () => {
  const who = (name: string, typing: 'reply' | 'note' | null) => ({ id: name, name, typing });
  const says = (...viewers: ReturnType<typeof who>[]) => writingWords(viewers, together);
  expect(says(who('Ana B', null))).toBe('');
  expect(says(who('Ana B', 'note'))).toBe('Ana is writing a note');
  expect(says(who('Ana B', 'note'), who('Tom C', 'reply'))).toBe('Tom is writing');
  expect(says(who('Ana B', 'reply'), who('Tom C', 'reply'), who('Eva D', 'reply'))).toBe('Ana and 2 others are writing');
});
