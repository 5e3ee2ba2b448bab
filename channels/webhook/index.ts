import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { MediaFailure } from '../../src/ports/channel';
import { openLink } from '../common/open-link';
import { api } from './api';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { react, seen, typing } from './gestures';
import { hear } from './hear';
import { address, alias } from './identity';
import { send } from './send';
import { isSigned, nameOf, signed } from './signature';

const SECRET = { source: '^(whsec_[A-Za-z0-9+/]+={0,2}|(?!whsec_)[!-~]+)$', says: 'whsec_ and base64, or one word without spaces' };
const ADDRESS = { source: '^https?://[^\\s/?#]+\\S*$', says: 'an http or https address' };

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'secret',      required: true, secret: true,  pattern: SECRET,  says: 'What both sides sign with: whsec_ and the base64 of 24 to 64 random bytes' },
  { name: 'outboundUrl', required: true, secret: false, pattern: ADDRESS, says: 'Where the desk POSTs what it has to say; each channel has its own' },
];

/** A channel of one's own: signed JSON both ways, by Standard Webhooks (CHANNELS §8). */
export const webhook: ChannelKind = {
  kind: 'webhook',
  title: 'Webhook',
  config: CONFIG,
  accounts: ({ outboundUrl }) => (outboundUrl ? [outboundUrl] : []),
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  hear,
  webhook: { fields: [], secret: 'secret', signed, isSigned, nameOf, fieldOf: () => null },
  address,
  alias,
  send,
  fetchesLinks: true,
  async fetchMedia(_config, { url }, outside) {
    if (url === null) throw new MediaFailure('never', 'gone', 'The provider gave no link');
    return openLink(outside, url);
  },
  react,
  seen,
  typing,
  check,
  api,
};
