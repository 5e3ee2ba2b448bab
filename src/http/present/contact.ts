import type { Contact, Identity } from '../../domain/chat';
import type { ContactJson } from '../schemas/contact';
import { iso } from './time';

export function contactJson(contact: Contact, identities: readonly Identity[]): ContactJson {
  const { id, name, phone, username, avatarUrl, blocked, version } = contact;
  return {
    id,
    name,
    phone,
    username,
    avatarUrl,
    blocked,
    identities: identities.map(({ channelId, chatId, key }) => ({ channelId, chatId, key })),
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
    version,
  };
}
