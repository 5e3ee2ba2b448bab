import type { Heard, HeardAccount } from '../../src/ports/channel';
import type { Place } from '../meta/envelope';
import { problemOf } from '../meta/errors';
import { type Json, listOf, objectOf, wordOf } from '../meta/json';
import { speakable } from '../meta/speakable';

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
  ['message_template_components_update',              'info'],
  ['message_template_quality_update',                 'info'],
  ['message_template_status_update',                  'info'],
  ['partner_solutions',                               'info'],
  ['payment_configuration_update',                    'info'],
  ['phone_number_name_update',                        'info'],
  ['phone_number_quality_update',                     'info'],
  ['phone_number_quality_update:DOWNGRADE',           'alarm'],
  ['phone_number_quality_update:FLAGGED',             'alarm'],
  ['security',                                        'alarm'],
  ['template_category_update',                        'info'],
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
  };
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
    value.message_template_name,
    value.message_template_language,
    value.new_quality_score,
    value.new_category,
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
