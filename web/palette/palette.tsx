import { lazy, Suspense, useMemo } from 'react';
import { type Command, useCommands } from '../keys/commands';
import { useWords } from '../words';
import { openPalette, usePalette } from './open';

const Box = lazy(async () => ({ default: (await import('./box')).Box }));

/** Waits for its keys; the rest is fetched when it is first asked for. */
export function Palette() {
  const { palette } = useWords();
  const begun = usePalette();
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'desk.palette', group: 'desk', title: palette.title, icon: 'search', keys: 'Mod+KeyK', run: openPalette },
    ],
    [palette],
  );
  useCommands(commands);
  return begun === null ? null : (
    <Suspense>
      <Box begun={begun} />
    </Suspense>
  );
}
