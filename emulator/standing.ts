import { APP } from './cast';
import type { Json } from './json';
import { refuse } from './refusals';
import type { Account, World } from './world';

/** Whether the account's token was for some time only, and that is over. */
export const hasEnded = ({ time }: World, account: Account | undefined): boolean =>
  account?.standing.tokenEndsAt != null && account.standing.tokenEndsAt <= time.now();

/** What `debug_token` says of a token. */
export function inspection(world: World, token: string): Json {
  const account = [...world.accounts.values()].find((each) => each.token === token);
  if (!account) return { data: { error: { code: 190, message: 'Invalid OAuth access token.' }, is_valid: false, scopes: [] } };
  const { tokenEndsAt, scopes } = account.standing;
  const endsAt = tokenEndsAt === null ? 0 : Math.floor(tokenEndsAt / 1000);
  return { data: { app_id: APP.id, application: APP.name, type: 'SYSTEM_USER', is_valid: true, expires_at: endsAt, scopes } };
}

/** The apps that hear an account: after an hour without an answer ours is none of them. */
export function subscribers({ kind, standing, webhook }: Account): Json {
  const apps = [...(standing.subscribed && !webhook?.disabled ? [APP] : []), ...standing.otherApps];
  const wrapped = (app: { readonly id: string }) => ({
    whatsapp_business_api_data: { ...app, link: `https://www.facebook.com/games/?app_id=${app.id}` },
  });
  return { data: apps.map((app) => (kind === 'whatsapp' ? wrapped(app) : { ...app, subscribed_fields: ['messages'] })) };
}

export function describedAccount({ id, kind, name, phone, businessId, standing }: Account): Json {
  if (kind === 'instagram')
    return { id: businessId, user_id: id, username: name, name, instagram_business_account: { id, username: name } };
  if (kind === 'messenger') return { id, name };
  const { quality, limit } = standing;
  return {
    id,
    verified_name: name,
    display_phone_number: `+${phone}`,
    quality_rating: quality,
    whatsapp_business_manager_messaging_limit: limit,
  };
}

/** The fields that were asked for, and the id; all of them when none was. A field that there is not is refused. */
export function picked(described: Json, fields: string | null): Json {
  if (!fields) return described;
  const names = fields.replace(/\{[^}]*\}/g, '').split(',');
  const unknown = names.find((name) => !(name in described));
  if (unknown) return refuse('parameter', `Tried accessing nonexisting field (${unknown})`);
  return Object.fromEntries(Object.entries(described).filter(([name]) => name === 'id' || names.includes(name)));
}
