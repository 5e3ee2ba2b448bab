import type { Contact, Identity } from '../../domain/chat';
import { fieldsOf, shownFields } from '../../domain/fields';
import type { House } from '../../ports/store';
import type { ContactJson } from '../schemas/contact';
import { iso } from './time';

export function contactJson({ fields }: Pick<House, 'fields'>, contact: Contact, identities: readonly Identity[]): ContactJson {
  const { id, name, phone, username, avatarUrl, blocked, version } = contact;
  return {
    id,
    name,
    phone,
    username,
    avatarUrl,
    blocked,
    fields: shownFields(contact.fields, fieldsOf('contact', fields)),
    identities: identities.map(({ channelId, chatId, key }) => ({ channelId, chatId, key })),
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
    version,
  };
}
