import { ariaKeys, capsOf, makesText, presses } from '../../../web/keys/chord';

const key = (
  code: string,
  held: { alt?: boolean; ctrl?: boolean; meta?: boolean; shift?: boolean; altGraph?: boolean; composing?: boolean } = {},
) => ({
  code,
  altKey: held.alt ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
  isComposing: held.composing ?? false,
  getModifierState: (name: string) => name === 'AltGraph' && held.altGraph === true,
});

const PC = false;
const MAC = true;

test('A chord is the place of the key, whatever letter a layout has there', () => {
  // On a Dvorak layout the key at KeyJ writes an h: the code stays.
  expect(presses(key('KeyJ', { alt: true }), 'Alt+KeyJ', PC)).toBe(true);
  expect(presses(key('KeyC', { alt: true }), 'Alt+KeyJ', PC)).toBe(false);
});

test('Every modifier counts: one more or one less is another chord', () => {
  expect(presses(key('KeyE', { alt: true, ctrl: true }), 'Alt+KeyE', PC)).toBe(false);
  expect(presses(key('KeyE', { alt: true, ctrl: true }), 'Mod+Alt+KeyE', PC)).toBe(true);
  expect(presses(key('KeyE', { alt: true, shift: true }), 'Alt+KeyE', PC)).toBe(false);
  expect(presses(key('KeyE', { alt: true, meta: true }), 'Alt+KeyE', PC)).toBe(false);
});

test('AltGr makes letters and is never a command, also where it counts as Ctrl and Alt', () => {
  expect(presses(key('KeyE', { alt: true, ctrl: true, altGraph: true }), 'Mod+Alt+KeyE', PC)).toBe(false);
  expect(presses(key('KeyE', { alt: true, altGraph: true }), 'Alt+KeyE', PC)).toBe(false);
});

test('While letters are composed no key is a command', () => {
  expect(presses(key('KeyK', { ctrl: true, composing: true }), 'Mod+KeyK', PC)).toBe(false);
});

test('Mod is Ctrl, and on a Mac the command key', () => {
  expect(presses(key('KeyK', { ctrl: true }), 'Mod+KeyK', PC)).toBe(true);
  expect(presses(key('KeyK', { meta: true }), 'Mod+KeyK', PC)).toBe(false);
  expect(presses(key('KeyK', { meta: true }), 'Mod+KeyK', MAC)).toBe(true);
  expect(presses(key('KeyK', { ctrl: true }), 'Mod+KeyK', MAC)).toBe(false);
});

test('On a Mac Option writes letters in text unless Ctrl is held too', () => {
  const option = key('KeyE', { alt: true });
  const both = key('KeyE', { alt: true, ctrl: true });
  expect([presses(option, 'Alt+KeyE', MAC), makesText(option, MAC)]).toEqual([true, true]);
  expect([presses(both, 'Alt+KeyE', MAC), makesText(both, MAC)]).toEqual([true, false]);
});

test.each([
  ['a letter', key('KeyE'), true],
  ['a question mark', key('Slash', { shift: true }), true],
  ['Alt and a letter', key('KeyE', { alt: true }), false],
  ['Ctrl and a letter', key('KeyK', { ctrl: true }), false],
  ['Esc', key('Escape'), false],
  ['F6', key('F6'), false],
])('On a PC %s in a text field: writes %#', (_, event, writes) => expect(makesText(event, PC)).toBe(writes));

test('The caps name the keys as the keyboard does', () => {
  expect(capsOf('Mod+Alt+KeyE', PC)).toEqual(['Ctrl', 'Alt', 'E']);
  expect(capsOf('Mod+Alt+KeyE', MAC)).toEqual(['⌘', '⌥', 'E']);
  expect(capsOf('Shift+Slash', PC)).toEqual(['?']);
  expect(ariaKeys('Mod+KeyK', PC)).toBe('Control+K');
  expect(ariaKeys('Mod+KeyK', MAC)).toBe('Meta+K');
});
