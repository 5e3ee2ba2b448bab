import type { Caller } from '../../actions/desk';
import { outOfScope, type Scope } from '../../domain/access';
import type { Watch } from './watch';

/** Somebody who listens by one socket. */
export interface Viewer {
  /** The socket's. */
  readonly id: string;
  /** Of the session, or the token, by which they came; looked at again every minute. */
  readonly token: string;
  readonly bearer: boolean;
  person: Caller;
  /** null: they hear everything that they may see. */
  watch: Watch | null;
  /** The counts that they were told last, as JSON. */
  counts: string | null;
}

/** Those who may read it by their scopes; people may everything. */
export const withScope = (viewers: readonly Viewer[], scope: Scope): readonly Viewer[] =>
  viewers.filter(({ person }) => outOfScope(person, scope) === null);

/** Sends to these sockets, encoded once. */
export type Emit = (sockets: readonly string[], name: string, payload: unknown) => void;
