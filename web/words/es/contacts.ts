import type { ContactsWords } from '../en/contacts';

export const contacts: ContactsWords = {};
