import type { ChannelKind } from '../src/ports/channel';
import { botframework } from './botframework';
import { instagram } from './instagram';
import { messenger } from './messenger';
import { telegram } from './telegram';
import { webchat } from './webchat';
import { webhook } from './webhook';
import { whatsappCloud } from './whatsapp-cloud';
import { whatsappWeb } from './whatsapp-web';

/** The networks that the desk can speak. A new one is a folder beside these and a line here. */
export const CHANNELS: readonly ChannelKind[] = [
  whatsappCloud,
  instagram,
  messenger,
  whatsappWeb,
  telegram,
  botframework,
  webchat,
  webhook,
];
