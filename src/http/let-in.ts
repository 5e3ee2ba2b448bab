import type { LoggedIn } from '../actions/agents/sessions';
import { setCookie } from './cookie';
import { sessionJson } from './present/agent';
import type { Call } from './route';

/** Gives the browser its session. */
export function letIn(call: Pick<Call<unknown, unknown>, 'request' | 'response' | 'config' | 'desk'>, loggedIn: LoggedIn) {
  setCookie(call, loggedIn, loggedIn.expiresAt - call.desk.clock.now());
  return sessionJson(loggedIn);
}
