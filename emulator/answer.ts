import type { Refusal } from './refusals';
import type { World } from './world';

/** A request as the routes see it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  /** Calls back when whoever asked has hung up. */
  readonly gone?: (then: () => void) => void;
}

/** `hang`: the caller never gets an answer. */
export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: Buffer | string | object }
  | 'hang';

/** Graph's no; with 429 it says when to come again. */
export function refused(world: World, no: Refusal, status: number = no.row.status): Answer {
  const headers = { ...(status === 401 ? CHALLENGE : {}), ...(status === 429 ? { 'retry-after': '2' } : {}) };
  return { status, headers, body: no.body(world.ids.trace()) };
}

const CHALLENGE = { 'www-authenticate': 'OAuth "Facebook Platform" "invalid_token" "Error validating access token"' };
