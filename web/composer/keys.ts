import type { Chord } from '../keys/chord';
import type { Mode } from './draft-store';

/** What leads into the box. */
export const KEYS: Record<Mode, Chord> = { reply: 'Alt+KeyL', note: 'Alt+KeyP' };
