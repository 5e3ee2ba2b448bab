import { soughtIn } from '../../../web/palette/sought';

test.each([
  ['#1042', { q: '#1042', direct: true }],
  [' # 7 ', { q: '#7', direct: true }],
  ['+34 612 004 518', { q: '34612004518', direct: true }],
  ['0034 612-004.518', { q: '34612004518', direct: true }],
  ['(612) 004 518', { q: '612004518', direct: true }],
  ['@nocturna.studio', { q: '@nocturna.studio', direct: true }],
  ['broken lamp', { q: 'broken lamp', direct: false }],
  ['20817', { q: '20817', direct: false }],
  ['a', null],
  ['   ', null],
])('“%s” is looked for as %j', (typed, sought) => expect(soughtIn(typed)).toEqual(sought));
