import type { ChannelKind } from '../../src/ports/channel';
import { CAPABILITIES } from './capabilities';
import type { MakeClient } from './client';
import { hear } from './hear';
import { address, alias } from './identity';
import { openWebLine } from './line';
import { fetchMedia, react, seen, send, typing } from './send';

const HOUR = 60 * 60 * 1000;

/** The kind over whatever makes its clients: the library, or what stands in for it. */
export const whatsappWebOver = (make: MakeClient): ChannelKind => ({
  kind: 'whatsapp_web',
  title: 'WhatsApp Web (unofficial)',
  config: [],
  accounts: () => [],
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  hear,
  line: { wanted: () => true, carries: true, open: async (_, given) => openWebLine(make, given) },
  address,
  alias,
  send,
  keepsMedia: 14 * 24 * HOUR,
  fetchMedia,
  react,
  seen,
  typing,
});

/**
 * WhatsApp through the phone that a shop has: whatsapp-web.js in the system's Chrome, as one more linked device. Nothing of either
 * is loaded before a channel of the kind is there.
 */
export const whatsappWeb = whatsappWebOver(async (making) => (await import('./real-client.js')).realClient(making));
