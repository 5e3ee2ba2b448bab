import { type AccountFacts, type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { NOTHING, refusedToken, TAKEN } from '../common/account-facts';
import { type Json, numberOf, objectOf, timeOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { callBot } from './api';

const HOUR = 60 * 60 * 1000;
const PASSING: ReadonlySet<string> = new Set(['transient', 'ambiguous', 'rate_limited']);

/** How the bot is, in two questions: who the token speaks for, and how Telegram reaches us. */
export async function check(config: ChannelConfig, outside: Outside, now: number): Promise<AccountFacts> {
  try {
    const bot = objectOf(await callBot(config, { method: 'getMe', body: {} }, outside));
    const webhook = await callBot(config, { method: 'getWebhookInfo', body: {} }, outside).catch(unlessPassing);
    return { ...NOTHING, token: TAKEN, name: nameOf(bot), wrong: wrongIn(config, objectOf(webhook), now) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refusedToken(error.problem.detail);
  }
}

/** A Bot API that has only some of the methods is one all the same. */
function unlessPassing(error: unknown): null {
  if (!isRefusal(error)) throw error;
  return null;
}

const isRefusal = (error: unknown): error is SendFailure => error instanceof SendFailure && !PASSING.has(error.problem.code);

export const nameOf = ({ username, first_name }: Json): string | null => {
  const name = wordOf(username);
  return name === null ? wordOf(first_name) : `@${name}`;
};

function wrongIn({ mode }: ChannelConfig, { url, pending_update_count, last_error_date, last_error_message }: Json, now: number) {
  if (typeof url !== 'string') return null;
  if (mode === 'polling') return url === '' ? null : SOMEBODY_ELSES;
  if (url === '') return NO_ADDRESS;
  const [failedAt, waiting] = [timeOf(last_error_date), numberOf(pending_update_count) ?? 0];
  if (failedAt === null || now - failedAt > HOUR || waiting === 0) return null;
  const why = speakable(wordOf(last_error_message) ?? 'it gives no reason', []);
  return { says: `Telegram does not reach the desk (${why}), and ${waiting} updates wait there`, do: REACH };
}

const REACH =
  'Look whether PUBLIC_URL is reached from the internet by https, on port 443, 80, 88 or 8443 and with a valid certificate; or choose polling.';

const NO_ADDRESS = {
  says: 'Telegram has no address of this desk to call',
  do: 'Save the channel again: the desk then tells Telegram its address. Another program may have taken the bot.',
};

const SOMEBODY_ELSES = {
  says: 'A webhook is set for this bot, so that nothing can be fetched',
  do: 'Save the channel again: the desk then takes the webhook away. If it comes back, another program uses the bot; give the desk a bot of its own.',
};
