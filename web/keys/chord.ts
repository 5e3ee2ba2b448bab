/** Keys that are pressed together, by `event.code`: `Alt+KeyJ`, `Mod+KeyK`, `Mod+Alt+KeyE`, `Shift+Slash`. Mod is Ctrl, on a Mac ⌘. */
export type Chord = string;

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'getModifierState'>;

/**
 * Never while letters are being composed, and never with AltGraph, which makes letters. On a Mac, where Option alone makes
 * letters too, Ctrl may be held beside it.
 */
export function presses(event: Pressed, chord: Chord, mac = isMac): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return false;
  const parts = chord.split('+');
  const wants = (name: string) => parts.includes(name);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey && !wants('Alt') : event.metaKey;
  return (
    event.code === parts.at(-1) && mod === wants('Mod') && !other && event.altKey === wants('Alt') && event.shiftKey === wants('Shift')
  );
}

/** Whether these keys could write a character where text is written: then they are the text's. */
export function makesText({ code, ctrlKey, metaKey, altKey }: Pressed, mac = isMac): boolean {
  if (/^(F\d+|Escape)$/.test(code)) return false;
  return mac ? !ctrlKey && !metaKey : !ctrlKey && !altKey;
}

const NAMES: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', Slash: '/', Space: 'Space' };

/** The caps to show, one a key: ['Ctrl', 'K']. */
export function capsOf(chord: Chord, mac = isMac): string[] {
  if (chord === 'Shift+Slash') return ['?'];
  return chord.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    return NAMES[part] ?? part.replace(/^(Key|Digit)/, '');
  });
}

/** The same for `aria-keyshortcuts`: `Alt+E`, `Control+K`. */
export function ariaKeys(chord: Chord, mac = isMac): string {
  if (chord === 'Shift+Slash') return '?';
  return chord
    .split('+')
    .map((part) => (part === 'Mod' ? (mac ? 'Meta' : 'Control') : part.replace(/^(Key|Digit)/, '')))
    .join('+');
}
