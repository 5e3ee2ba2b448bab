import type { Line } from './line';
import type { Memory } from './memory';
import type { Net } from './net';
import type { Outbox } from './outbox';
import type { Place } from './place';
import type { Seat } from './seat';
import type { State } from './state';
import type { Uploads } from './uploads';
import type { Message } from './wire';

/** What the page is told of. */
export type Told =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'unread'; readonly count: number }
  | { readonly type: 'message'; readonly message: Message };

export interface Given {
  readonly net: Net;
  readonly memory: Memory;
  /** The state is another now. */
  changed(state: State): void;
  tell(told: Told): void;
}

/** What a conversation is made of. */
export interface Parts extends Given {
  seat: Seat;
  line: Line;
  outbox: Outbox;
  uploads: Uploads;
  place: Place;
  /** The newest message of the desk that was seen on this page. */
  seenId?: string;
  typingEnds?: ReturnType<typeof setTimeout>;
  set(patch: Partial<State>): void;
  now(): State;
}
