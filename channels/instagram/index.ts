import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { DIGITS, ONE_WORD } from '../common/patterns';
import { fetchMedia } from '../meta/messaging/fetch-media';
import { handshake, isSigned, signed } from '../meta/signature';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { fieldOf } from './field';
import { react, seen, typing } from './gestures';
import { hear } from './hear';
import { address, alias } from './identity';
import { send } from './send';
import { upload } from './upload';

const HOUR = 60 * 60 * 1000;

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'accountId',   required: true,  secret: false, pattern: DIGITS,   says: 'Instagram professional account id: user_id of /me?fields=user_id (not id)' },
  { name: 'appScopedId', required: false, secret: false, pattern: DIGITS,   says: 'id of /me?fields=id, if webhooks arrive under that one' },
  { name: 'accessToken', required: true,  secret: true,  pattern: ONE_WORD, says: 'Long-lived Instagram token, or the token of the linked Page, as the log-in says' },
  { name: 'appSecret',   required: true,  secret: true,  pattern: ONE_WORD, says: 'Instagram app secret with the Instagram log-in, Meta app secret with the Facebook log-in; it signs every webhook' },
  { name: 'verifyToken', required: false, secret: false, made: true, says: 'Any word that you also paste at Meta; made up for you when left empty' },
  { name: 'login',       required: true,  secret: false, choices: ['instagram', 'facebook'], says: 'Through which log-in the account was connected' },
];

/** Instagram direct messages, through the Instagram log-in or through a linked Facebook Page. */
export const instagram: ChannelKind = {
  kind: 'instagram',
  title: 'Instagram',
  config: CONFIG,
  accounts: ({ accountId, appScopedId }) => [...(accountId ? [accountId] : []), ...(appScopedId ? [appScopedId] : [])],
  capabilities: CAPABILITIES,
  window: { freeText: 24 * HOUR, humanAgent: 7 * 24 * HOUR, templates: false },
  webhook: {
    // biome-ignore format: groups read better than one line each
    fields: [
      'messages', 'message_edit', 'message_reactions', 'messaging_postbacks', 'messaging_referral', 'messaging_seen',
      'messaging_handover', 'messaging_optins', 'standby',
    ],
    secret: 'appSecret',
    handshake,
    signed,
    isSigned,
    fieldOf,
  },
  hear,
  address,
  alias,
  send,
  upload,
  fetchesLinks: true,
  keepsMedia: 24 * HOUR,
  fetchMedia,
  react,
  seen,
  typing,
  check,
  tokenLife: ({ login }) => (login === 'instagram' ? 60 * 24 * HOUR : null),
};
