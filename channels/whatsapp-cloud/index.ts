import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { DIGITS, ONE_WORD } from '../common/patterns';
import { fieldOf } from '../meta/field';
import { handshake, isSigned, signed } from '../meta/signature';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { fetchMedia } from './fetch-media';
import { react, seen, typing } from './gestures';
import { hear } from './hear';
import { address, alias } from './identity';
import { send } from './send';
import { templates } from './templates';
import { upload } from './upload';

const HOUR = 60 * 60 * 1000;
const APP_DIGITS = { ...DIGITS, says: 'digits only, as the app dashboard shows it' };

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'phoneNumberId',     required: true,  secret: false, pattern: APP_DIGITS, says: 'Phone number ID: WhatsApp > API Setup in the app dashboard (not the phone number itself)' },
  { name: 'businessAccountId', required: true,  secret: false, pattern: APP_DIGITS, says: 'WhatsApp Business Account ID, beside the phone number ID' },
  { name: 'accessToken',       required: true,  secret: true,  pattern: ONE_WORD,   says: 'Token of a system user with whatsapp_business_messaging and whatsapp_business_management' },
  { name: 'appSecret',         required: true,  secret: true,  pattern: ONE_WORD,   says: 'App secret: App settings > Basic; it signs every webhook' },
  { name: 'verifyToken',       required: false, secret: false, made: true,          says: 'Any word that you also paste at Meta; made up for you when left empty' },
];

/** WhatsApp through Meta's Cloud API. */
export const whatsappCloud: ChannelKind = {
  kind: 'whatsapp_cloud',
  title: 'WhatsApp (Cloud API)',
  config: CONFIG,
  // News about the whole account names no number, only the account.
  accounts: ({ phoneNumberId, businessAccountId }) => [
    ...(phoneNumberId ? [phoneNumberId] : []),
    ...(businessAccountId ? [`waba:${businessAccountId}`] : []),
  ],
  capabilities: CAPABILITIES,
  window: { freeText: 24 * HOUR, humanAgent: null, templates: true },
  webhook: {
    // biome-ignore format: groups read better than one line each
    fields: [
      'messages', 'smb_message_echoes', 'history', 'smb_app_state_sync', 'user_id_update', 'user_preferences',
      'account_alerts', 'account_review_update', 'account_update', 'business_capability_update', 'phone_number_name_update', 'phone_number_quality_update', 'security',
      'message_template_components_update', 'message_template_quality_update', 'message_template_status_update', 'template_category_update',
    ],
    secret: 'appSecret',
    handshake,
    signed,
    isSigned,
    fieldOf: (raw) => fieldOf(raw),
  },
  hear,
  address,
  alias,
  templates,
  send,
  upload,
  keepsMedia: 7 * 24 * HOUR,
  fetchMedia,
  react,
  seen,
  typing,
  check,
};
