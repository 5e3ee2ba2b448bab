import type { ListSearch } from '../app/list-search';
import type { ListState } from './list-state';

export interface Shown extends ListState {
  /** `first`: nothing has come yet; `anew`: what is here is read again, quietly. */
  readonly phase: 'first' | 'ready' | 'more' | 'anew';
  readonly error: unknown;
  /** Only these are looked at for a while; null: all. */
  readonly only: ReadonlySet<string> | null;
}

export interface List {
  readonly query: ListSearch;
  readonly now: () => Shown;
  readonly subscribe: (wake: () => void) => () => void;
  /** Keeps it true until the returned function is called; who fits no more goes then. */
  readonly start: () => () => void;
  readonly more: () => void;
  /** Reads again what is loaded; resolves with the tickets that are not as they were. */
  readonly again: () => Promise<readonly string[]>;
  /** Whether rows may change their places now. */
  readonly free: (free: boolean) => void;
  readonly settle: () => void;
  readonly tidy: () => void;
  readonly showAll: () => void;
}
