import type { Heard, HeardAccount } from '../../src/ports/channel';
import { type Json, listOf, objectOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import type { Place } from '../meta/envelope';
import { problemOf } from '../meta/errors';

type Severity = HeardAccount['severity'];

/** How loud an account's news is, by field, and by event where one is louder than its field. */
// biome-ignore format: a table is read in columns
const SEVERITIES: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['account_alerts',                                  'info'],
  ['account_review_update',                           'info'],
  ['account_review_update:REJECTED',                  'alarm'],
  ['account_update',                                  'info'],
  ['account_update:ACCOUNT_DELETED',                  'paused'],
  ['account_update:ACCOUNT_RESTRICTION',              'alarm'],
  ['account_update:ACCOUNT_VIOLATION',                'alarm'],
  ['account_update:ACCOUNT_OFFBOARDED',               'alarm'],
  ['account_update:PARTNER_REMOVED',                  'alarm'],
  ['account_update:PARTNER_APP_UNINSTALLED',          'alarm'],
  ['account_update:DISABLED_UPDATE:DISABLE',          'paused'],
  ['account_update:DISABLED_UPDATE:SCHEDULE_FOR_DISABLE', 'alarm'],
  ['account_update:DISABLED_UPDATE:REINSTATE',        'info'],
  ['account_update:DISABLED_UPDATE',                  'alarm'],
  ['business_capability_update',                      'info'],
  ['flows',                                           'info'],
  ['partner_solutions',                               'info'],
  ['payment_configuration_update',                    'info'],
  ['phone_number_name_update',                        'info'],
  ['phone_number_quality_update',                     'info'],
  ['phone_number_quality_update:DOWNGRADE',           'alarm'],
  ['phone_number_quality_update:FLAGGED',             'alarm'],
  ['security',                                        'alarm'],
]);

export function isAboutAccount(field: string): boolean {
  return SEVERITIES.has(field);
}

export function hearAccount(place: Place, field: string, value: Json): Heard {
  const event = wordOf(value.event) ?? wordOf(value.decision);
  const state = wordOf(objectOf(value.ban_info).waba_ban_state);
  const names = [field, `${field}:${event}`, `${field}:${event}:${state}`];
  const severity = names.map((name) => SEVERITIES.get(name)).findLast((found) => found !== undefined) ?? 'info';
  return {
    type: 'account',
    ...place,
    event: (event ? `${field}:${event}` : field).slice(0, 100),
    severity,
    detail: speakable(detailOf(field, value), []),
    ...endsOf(names),
    ...qualityOf(field, value),
  };
}

/** What good news takes back. */
const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['account_review_update:APPROVED', ['account_review_update']],
  ['account_update:DISABLED_UPDATE:REINSTATE', ['account_update']],
  ['account_update:ACCOUNT_RECONNECTED', ['account_update']],
  ['phone_number_quality_update:UPGRADE', ['phone_number_quality_update']],
  ['phone_number_quality_update:UNFLAGGED', ['phone_number_quality_update']],
]);

function endsOf(names: readonly string[]): Pick<HeardAccount, 'ends'> {
  const ends = names.flatMap((name) => ENDS.get(name) ?? []);
  return ends.length > 0 ? { ends } : {};
}

/** A number that is flagged is rated low; the limit is of the whole business. */
function qualityOf(
  field: string,
  { event, max_daily_conversations_per_business: most, current_limit: current }: Json,
): Pick<HeardAccount, 'quality'> {
  if (field !== 'phone_number_quality_update') return {};
  const rating = event === 'FLAGGED' ? ('red' as const) : event === 'UNFLAGGED' ? ('yellow' as const) : null;
  return { quality: { rating, limit: wordOf(most) ?? wordOf(current) } };
}

/** An error of the whole value, about no message: the account itself is in trouble. */
export function hearAccountError(place: Place, error: unknown): Heard {
  const { code, providerCode, detail } = problemOf(error);
  return { type: 'account', ...place, event: `error:${providerCode ?? code}`, severity: 'alarm', detail };
}

/** The words that an operator needs, in the order in which they narrow it down. */
function detailOf(field: string, value: Json): string {
  const ban = objectOf(value.ban_info);
  const restrictions = listOf(value.restriction_info).map((restriction) => objectOf(restriction).restriction_type);
  const told = [
    value.event,
    value.decision,
    objectOf(value.violation_info).violation_type,
    ban.waba_ban_state,
    ban.waba_ban_date,
    ...restrictions,
    value.reason,
    objectOf(value.rejection_info).reason,
    value.max_daily_conversations_per_business,
    value.rejection_reason,
  ];
  return told.filter((word) => typeof word === 'string' && word !== '').join(', ') || field;
}
