import { objectOf } from '../common/json';
import { type FieldOf, type Fields, fieldBy } from '../meta/messaging/field';

/** What a Page is subscribed to. */
// biome-ignore format: groups read better than one line each
export const FIELDS: readonly string[] = [
  'messages', 'message_echoes', 'message_edits', 'message_reactions', 'message_deliveries', 'message_reads',
  'messaging_postbacks', 'messaging_referrals', 'messaging_optins', 'messaging_account_linking', 'messaging_policy_enforcement',
  'messaging_handovers', 'standby',
];

const BY_EVENT: Fields = new Map<string, FieldOf>([
  ['message', (item) => (objectOf(item.message).is_echo === true ? 'message_echoes' : 'messages')],
  ['postback', 'messaging_postbacks'],
  ['message_edit', 'message_edits'],
  ['reaction', 'message_reactions'],
  ['delivery', 'message_deliveries'],
  ['read', 'message_reads'],
  ['referral', 'messaging_referrals'],
  ['optin', 'messaging_optins'],
  ['account_linking', 'messaging_account_linking'],
  ['policy_enforcement', 'messaging_policy_enforcement'],
  ['pass_thread_control', 'messaging_handovers'],
  ['take_thread_control', 'messaging_handovers'],
  ['request_thread_control', 'messaging_handovers'],
  ['app_roles', 'messaging_handovers'],
]);

export const fieldOf = fieldBy(BY_EVENT);
