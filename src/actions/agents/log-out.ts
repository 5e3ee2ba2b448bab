import type { Desk } from '../desk';
import { hashOf } from './sessions';

/** Ends the session of this cookie; one that is over already is no error. */
export function logOut({ store }: Desk, { token }: { readonly token: string }): Promise<void> {
  return store.atomically((tx) => tx.removeSessions({ id: hashOf(token) }));
}
