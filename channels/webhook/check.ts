import { type AccountFacts, type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { NOTHING, refusedToken, TAKEN } from '../common/account-facts';
import { post } from './call';

const WELL: AccountFacts = { ...NOTHING, token: TAKEN };

/** A signed ping: who takes it is there, and knows the secret. */
export async function check(config: ChannelConfig, outside: Outside, now: number): Promise<AccountFacts> {
  try {
    await post(config, { id: `ping_${now}`, body: { ping: true } }, outside);
    return WELL;
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    return factsOf(error);
  }
}

/** What is refused is a fact; that it could not be asked is none. */
function factsOf(failure: SendFailure): AccountFacts {
  const { verdict, problem, options } = failure;
  if (problem.code === 'auth') return refusedToken(problem.detail);
  if (verdict !== 'never' && !options.pauses) throw failure;
  return {
    ...WELL,
    wrong: { says: problem.detail, do: 'Look whether outboundUrl is right: the receiver answers 2xx also to what it has no use for.' },
  };
}
