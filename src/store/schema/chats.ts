import type { Chat } from '../../domain/chat';
import type { Contact, Identity } from '../../domain/contact';
import type { Message } from '../../domain/message';
import type { Early } from '../../ports/store';
import { flag, id, instant, integer, json, key, maybe, plain, providerId, type Table, text, word } from '../columns';
import { fromItsEnd, nameIn, nameWords, oneWord, soughtAs } from '../words';

export const CONTACTS: Table<Contact> = {
  name: 'contacts',
  primary: ['id'],
  columns: {
    id,
    name: maybe(text),
    phone: maybe(text),
    username: maybe(text),
    avatarUrl: maybe(text),
    blocked: flag,
    fields: maybe(json),
    mergedInto: maybe(id),
    phonebookName: maybe(text),
    profileName: maybe(text),
    namedAt: maybe(instant),
    formerly: maybe(json),
    createdAt: instant,
    updatedAt: instant,
    version: integer,
  },
  // What a contact is found by: the first words of the name and its last, the user name, and the phone from its end.
  derived: {
    word1: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[0] },
    word2: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[1] },
    word3: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[2] },
    word4: { ...maybe(key(48)), from: ({ username }) => oneWord(username ?? '') },
    phoneEnd: { ...maybe(key(48)), from: ({ phone }) => (phone ? fromItsEnd(phone) : null) },
  },
  apart: {},
  indexes: [
    { name: 'contacts_word1', on: ['word1', 'id'] },
    { name: 'contacts_word2', on: ['word2', 'id'] },
    { name: 'contacts_word3', on: ['word3', 'id'] },
    { name: 'contacts_word4', on: ['word4', 'id'] },
    { name: 'contacts_phone', on: ['phoneEnd', 'id'] },
    { name: 'contacts_merged', on: ['mergedInto'] },
  ],
};

/** What a name is found by: from its end when it is a number, else as one word; and the same of the network's own spelling. */
export const SOUGHT = {
  alias: { ...maybe(key(48)), from: ({ key: name }: Pick<Identity, 'key'>) => soughtAs(nameIn(name)) },
  spelt: { ...maybe(key(48)), from: ({ spelling }: Pick<Identity, 'spelling'>) => (spelling === null ? null : soughtAs(spelling)) },
};

export const IDENTITIES: Table<Identity> = {
  name: 'identities',
  primary: ['channelId', 'key'],
  columns: { channelId: id, key: providerId, chatId: id, contactId: id, createdAt: instant, spelling: maybe(text), source: maybe(word) },
  derived: SOUGHT,
  apart: {},
  indexes: [
    { name: 'identities_contact', on: ['contactId'] },
    { name: 'identities_alias', on: ['alias', 'contactId'] },
    { name: 'identities_spelt', on: ['spelt', 'contactId'] },
  ],
};

export const CHATS: Table<Chat> = {
  ...plain,
  name: 'chats',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    contactId: id,
    address: json,
    seq: integer,
    rev: integer,
    turn: integer,
    heardAt: instant,
    lastCustomerSeq: integer,
    windowFrom: maybe(instant),
    lastTicketId: maybe(id),
    lastClosedAt: maybe(instant),
    lastClosedSeq: integer,
    lastAssigneeId: maybe(id),
    bot: maybe(json),
    readUpTo: maybe(instant),
    deliveredUpTo: maybe(instant),
    heldBy: maybe(json),
    route: maybe(json),
    createdAt: instant,
    version: integer,
  },
  indexes: [{ name: 'chats_contact', on: ['contactId'] }],
};

export const MESSAGES: Table<Message> = {
  name: 'messages',
  primary: ['id'],
  columns: {
    id,
    chatId: id,
    channelId: id,
    ticketId: maybe(id),
    seq: integer,
    rev: integer,
    direction: word,
    author: json,
    content: json,
    replyTo: maybe(id),
    replyToProvider: maybe(providerId),
    reactions: json,
    sentAt: instant,
    heardAt: instant,
    editedAt: maybe(instant),
    deletedAt: maybe(instant),
    delivery: maybe(json),
    providerMessageId: maybe(providerId),
    context: maybe(json),
    mentions: maybe(json),
    former: maybe(json),
    importedAt: maybe(instant),
  },
  derived: { deliveryStatus: { ...maybe(word), from: (message) => message.delivery?.status ?? null } },
  apart: {},
  indexes: [
    { name: 'messages_provider', on: ['channelId', 'providerMessageId'], unique: true },
    { name: 'messages_chat', on: ['chatId', 'sentAt', 'seq'] },
    { name: 'messages_ticket', on: ['ticketId', 'sentAt', 'seq'] },
    { name: 'messages_changed', on: ['chatId', 'rev'] },
  ],
};

export const EARLY: Table<Early> = {
  ...plain,
  name: 'early',
  primary: ['id'],
  columns: { id, channelId: id, target: providerId, about: json, eventId: maybe(id), heardAt: instant },
  indexes: [
    { name: 'early_target', on: ['channelId', 'target'] },
    { name: 'early_age', on: ['heardAt'] },
  ],
};
