import { matchIn, piecesOf } from '../../../web/palette/match';

test.each([
  ['Assign to Priya Nair', 'as', [[0, 2]]],
  [
    'Assign to Priya Nair',
    'pri ass',
    [
      [0, 3],
      [10, 13],
    ],
  ],
  [
    'Set stage: Assigned',
    'assigned set',
    [
      [0, 3],
      [11, 19],
    ],
  ],
  ['Joaquín Herrera', 'joaquin', [[0, 7]]],
  ['Joaquin Herrera', 'JOAQUÍN', [[0, 7]]],
  ['Łódź office', 'lodz', [[0, 4]]],
  ['Straße 4', 'straße', [[0, 6]]],
  ['Set aside', 'side', null],
  ['Set aside', '', []],
  ['İzmir store', 'store', [[6, 11]]],
] as const)('In “%s” the words “%s” stand at %j', (text, typed, spans) => expect(matchIn(text, typed)).toEqual(spans));

test('What was typed is marked, the rest is not', () => {
  expect(piecesOf('Set aside', [[4, 6]])).toEqual([
    { text: 'Set ', marked: false },
    { text: 'as', marked: true },
    { text: 'ide', marked: false },
  ]);
});

test('Two words that overlap are marked once', () => expect(matchIn('Assign', 'as assi')).toEqual([[0, 4]]));
