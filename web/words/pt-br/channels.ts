import type { ChannelsWords } from '../en/channels';

export const channels: ChannelsWords = {};
