import type { KeysWords } from '../words/en/keys';
import type { Chord } from './chord';
import type { Command } from './commands';

type Group = keyof KeysWords['groups'];

interface Row {
  readonly title: string;
  readonly chord: Chord;
  readonly off: boolean;
}

/** Keys that a field or the list itself hears. */
const FIXED: readonly (readonly [Group, keyof KeysWords['fixed'], Chord])[] = [
  ['write', 'send', 'Mod+Enter'],
  ['write', 'canned', 'Slash'],
  ['write', 'mention', '@'],
  ['write', 'last', 'ArrowUp'],
  ['list', 'up', 'ArrowUp'],
  ['list', 'down', 'ArrowDown'],
  ['list', 'open', 'Enter'],
  ['list', 'select', 'KeyX'],
  ['list', 'range', 'Shift+ArrowDown'],
];

const ORDER: readonly Group[] = ['ticket', 'list', 'write', 'desk'];
const PLACE: Readonly<Record<Command['group'], Group>> = {
  ticket: 'ticket',
  list: 'list',
  people: 'desk',
  go: 'desk',
  me: 'desk',
  desk: 'desk',
};

/** The help, group by group: commands that have keys, in the order in which they were offered, then the fixed ones. */
export function helpRows(commands: readonly Command[], words: KeysWords): { readonly group: Group; readonly rows: Row[] }[] {
  return ORDER.map((group) => ({
    group,
    rows: [
      ...commands.flatMap(({ group: of, keys, title, off }) =>
        keys !== undefined && PLACE[of] === group ? [{ title, chord: keys, off: off !== undefined }] : [],
      ),
      ...FIXED.flatMap(([of, name, chord]) => (of === group ? [{ title: words.fixed[name], chord, off: false }] : [])),
    ],
  })).filter(({ rows }) => rows.length > 0);
}
