import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { ONE_WORD } from '../common/patterns';
import { answer } from './answer';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { fetchMedia } from './fetch-media';
import { handOff } from './hand-off';
import { hear } from './hear';
import { address, alias } from './identity';
import { admits, appOf } from './proof';
import { send, typing } from './send';

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'appId',       required: true,  secret: false, pattern: ONE_WORD, says: 'Microsoft app ID of the Azure Bot' },
  { name: 'appPassword', required: true,  secret: true,  pattern: ONE_WORD, says: 'Value of a client secret of that app (not the secret’s ID)' },
  { name: 'tenantId',    required: false, secret: false, pattern: ONE_WORD, says: 'Directory (tenant) ID of a single-tenant app; empty for a multi-tenant one' },
];

/** Microsoft Teams, Web Chat, Direct Line and whatever else the Bot Framework's service connects. */
export const botframework: ChannelKind = {
  kind: 'botframework',
  title: 'Bot Framework',
  config: CONFIG,
  accounts: ({ appId }) => (appId ? [appId.toLowerCase()] : []),
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  hear,
  door: { path: '/api/messages', accountOf: appOf, admits, answer },
  handOff,
  address,
  alias,
  send,
  fetchesLinks: true,
  fetchMedia,
  typing,
  check,
};
