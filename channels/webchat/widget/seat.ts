import type { Memory } from './memory';
import { type Net, Refused } from './net';
import type { Identity, Session, Visitor } from './wire';

/** Who the desk takes this browser for: a token that it signed, kept over reloads and shared by the pages of a site. */
export interface Seat {
  token(): string | null;
  visitor(): Visitor | null;
  /** Resolves with a token; the desk makes a visitor when there is none. */
  need(): Promise<string>;
  /** Does what needs a token; once more with another when the desk doesn't take it. */
  with<Result>(act: (token: string) => Promise<Result>): Promise<Result>;
  /** Asks the desk who we are now. */
  renew(): Promise<Session>;
  /** Another page of the site has sat down as somebody; its token is kept already. */
  adopt(visitor: Visitor): void;
  identify(identity: Identity): Promise<void>;
  signOut(): Promise<void>;
}

export interface Seated {
  readonly visitor: Visitor;
  readonly token: string | null;
}

/** `moved` hears of every visitor and every new token, also of the first. */
export function openSeat(net: Net, memory: Memory, moved: (now: Seated, former: Seated | null) => void): Seat {
  let seated: Seated | null = null;
  let asking: Promise<Session> | null = null;
  /** The token that was given up last. */
  let left: string | null = null;
  const adopt = (next: Visitor) => {
    const former = seated;
    seated = { visitor: next, token: memory.get('token') };
    if (former?.visitor.id !== next.id || former.token !== seated.token) moved(seated, former);
  };
  const take = (session: Session): Session => {
    memory.set('token', session.token);
    memory.set('visitor', JSON.stringify(session.visitor));
    adopt(session.visitor);
    return session;
  };
  /** Who has signed in or out since it was asked is who they are now. */
  const unlessElse = async (asked: string | null, session: Session): Promise<Session> => {
    if (asked !== null && asked === left) return unlessElse(null, await net.session(null));
    const token = memory.get('token');
    return token === asked || token === null || !seated ? take(session) : { token, visitor: seated.visitor };
  };
  const renew = (): Promise<Session> => {
    const token = memory.get('token');
    asking ??= net
      .session(token)
      .then((session) => unlessElse(token, session))
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  const need = async () => (seated && memory.get('token')) ?? (await renew()).token;
  const seat: Seat = {
    token: () => memory.get('token'),
    visitor: () => seated?.visitor ?? null,
    need,
    renew,
    adopt,
    async with(act) {
      const token = await need();
      try {
        return await act(token);
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 401) throw error;
        const kept = memory.get('token');
        return act(kept !== null && kept !== token ? kept : (await renew()).token);
      }
    },
    async identify(identity) {
      take(await seat.with((token) => net.identify(token, identity)));
    },
    async signOut() {
      const token = memory.get('token');
      if (token === null) return;
      // A page mostly leaves at once, and the desk may not be there: whoever sits here next is nobody all the same.
      left = token;
      memory.set('token', null);
      memory.set('visitor', JSON.stringify(NOBODY));
      adopt(NOBODY);
      const session = await net.signOut(token).catch(unlessOver);
      if (session && memory.get('token') === null) take(session);
    },
  };
  return seat;
}

const NOBODY: Visitor = { id: '', name: null, email: null, isKnown: false };

function unlessOver(error: unknown): null {
  if (error instanceof Refused && error.status === 401) return null;
  throw error;
}
