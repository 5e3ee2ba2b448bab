export const inbox = {};
export type InboxWords = typeof inbox;
