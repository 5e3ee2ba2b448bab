import type { ChannelConfig, OutboundFile, Outside, Uploaded } from '../../src/ports/channel';
import { attach } from '../meta/messaging/way';
import { INSTAGRAM } from './send';

export const upload = (config: ChannelConfig, file: OutboundFile, outside: Outside): Promise<Uploaded> =>
  attach(INSTAGRAM, { platform: 'instagram' }, config, file, outside);
