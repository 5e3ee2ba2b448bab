import { recordAct } from '../audit/record-acts';
import type { Desk, Person } from '../desk';
import { hashOf, sessionAct } from './sessions';

/** Ends the session of this cookie; one that is over already is no error. */
export function logOut(desk: Desk, { token, of }: { readonly token: string; readonly of: Person }): Promise<void> {
  return desk.store.atomically(async (tx) => {
    await tx.removeSessions({ id: hashOf(token) });
    if (desk.acting) await recordAct(desk, tx, desk.acting, sessionAct('ended', of));
  });
}
