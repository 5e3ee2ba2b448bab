import { createContext, use } from 'react';
import type { Message, Ticket } from '../api/types';

/** What every line of the open thread needs to know. */
export interface Around {
  readonly ticket: Ticket;
  /** The customer in full, and as a sentence calls them. */
  readonly name: string;
  readonly short: string;
  readonly network: string;
  readonly meId: string;
  /** Buttons that were pressed, by message. */
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly find: (messageId: string) => Message | undefined;
  /** Scrolls to a message and marks it for a moment. */
  readonly goTo: (messageId: string) => void;
  readonly openMenu: (message: Message, by: HTMLElement) => void;
  /** Shows the picture or video of a message in full. */
  readonly look: (messageId: string) => void;
}

const Thread = createContext<Around | null>(null);

export const ThreadAround = Thread;

export function useAround(): Around {
  const around = use(Thread);
  if (!around) throw new Error('a line of a thread stands outside of one');
  return around;
}
