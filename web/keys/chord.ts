/** Keys that are pressed together, by `event.code`: `Alt+KeyJ`, `Mod+KeyK`, `Mod+Alt+KeyE`, `Shift+Slash`. Mod is Ctrl, on a Mac ⌘. */
export type Chord = string;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'getModifierState'>;

/** Never while letters are being composed, and never with AltGraph, which makes letters. */
export function presses(event: Pressed, chord: Chord): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return false;
  const parts = chord.split('+');
  const wants = (name: string) => parts.includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return (
    event.code === parts.at(-1) && mod === wants('Mod') && !other && event.altKey === wants('Alt') && event.shiftKey === wants('Shift')
  );
}

const NAMES: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', Slash: '/', Space: 'Space' };

/** The caps to show, one a key: ['Ctrl', 'K']. */
export function capsOf(chord: Chord): string[] {
  if (chord === 'Shift+Slash') return ['?'];
  return chord.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    return NAMES[part] ?? part.replace(/^(Key|Digit)/, '');
  });
}

/** The same for `aria-keyshortcuts`: `Alt+E`, `Control+K`. */
export function ariaKeys(chord: Chord): string {
  if (chord === 'Shift+Slash') return '?';
  return chord
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part.replace(/^(Key|Digit)/, '')))
    .join('+');
}
