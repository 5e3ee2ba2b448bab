import { speakable } from '../../../channels/common/speakable';

// biome-ignore format: a table is read in columns
it.each<[string, string, string[], string]>([
  ['a phone number',          'No account at +1 (555) 010-0101', [],                 'No account at …01'],
  ['a token that is known',   'Malformed token EAAshort',        ['EAAshort'],       'Malformed token …'],
  ['a token that is not',     `Malformed token EAA${'x1'.repeat(20)}`, [],           'Malformed token …'],
  ['the words of a message',  'Bad text "see you at 8"',         ['see you at 8'],   'Bad text "…"'],
  ['nothing of a short word', 'A bad one',                       ['a'],              'A bad one'],
  ['no error code',           '(#131056) pair rate limit hit',   [],                 '(#131056) pair rate limit hit'],
  ['no constant',             'RESTRICTED_BIZ_INITIATED_MESSAGING', [],              'RESTRICTED_BIZ_INITIATED_MESSAGING'],
])('hides %s', (_, words, hidden, said) => {
  expect(speakable(words, hidden)).toBe(said);
});

it('keeps it short', () => {
  expect(speakable('no '.repeat(1000), []).length).toBe(300);
});
