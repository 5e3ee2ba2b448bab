import { useMemo } from 'react';
import { useCommands } from '../keys/commands';
import { useWords } from '../words';
import type { Entry } from './entry';

/** Opens the last line that the desk wrote by itself, by its key. */
export function useLastWhy(
  entries: readonly Entry[],
  turn: (key: string) => void,
  to: (key: string) => void,
  drawn: { from: number; to: number },
): void {
  const { why } = useWords().thread;
  const at = entries.findLastIndex((entry) => entry.kind === 'event' && entry.events.some(({ decision }) => decision !== null));
  const key = entries[at]?.key;
  const isDrawn = at >= drawn.from && at < drawn.to;
  const commands = useMemo(
    () =>
      key === undefined
        ? []
        : [
            {
              id: 'ticket.why',
              group: 'ticket' as const,
              title: why.command,
              icon: 'info' as const,
              keys: 'Alt+KeyW',
              run: () => {
                turn(key);
                if (!isDrawn) to(key);
              },
            },
          ],
    [key, isDrawn, turn, to, why],
  );
  useCommands(commands);
}
