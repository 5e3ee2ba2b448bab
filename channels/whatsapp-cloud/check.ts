import type { AccountFacts, ChannelConfig, Outside, Quality } from '../../src/ports/channel';
import { NOTHING } from '../common/account-facts';
import { type Json, wordOf } from '../common/json';
import { appsIn, inspect, orRefused, unlessRefused } from '../meta/account-facts';
import { askGraph } from '../meta/ask';
import { HOST } from './send';

const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** How the number and its account are, in three to four questions. */
export const check = (config: ChannelConfig, outside: Outside, now: number): Promise<AccountFacts> =>
  unlessRefused(look(config, outside, now));

async function look(config: ChannelConfig, outside: Outside, now: number): Promise<AccountFacts> {
  const { accessToken: token = '', phoneNumberId = '', businessAccountId = '' } = config;
  const ask = (path: string[], fields?: string) =>
    orRefused(askGraph(outside, { host: HOST, path, token, ...(fields ? { query: { fields } } : {}) }));
  const inspected = await inspect(outside, HOST, token, NEEDED);
  const number = await ask([phoneNumberId], 'verified_name,quality_rating');
  if ('refused' in number)
    return {
      ...NOTHING,
      token: inspected.token,
      wrong: { says: `The token does not see the phone number ID (${number.refused.detail})`, do: OWN },
    };
  const limit = await ask([phoneNumberId], 'whatsapp_business_manager_messaging_limit');
  const apps = await ask([businessAccountId, 'subscribed_apps']);
  return {
    token: inspected.token,
    name: wordOf(number.given.verified_name),
    quality: qualityIn(number.given, 'given' in limit ? limit.given : {}, now),
    ...('given' in apps ? appsIn(apps.given, inspected.appId) : { subscribed: null, otherApps: null }),
    wrong: 'given' in apps ? null : { says: `The token does not see the WhatsApp Business Account ID (${apps.refused.detail})`, do: OWN },
  };
}

const OWN = 'Copy both IDs from WhatsApp > API Setup, and give the system user of the token access to this account.';

function qualityIn({ quality_rating }: Json, { whatsapp_business_manager_messaging_limit: limit }: Json, at: number): Quality {
  return { rating: ratingOf(quality_rating), limit: wordOf(limit), at };
}

function ratingOf(rating: unknown): Quality['rating'] {
  const word = typeof rating === 'string' ? rating.toLowerCase() : '';
  return word === 'green' || word === 'yellow' || word === 'red' ? word : null;
}
