import { Desk1763769600000 } from './1763769600000-desk';
import { Bots1763856000000 } from './1763856000000-bots';
import { Early1763942400000 } from './1763942400000-early';
import { DeskApp1764028800000 } from './1764028800000-desk-app';
import { WebhookSigns1764032400000 } from './1764032400000-webhook-signs';
import { Trial1764036000000 } from './1764036000000-trial';
import { People1764115200000 } from './1764115200000-people';
import { Delivery1764201600000 } from './1764201600000-delivery';
import { Channels1764288000000 } from './1764288000000-channels';
import { Figures1764374400000 } from './1764374400000-figures';
import { PackedDays1764547200000 } from './1764547200000-packed-days';

/** Every migration, oldest first; a new one is a line here. */
export const MIGRATIONS = [
  Desk1763769600000,
  Bots1763856000000,
  Early1763942400000,
  DeskApp1764028800000,
  WebhookSigns1764032400000,
  Trial1764036000000,
  People1764115200000,
  Delivery1764201600000,
  Channels1764288000000,
  Figures1764374400000,
  PackedDays1764547200000,
];
