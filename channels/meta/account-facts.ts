import { type AccountFacts, type Outside, SendFailure, type SendProblem } from '../../src/ports/channel';
import { refusedToken, TAKEN } from '../common/account-facts';
import { idOf, isObject, type Json, listOf, objectOf, timeOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { askGraph } from './ask';

type TokenFacts = AccountFacts['token'];

/** What a token says of itself, and of which app it is; nothing where the network does not let it look. */
export interface Inspected {
  readonly appId: string | null;
  readonly token: TokenFacts;
}

/** The token looks at itself (`debug_token`); `needed` are the scopes that the channel can't do without. */
export async function inspect(outside: Outside, host: string, token: string, needed: readonly string[]): Promise<Inspected> {
  const answer = await orRefused(askGraph(outside, { host, path: ['debug_token'], query: { input_token: token }, token }));
  if ('refused' in answer) return { appId: null, token: TAKEN };
  const { app_id, is_valid, expires_at, scopes, error } = objectOf(answer.given.data);
  const granted = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : null;
  return {
    appId: idOf(app_id),
    token: {
      valid: is_valid !== false,
      // 0 = never.
      expiresAt: timeOf(expires_at),
      scopes: granted,
      missing: granted ? needed.filter((scope) => !granted.includes(scope)) : [],
      detail: is_valid === false ? speakable(wordOf(objectOf(error).message) ?? 'It is not valid any more', [token]) : null,
    },
  };
}

/** Whose app hears the account, of what `subscribed_apps` lists: with another app than ours for `appId`, or without any. */
export function appsIn(answer: Json, appId: string | null): Pick<AccountFacts, 'subscribed' | 'otherApps'> {
  const apps = listOf(answer.data).filter(isObject).map(appIn);
  if (apps.length === 0) return { subscribed: false, otherApps: [] };
  const named = apps.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
  if (appId === null || named.length < apps.length) return { subscribed: named.length < apps.length ? true : null, otherApps: null };
  return { subscribed: named.some(({ id }) => id === appId), otherApps: named.filter(({ id }) => id !== appId) };
}

function appIn(app: Json): { readonly id: string | null; readonly name: string | null } {
  const { id, name } = isObject(app.whatsapp_business_api_data) ? app.whatsapp_business_api_data : app;
  return { id: idOf(id), name: wordOf(name) };
}

/** The answer, or why the network refuses it for good; throws when it could not be asked. */
export async function orRefused(asked: Promise<Json>): Promise<{ readonly given: Json } | { readonly refused: SendProblem }> {
  try {
    return { given: await asked };
  } catch (error) {
    if (!(error instanceof SendFailure) || PASSING.has(error.problem.code)) throw error;
    if (isOfTheToken(error.problem)) throw new TokenRefused(error.problem.detail);
    return { refused: error.problem };
  }
}

const PASSING: ReadonlySet<string> = new Set(['transient', 'ambiguous', 'rate_limited']);

const isOfTheToken = ({ code, providerCode }: SendProblem): boolean =>
  code === 'auth' && (providerCode === null || /^(102|104|190)(\/|$)/.test(providerCode));

class TokenRefused extends Error {}

/** What is known of an account whose token may not be taken at all. */
export async function unlessRefused(facts: Promise<AccountFacts>): Promise<AccountFacts> {
  try {
    return await facts;
  } catch (error) {
    if (error instanceof TokenRefused) return refusedToken(error.message);
    throw error;
  }
}
