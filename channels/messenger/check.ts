import type { AccountFacts, ChannelConfig, Outside } from '../../src/ports/channel';
import { NOTHING } from '../common/account-facts';
import { idOf, wordOf } from '../common/json';
import { appsIn, inspect, orRefused, unlessRefused } from '../meta/account-facts';
import { askGraph } from '../meta/ask';
import { HOST } from './send';

const NEEDED = ['pages_messaging', 'pages_manage_metadata'];
const RIGHT = 'Make a token for the Page of this channel, with the permission to manage its messages.';

/** How the Page is, in three questions. */
export const check = (config: ChannelConfig, outside: Outside): Promise<AccountFacts> => unlessRefused(look(config, outside));

async function look({ accessToken: token = '', pageId = '' }: ChannelConfig, outside: Outside): Promise<AccountFacts> {
  const inspected = await inspect(outside, HOST, token, NEEDED);
  const me = await orRefused(askGraph(outside, { host: HOST, path: ['me'], query: { fields: 'id,name' }, token }));
  if ('refused' in me)
    return {
      ...NOTHING,
      token: inspected.token,
      wrong: { says: `The network does not say whose token it is (${me.refused.detail})`, do: RIGHT },
    };
  const [id, name] = [idOf(me.given.id), wordOf(me.given.name)];
  const apps = await orRefused(askGraph(outside, { host: HOST, path: [pageId, 'subscribed_apps'], token }));
  return {
    ...NOTHING,
    token: inspected.token,
    name,
    ...('given' in apps ? appsIn(apps.given, inspected.appId) : {}),
    wrong: id === null || id === pageId ? null : { says: `The token belongs to another account${name ? `, ${name}` : ''}`, do: RIGHT },
  };
}
