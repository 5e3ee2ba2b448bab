import { type AccountFacts, type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { askForToken } from './login';

/** Whether the app gets a token. The service has no more to tell: neither a name, nor which channels it connects. */
export async function check(config: ChannelConfig, outside: Outside): Promise<AccountFacts> {
  try {
    await askForToken(config, outside);
    return factsOf(null);
  } catch (error) {
    if (error instanceof SendFailure && error.problem.code === 'auth') return factsOf(error.problem.detail);
    throw error;
  }
}

/** A token lives for a day and is renewed by itself, so that its end is nobody's concern; a secret's end the log-in does not tell. */
const factsOf = (detail: string | null): AccountFacts => ({
  token: { valid: detail === null, expiresAt: null, scopes: null, missing: [], detail },
  name: null,
  subscribed: null,
  otherApps: null,
  quality: null,
  wrong: null,
});
