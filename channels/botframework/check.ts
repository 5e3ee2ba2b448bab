import { type AccountFacts, type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { NOTHING, refusedToken, TAKEN } from '../common/account-facts';
import { askForToken } from './login';

/** Whether the app gets a token. The service has no more to tell: neither a name, nor which channels it connects. */
export async function check(config: ChannelConfig, outside: Outside): Promise<AccountFacts> {
  try {
    await askForToken(config, outside);
    // It lives for a day and is renewed by itself; when the secret ends, the log-in does not tell.
    return { ...NOTHING, token: TAKEN };
  } catch (error) {
    if (error instanceof SendFailure && error.problem.code === 'auth') return refusedToken(error.problem.detail);
    throw error;
  }
}
