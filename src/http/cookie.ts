import type { Request, Response } from 'express';
import type { LoggedIn } from '../actions/agents/sessions';
import type { HttpConfig } from './http-config';
import { isHttps } from './origin';

const NAME = 'relaydesk';

/** Browsers take a `__Host-` cookie only over https, for this host alone and every path. */
const nameFor = (https: boolean): string => (https ? `__Host-${NAME}` : NAME);

/** The token of the session cookie, or null. */
export function tokenIn(request: Request, config: HttpConfig): string | null {
  const start = `${nameFor(isHttps(request, config))}=`;
  const pair = request.headers.cookie?.split(';').find((part) => part.trim().startsWith(start));
  return pair?.trim().slice(start.length) || null;
}

/** The session token that a caller logs in with: the cookie counts only where no other credentials stand beside it. */
export const tokenOf = (request: Request, config: HttpConfig): string | null =>
  request.headers.authorization === undefined ? tokenIn(request, config) : null;

export function setCookie({ request, response, config }: Exchange, { token }: LoggedIn, lasts: number): void {
  response.append('Set-Cookie', cookie(isHttps(request, config), token, Math.floor(lasts / 1000)));
}

export function clearCookie({ request, response, config }: Exchange): void {
  response.append('Set-Cookie', cookie(isHttps(request, config), '', 0));
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly config: HttpConfig;
}

function cookie(https: boolean, value: string, seconds: number): string {
  return `${nameFor(https)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}
