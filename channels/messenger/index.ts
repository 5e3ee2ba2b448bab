import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { DIGITS, ONE_WORD } from '../common/patterns';
import { fetchMedia } from '../meta/messaging/fetch-media';
import { handshake, isSigned, signed } from '../meta/signature';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { FIELDS, fieldOf } from './field';
import { hear } from './hear';
import { address, alias } from './identity';
import { react, seen, send, typing, upload } from './send';

const HOUR = 60 * 60 * 1000;

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'pageId',      required: true,  secret: false, pattern: DIGITS,   says: 'ID of the Facebook Page, under its "Page transparency"' },
  { name: 'accessToken', required: true,  secret: true,  pattern: ONE_WORD, says: 'Page access token with pages_messaging and pages_manage_metadata' },
  { name: 'appSecret',   required: true,  secret: true,  pattern: ONE_WORD, says: 'App secret: App settings > Basic; it signs every webhook' },
  { name: 'verifyToken', required: false, secret: false, made: true, says: 'Any word that you also paste at Meta; made up for you when left empty' },
];

/** Messages to a Facebook Page. */
export const messenger: ChannelKind = {
  kind: 'messenger',
  title: 'Messenger',
  config: CONFIG,
  accounts: ({ pageId }) => (pageId ? [pageId] : []),
  capabilities: CAPABILITIES,
  window: { freeText: 24 * HOUR, humanAgent: 7 * 24 * HOUR, templates: false },
  webhook: { fields: FIELDS, secret: 'appSecret', handshake, signed, isSigned, fieldOf },
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
};
