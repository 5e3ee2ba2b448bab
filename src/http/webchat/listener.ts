import type { WebSocket } from 'ws';
import type { Visitor } from '../../ports/store';
import type { Arrival } from './arrival';

/** The session is over: begin another. */
const OVER = 4401;
export const TOO_MANY = 4429;
/** What a page has not taken by then, it will ask for when it comes back. */
const MOST_BEHIND = 1024 * 1024;

/** One page with its socket. */
export interface Listener extends Arrival {
  readonly visitor: Visitor;
  readonly socket: WebSocket;
  tell(word: unknown): void;
  /** Says that the session is over. */
  bye(): void;
  /** Since it was asked last whether it is there. */
  answers: boolean;
  /** How much it has said since then. */
  words: number;
  /** When its visitor last typed. */
  typedAt: number;
}

export const listenerOf = (arrival: Arrival, visitor: Visitor, socket: WebSocket): Listener => ({
  ...arrival,
  visitor,
  socket,
  tell(word) {
    if (socket.bufferedAmount > MOST_BEHIND) socket.terminate();
    else socket.send(JSON.stringify(word));
  },
  bye: () => sayBye(socket),
  answers: true,
  words: 0,
  typedAt: 0,
});

export function sayBye(socket: WebSocket): void {
  socket.send(JSON.stringify({ type: 'bye' }));
  socket.close(OVER);
}
