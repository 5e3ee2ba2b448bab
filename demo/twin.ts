import { ask, type Json } from './ask';

/** What the twin prints of an account: a desk's channel needs it. */
export interface Account {
  readonly id: string;
  readonly businessId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export type Network = 'whatsapp' | 'instagram';

/** The world outside: the customers' phones, and what is asked of them through the twin's control API. */
export interface Twin {
  readonly url: string;
  readonly phoneUrl: string;
  do(verb: string, input: object): Promise<Json>;
  state(): Promise<Json>;
}

/** `phoneUrl` carries the bearer after its #. */
export function twinAt(phoneUrl: string): Twin {
  const { origin, hash } = new URL(phoneUrl);
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  return {
    url: origin,
    phoneUrl,
    do: async (verb, input) => (await ask('POST', `${origin}/twin/${verb}`, headers, input)).body,
    state: async () => (await ask('GET', `${origin}/twin/state`, headers)).body,
  };
}

/** As the operator copies them from what the twin has printed. */
export const ACCOUNT_LINES: Readonly<Record<Network, RegExp>> = {
  whatsapp: /^whatsapp: phoneNumberId (\S+), businessAccountId (\S+), accessToken (\S+), appSecret (\S+), verifyToken (\S+)$/m,
  instagram: /^instagram: accountId (\S+), login (\S+), accessToken (\S+), appSecret (\S+), verifyToken (\S+)$/m,
};

export function accountIn([, id = '', businessId = '', accessToken = '', appSecret = '', verifyToken = '']: RegExpExecArray): Account {
  return { id, businessId, accessToken, appSecret, verifyToken };
}
