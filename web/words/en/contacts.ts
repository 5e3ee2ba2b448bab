export const contacts = {};
export type ContactsWords = typeof contacts;
