/** What a network's limit is about, as the desk keeps it: one chat, one connected account, or the app that several accounts share. */
export const ofRecipient = (chatId: string): string => `recipient:${chatId}`;
export const ofNumber = (channelId: string): string => `number:${channelId}`;
export const ofApp = (mark: string): string => `app:${mark}`;
