import type {
  ChannelHealth,
  ContactMerge,
  DifferentPeople,
  Media,
  PastIdentity,
  Pause,
  PhonebookEntry,
  ProviderMedia,
  Template,
  TemplateList,
} from '../../ports/store';
import { id, instant, integer, json, key, maybe, plain, providerId, type Table, text, word } from '../columns';
import { SOUGHT } from './chats';

export const MEDIA: Table<Media> = {
  ...plain,
  name: 'media',
  primary: ['id'],
  columns: {
    id,
    channelId: maybe(id),
    chatId: maybe(id),
    messageId: maybe(id),
    uploadedBy: maybe(id),
    state: word,
    source: maybe(json),
    mime: text,
    bytes: integer,
    fileName: maybe(text),
    hash: maybe(key(64)),
    preview: maybe(key(64)),
    width: maybe(integer),
    height: maybe(integer),
    problem: maybe(json),
    createdAt: instant,
    settledAt: maybe(instant),
  },
  indexes: [
    { name: 'media_message', on: ['messageId'] },
    { name: 'media_chat', on: ['chatId'] },
    { name: 'media_hash', on: ['hash'] },
    { name: 'media_preview', on: ['preview'] },
    { name: 'media_age', on: ['state', 'createdAt'] },
  ],
};

export const PROVIDER_MEDIA: Table<ProviderMedia> = {
  ...plain,
  name: 'provider_media',
  primary: ['channelId', 'hash', 'type'],
  columns: { channelId: id, hash: key(64), type: word, providerId: text, createdAt: instant, expiresAt: maybe(instant) },
};

export const TEMPLATES: Table<Template> = {
  ...plain,
  name: 'templates',
  primary: ['channelId', 'name', 'language'],
  columns: {
    channelId: id,
    name: key(512),
    language: key(32),
    providerId: maybe(text),
    status: word,
    category: maybe(text),
    quality: maybe(text),
    reason: maybe(text),
    components: json,
    parameterFormat: maybe(word),
    syncedAt: instant,
  },
};

export const TEMPLATE_LISTS: Table<TemplateList> = {
  ...plain,
  name: 'template_lists',
  primary: ['channelId'],
  columns: { channelId: id, syncedAt: maybe(instant), triedAt: instant, problem: maybe(json) },
};

export const PAUSES: Table<Pause> = {
  ...plain,
  name: 'pauses',
  primary: ['scope'],
  columns: { scope: key(191), since: instant, until: instant, times: integer, code: text, providerCode: maybe(text), detail: text },
  indexes: [{ name: 'pauses_until', on: ['until'] }],
};

export const PAST_IDENTITIES: Table<PastIdentity> = {
  name: 'past_identities',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    key: providerId,
    chatId: id,
    contactId: id,
    createdAt: instant,
    until: instant,
    reason: word,
    spelling: maybe(text),
    source: maybe(word),
  },
  derived: SOUGHT,
  apart: {},
  indexes: [
    { name: 'past_identities_alias', on: ['alias', 'contactId'] },
    { name: 'past_identities_spelt', on: ['spelt', 'contactId'] },
    { name: 'past_identities_key', on: ['channelId', 'key'] },
    { name: 'past_identities_contact', on: ['contactId'] },
    { name: 'past_identities_chat', on: ['chatId'] },
  ],
};

export const CONTACT_MERGES: Table<ContactMerge> = {
  ...plain,
  name: 'contact_merges',
  primary: ['id'],
  columns: { id, keptId: id, goneId: id, by: json, at: instant, moved: json, undoneBy: maybe(json), undoneAt: maybe(instant) },
  indexes: [
    { name: 'contact_merges_kept', on: ['keptId'] },
    { name: 'contact_merges_gone', on: ['goneId'] },
  ],
};

export const DIFFERENT_PEOPLE: Table<DifferentPeople> = {
  ...plain,
  name: 'different_people',
  primary: ['oneId', 'otherId'],
  columns: { oneId: id, otherId: id, by: json, at: instant },
  indexes: [{ name: 'different_people_other', on: ['otherId'] }],
};

export const PHONEBOOK: Table<PhonebookEntry> = {
  ...plain,
  name: 'phonebook',
  primary: ['channelId', 'key'],
  columns: { channelId: id, key: providerId, name: maybe(text), at: instant },
};

export const CHANNEL_HEALTH: Table<ChannelHealth> = {
  ...plain,
  name: 'channel_health',
  primary: ['channelId'],
  columns: {
    channelId: id,
    state: word,
    since: instant,
    problems: json,
    memory: json,
    facts: maybe(json),
    known: json,
    checkedAt: maybe(instant),
    version: integer,
  },
};
