import { useEffect, useSyncExternalStore } from 'react';
import type { IconName } from '../parts/icons';
import type { Chord } from './chord';

/** One thing that can be done now: the keys, the palette, the help and the menus all know it from here. */
export interface Command {
  /** Stable: `ticket.close`, `go.board`. A later one of the same id stands for the former while it is there. */
  readonly id: string;
  readonly group: 'ticket' | 'list' | 'people' | 'go' | 'me' | 'desk';
  readonly title: string;
  readonly icon?: IconName;
  readonly keys?: Chord;
  /** Why it can't be done now, in words; it then does nothing, and the palette shows the reason. */
  readonly off?: string;
  readonly run: () => void;
}

let all: readonly Command[] = [];
const sets = new Map<symbol, readonly Command[]>();
const watchers = new Set<() => void>();

function gather(): void {
  const byId = new Map<string, Command>();
  for (const set of sets.values()) for (const command of set) byId.set(command.id, command);
  all = [...byId.values()];
  for (const wake of watchers) wake();
}

/** Offers these while the component is on the screen. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const mine = Symbol('commands');
    sets.set(mine, commands);
    gather();
    return () => {
      sets.delete(mine);
      gather();
    };
  }, [commands]);
}

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

export const commandsNow = (): readonly Command[] => all;
export const useAllCommands = (): readonly Command[] => useSyncExternalStore(join, commandsNow);
