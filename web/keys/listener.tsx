import { useEffect } from 'react';
import { isMac, presses } from './chord';
import { commandsNow } from './commands';

/** Runs the command whose keys are pressed. Never steals a character from text. */
export function KeyListener() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const found = commandsNow().find((command) => command.keys !== undefined && presses(event, command.keys));
      if (!found?.keys || (isWriting(event.target) && makesText(found.keys))) return;
      event.preventDefault();
      if (found.off === undefined) found.run();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return null;
}

/** A chord without a modifier writes a character; so does Option alone on a Mac. */
function makesText(chord: string): boolean {
  if (chord.includes('Mod+')) return false;
  return isMac || !chord.includes('Alt+');
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}
