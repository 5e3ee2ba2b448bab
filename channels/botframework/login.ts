import { createHash } from 'node:crypto';
import { type ChannelConfig, type Outside, type OutsideAnswer, SendFailure } from '../../src/ports/channel';
import { wordFor } from '../common/connection';
import { unreachable } from '../common/failures';
import { jsonIn, numberOf, objectOf, textOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { tokenUrl } from './hosts';

const SCOPE = 'https://api.botframework.com/.default';
/** A token is renewed so long before it ends. */
const EARLY = 5 * 60 * 1000;
const MOST = 200;

interface Kept {
  readonly token: string;
  readonly until: number;
}

const tokens = new Map<string, Kept>();
const asking = new Map<string, Promise<Kept>>();

/** The app's token for the connector, kept until shortly before it ends. Nothing was sent when it throws a `SendFailure`. */
export async function tokenOf(config: ChannelConfig, outside: Outside): Promise<string> {
  const name = nameOf(config, outside);
  const kept = tokens.get(name);
  if (kept && outside.now() < kept.until) return kept.token;
  const running = asking.get(name) ?? renewed(name, config, outside);
  return (await running).token;
}

/** Many sends at once ask for one token. */
function renewed(name: string, config: ChannelConfig, outside: Outside): Promise<Kept> {
  const keep = (fresh: Kept): Kept => {
    if (tokens.size >= MOST) tokens.clear();
    tokens.set(name, fresh);
    return fresh;
  };
  const asked = askForToken(config, outside)
    .then(keep)
    .finally(() => asking.delete(name));
  asking.set(name, asked);
  return asked;
}

/** The connector does not take it any more. */
export const forgetToken = (config: ChannelConfig, outside: Outside): boolean => tokens.delete(nameOf(config, outside));

const nameOf = ({ appId = '', appPassword = '', tenantId }: ChannelConfig, outside: Outside): string =>
  createHash('sha256')
    .update(JSON.stringify([tokenUrl(outside, tenantId), appId, appPassword]))
    .digest('hex');

/** A new token, by the app's password. */
export async function askForToken({ appId = '', appPassword = '', tenantId }: ChannelConfig, outside: Outside): Promise<Kept> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: appId, client_secret: appPassword, scope: SCOPE });
  const answer = await reach(tokenUrl(outside, tenantId), form.toString(), outside);
  const { access_token, expires_in, error, error_description } = objectOf(jsonIn(answer.body));
  const token = wordOf(access_token);
  if (answer.status === 200 && token !== null && /^[!-~]+$/.test(token))
    return { token, until: outside.now() + Math.max(0, (numberOf(expires_in) ?? 0) * 1000 - EARLY) };
  throw refused(answer, wordOf(error), speakable(textOf(error_description) ?? '', [appPassword, appId]));
}

async function reach(url: string, body: string, outside: Outside): Promise<OutsideAnswer> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    return await outside.call(url, { method: 'POST', headers, body, home: outside.botFrameworkUrl });
  } catch (error) {
    throw unreachable(`The log-in could not be reached (${wordFor(error)})`);
  }
}

/** Why an app gets no token: its password or its tenant, which an admin must put right, or something that passes. */
function refused({ status, headers }: OutsideAnswer, code: string | null, words: string): SendFailure {
  const detail = words || `HTTP ${status} from the log-in`;
  if (status === 429)
    return new SendFailure('later', { code: 'rate_limited', providerCode: code, detail }, patience(headers['retry-after']));
  if (status >= 400 && status < 500 && status !== 408)
    return new SendFailure(
      'later',
      { code: 'auth', providerCode: code, detail: `The log-in refuses the app: ${detail}` },
      { pauses: true },
    );
  return unreachable(`The log-in gave no token (HTTP ${status})`);
}

const patience = (after: string | undefined): { retryAfter?: number } => {
  const seconds = numberOf(after);
  return seconds === null ? {} : { retryAfter: seconds * 1000 };
};
