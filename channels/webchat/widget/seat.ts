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

/** `moved` hears of every visitor, also of the first. */
export function openSeat(net: Net, memory: Memory, moved: (visitor: Visitor, former: Visitor | null) => void): Seat {
  let visitor: Visitor | null = null;
  let asking: Promise<Session> | null = null;
  const adopt = (next: Visitor) => {
    const former = visitor;
    visitor = next;
    moved(next, former);
  };
  const take = (session: Session): Session => {
    memory.set('token', session.token);
    memory.set('visitor', JSON.stringify(session.visitor));
    if (!session.visitor.isKnown) memory.set('known', null);
    adopt(session.visitor);
    return session;
  };
  const renew = (): Promise<Session> => {
    asking ??= net
      .session(memory.get('token'))
      .then(take)
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  const need = async () => (visitor && memory.get('token')) ?? (await renew()).token;
  const seat: Seat = {
    token: () => memory.get('token'),
    visitor: () => visitor,
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
      await need();
      const told = JSON.stringify(identity);
      if (visitor?.isKnown && memory.get('known') === told) return;
      take(await seat.with((token) => net.identify(token, identity)));
      memory.set('known', told);
    },
    async signOut() {
      const token = memory.get('token');
      memory.set('known', null);
      if (token !== null) take(await net.signOut(token));
    },
  };
  return seat;
}
