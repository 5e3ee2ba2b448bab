import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useWords } from '../words';
import { oneLevelBack } from './back';
import { makesText, presses } from './chord';
import { type Command, commandsNow, useCommands } from './commands';
import { nextLandmark } from './landmarks';

const Help = lazy(async () => ({ default: (await import('./help')).Help }));

/** Runs the command whose keys are pressed. Never steals a character from text. */
export function KeyListener() {
  const [help, setHelp] = useState(false);
  useOwnCommands(setHelp);
  useEffect(() => {
    let over: readonly Element[] = [];
    // Before anybody hears the key: what it closes is gone from the page when it comes to us.
    const look = () => {
      over = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')];
    };
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (isWriting(event.target) && makesText(event))) return;
      const found = commandsNow().find(({ keys }) => keys !== undefined && presses(event, keys));
      if (!found || isBehind(found, over)) return;
      // Esc means something to everything that is open; only what nobody takes is ours.
      if (found.keys !== 'Escape') event.preventDefault();
      if (found.off === undefined && !(event.repeat && found.group !== 'list')) found.run();
    };
    window.addEventListener('keydown', look, true);
    document.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', hear);
    };
  }, []);
  return help ? (
    <Suspense>
      <Help onClose={() => setHelp(false)} />
    </Suspense>
  ) : null;
}

function useOwnCommands(setHelp: (open: boolean) => void): void {
  const { keys } = useWords();
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'desk.help', group: 'desk', title: keys.help, icon: 'info', keys: 'Shift+Slash', run: () => setHelp(true) },
        { id: 'desk.back', group: 'desk', title: keys.back, icon: 'back', keys: 'Escape', run: oneLevelBack },
        { id: 'desk.round', group: 'desk', title: keys.round, icon: 'goTo', keys: 'F6', run: () => nextLandmark(1) },
        { id: 'desk.roundBack', group: 'desk', title: keys.roundBack, icon: 'goTo', keys: 'Shift+F6', run: () => nextLandmark(-1) },
      ],
      [keys, setHelp],
    ),
  );
}

/** What lies behind an open dialog or menu is out of reach. The details of the open ticket as a sheet leave its commands, but Esc closes them. */
function isBehind({ id, keys }: Command, over: readonly Element[]): boolean {
  if (id === 'desk.palette') return false;
  return over.some((box) => keys === 'Escape' || !box.querySelector('.side'));
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}
