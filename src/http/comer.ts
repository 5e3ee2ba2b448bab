import type { Request } from 'express';
import { whoIs } from '../actions/agents/who-is';
import type { Caller, Desk } from '../actions/desk';
import { whoseToken } from '../actions/tokens/whose-token';
import { type Needs, outOfScope } from '../domain/access';
import { Refusal } from '../domain/errors';
import { tokenOf } from './cookie';
import type { HttpConfig } from './http-config';
import { DoorRefusal } from './problems';

/** Somebody with what they came by: the cookie of a session, or the token of a machine. */
interface Comer {
  readonly person: Caller;
  readonly token: string;
  readonly bearer: boolean;
}

/** Who makes this request; throws `unauthenticated`. A token beside a cookie wins. */
export async function comerOf(near: { readonly desk: Desk; readonly config: HttpConfig }, request: Request): Promise<Comer> {
  const bearer = bearerOf(request);
  const token = bearer ?? tokenOf(request, near.config);
  const came = token === null ? null : { token, bearer: bearer !== null };
  const person = came && (await whoCame(near.desk, came));
  if (!came || !person) throw new Refusal('unauthenticated', 'Log in and send the cookie of the session, or send a token that holds.');
  return { ...came, person };
}

/** Who comes by it now; null when it does not hold any more. */
export const whoCame = (desk: Desk, { token, bearer }: Omit<Comer, 'person'>): Promise<Caller | null> =>
  bearer ? whoseToken(desk, { token }) : whoIs(desk, { token });

function bearerOf({ headers }: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** A token is told that it lacks a scope before anything else is looked at: what it may not read, it may not sound out. */
export function mustBeInScope(person: Caller, needs: Needs): void {
  const lack = outOfScope(person, needs);
  if (lack === 'people_only') throw new DoorRefusal(lack, 'This is for people who log in; no token may.');
  if (lack) throw new DoorRefusal(lack, `This token was not given ${needs}.`, { scope: needs });
}
