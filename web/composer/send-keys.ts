import { presses } from '../keys/chord';

type Pressed = Parameters<typeof presses>[0];

/** Enter while letters are being composed chooses letters. Some browsers say so by the key code alone. */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;

/** Ctrl or ⌘ with Enter always sends; Enter alone by choice, and then Shift breaks the line. */
export const sendsBy = (event: Pressed, sendWith: 'mod_enter' | 'enter'): boolean =>
  ENTERS.some((key) => presses(event, `Mod+${key}`) || (sendWith === 'enter' && presses(event, key)));

const ENTERS = ['Enter', 'NumpadEnter'];
