export const channels = {};
export type ChannelsWords = typeof channels;
