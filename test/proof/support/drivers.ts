import { join } from 'node:path';
import { driveBotFramework } from '../../channels/botframework/driver';
import { driveInstagram } from '../../channels/instagram/driver';
import { driveMessenger } from '../../channels/messenger/driver';
import { recorded } from '../../channels/support/heard';
import { driveTelegram } from '../../channels/telegram/driver';
import { driveWebchat } from '../../channels/webchat/driver';
import { WORDS } from '../../channels/webchat/words';
import { driveWebhook } from '../../channels/webhook/driver';
import { FIXTURES, TOLD } from '../../channels/webhook/posts';
import { driveWhatsApp } from '../../channels/whatsapp-cloud/driver';
import { driveWhatsAppWeb } from '../../channels/whatsapp-web/driver';
import type { Driver } from './driver';

export interface Driven {
  readonly kind: string;
  readonly drive: Driver;
  /** Everything that was recorded of the network; none where the house itself is the network. */
  readonly told: readonly unknown[];
}

const recordedOf = (folder: string): readonly unknown[] =>
  recorded(join(__dirname, '..', '..', 'channels', folder, 'fixtures')).map(({ body }) => body);

/** Every kind of channel, from its customer's side. */
// biome-ignore format: a table is read in columns
export const DRIVERS: readonly Driven[] = [
  { kind: 'whatsapp_cloud', drive: driveWhatsApp,  told: recordedOf('whatsapp-cloud') },
  { kind: 'instagram',      drive: driveInstagram, told: recordedOf('instagram') },
  { kind: 'messenger',      drive: driveMessenger, told: recordedOf('messenger') },
  { kind: 'botframework',   drive: driveBotFramework, told: recordedOf('botframework') },
  { kind: 'whatsapp_web',   drive: driveWhatsAppWeb, told: recordedOf('whatsapp-web') },
  { kind: 'telegram',       drive: driveTelegram,  told: recordedOf('telegram') },
  { kind: 'webchat',        drive: driveWebchat,   told: WORDS.map(({ body }) => body) },
  { kind: 'webhook',        drive: driveWebhook,   told: [...TOLD.map(([, body]) => body), ...FIXTURES.map(([, { raw_body }]) => JSON.parse(raw_body) as unknown)] },
];
