import type { AccountFacts, ChannelConfig, Outside } from '../../src/ports/channel';
import { NOTHING, TAKEN } from '../common/account-facts';
import { idOf, type Json, objectOf, wordOf } from '../common/json';
import { appsIn, type Inspected, inspect, orRefused, unlessRefused } from '../meta/account-facts';
import { askGraph } from '../meta/ask';

/** Who the token speaks for, as either log-in tells it. */
interface Speaker {
  readonly accountId: string | null;
  readonly appScopedId: string | null;
  readonly name: string | null;
}

interface Login {
  readonly host: string;
  readonly fields: string;
  speaker(me: Json): Speaker;
  inspect(outside: Outside, token: string): Promise<Inspected>;
}

const FACEBOOK = 'https://graph.facebook.com';
const NEEDED = ['instagram_basic', 'instagram_manage_messages', 'pages_manage_metadata'];

const LOGINS: Readonly<Record<string, Login>> = {
  instagram: {
    host: 'https://graph.instagram.com',
    fields: 'user_id,username,id',
    speaker: ({ user_id, id, username }) => ({ accountId: idOf(user_id), appScopedId: idOf(id), name: wordOf(username) }),
    // This host has no word on a token but that it takes it.
    inspect: async () => ({ appId: null, token: TAKEN }),
  },
  facebook: {
    host: FACEBOOK,
    fields: 'name,instagram_business_account{id,username}',
    speaker: ({ instagram_business_account: linked }) => {
      const { id, username } = objectOf(linked);
      return { accountId: idOf(id), appScopedId: null, name: wordOf(username) };
    },
    inspect: (outside, token) => inspect(outside, FACEBOOK, token, NEEDED),
  },
};

/** How the account is, in two to three questions. */
export const check = (config: ChannelConfig, outside: Outside): Promise<AccountFacts> => unlessRefused(look(config, outside));

async function look(config: ChannelConfig, outside: Outside): Promise<AccountFacts> {
  const { accessToken: token = '', login = '' } = config;
  const { host, fields, speaker, inspect: inspectToken } = LOGINS[login] ?? (LOGINS.instagram as Login);
  const inspected = await inspectToken(outside, token);
  const me = await orRefused(askGraph(outside, { host, path: ['me'], query: { fields }, token }));
  if ('refused' in me)
    return {
      ...NOTHING,
      token: inspected.token,
      wrong: { says: `The network does not say whose token it is (${me.refused.detail})`, do: RIGHT },
    };
  const who = speaker(me.given);
  const apps = await orRefused(askGraph(outside, { host, path: ['me', 'subscribed_apps'], token }));
  return {
    ...NOTHING,
    token: inspected.token,
    name: who.name,
    ...('given' in apps ? appsIn(apps.given, inspected.appId) : {}),
    wrong: wrongIn(config, who),
  };
}

const RIGHT = 'Make the token for the account of this channel, with the permission to manage messages.';

/** The classic: `id` of /me pasted where `user_id` belongs, so that no event is of any account that we know. */
function wrongIn({ accountId, login }: ChannelConfig, who: Speaker): AccountFacts['wrong'] {
  if (who.accountId === accountId) return null;
  if (who.accountId === null)
    return login === 'facebook'
      ? {
          says: 'The token\u2019s Page is linked to no Instagram account',
          do: 'Link the account to the Page, or use the token of the Page that it is linked to.',
        }
      : null;
  if (who.appScopedId === accountId)
    return {
      says: 'The account ID is the app-scoped id, under which no webhook comes',
      do: `Put ${who.accountId} (user_id) there, and this one as app-scoped ID.`,
    };
  return {
    says: `The token belongs to another account${who.name ? `, ${who.name}` : ''}`,
    do: `Make a token for the account of this channel, or put ${who.accountId} as its account ID.`,
  };
}
