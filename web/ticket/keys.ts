import type { Chord } from '../keys/chord';

/** DESIGN §6: what is done to the open ticket by keys. */
// biome-ignore format: a table is read in columns
export const TICKET_KEYS = {
  close:     'Alt+KeyE',
  closeNext: 'Mod+Alt+KeyE',
  snooze:    'Alt+KeyM',
  setAside:  'Alt+KeyI',
  transfer:  'Alt+KeyA',
  stage:     'Alt+KeyG',
} as const satisfies Record<string, Chord>;
