import type { Desk } from '../../actions/desk';
import { aliasesOf } from '../../actions/people/aliases';
import type { Contact, Identity } from '../../domain/contact';
import { fieldsOf, shownFields } from '../../domain/fields';
import type { House } from '../../ports/store';
import type { ContactDetailJson, ContactJson } from '../schemas/contact';
import { iso } from './time';

/** A contact, and of their chats and names those that somebody may see. */
export interface InSight {
  readonly contact: Contact;
  /** Whether they see every chat there is. */
  readonly all: boolean;
  readonly chats: readonly { readonly chatId: string; readonly channelId: string }[];
  readonly identities: readonly Identity[];
}

export function contactJson({ fields }: Pick<House, 'fields'>, { contact, chats, identities }: InSight): ContactJson {
  const { id, name, phone, username, avatarUrl, blocked, phonebookName, profileName, version } = contact;
  return {
    id,
    name,
    phone,
    username,
    avatarUrl,
    blocked,
    phonebookName,
    profileName,
    fields: shownFields(contact.fields, fieldsOf('contact', fields)),
    identities: identities.map(({ channelId, chatId, key }) => ({ channelId, chatId, key })),
    chats: chats.map(({ chatId, channelId }) => ({ chatId, channelId })),
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
    version,
  };
}

type Around = Pick<Desk, 'kinds' | 'store'> & { readonly house: Pick<House, 'fields' | 'channels'> };

/** With every name that a network has or had for them, and who was made one with them. */
export async function contactDetail(around: Around, seen: InSight): Promise<ContactDetailJson> {
  const { reads } = around.store;
  const { contact, chats, identities } = seen;
  const [past, merges] = await Promise.all([reads.pastIdentitiesOf(contact.id), mergesInSight(reads, seen)]);
  const gone = new Map(
    (await reads.contactsByIds(merges.map(({ goneId }) => goneId))).map(({ id, name, phone, username }) => [
      id,
      { id, name, phone, username },
    ]),
  );
  const mine = past.filter(({ chatId }) => chats.some((chat) => chat.chatId === chatId));
  return {
    ...contactJson(around.house, seen),
    aliases: aliasesOf(around, identities, mine).map(({ since, until, ...alias }) => ({
      ...alias,
      since: iso(since),
      until: until === null ? null : iso(until),
    })),
    merges: merges.map(({ id, goneId, by, at, undoneAt }) => ({
      id,
      contact: gone.get(goneId) ?? { id: goneId, name: null, phone: null, username: null },
      by: { kind: by.kind, id: by.id, name: by.name },
      at: iso(at),
      undoneAt: undoneAt === null ? null : iso(undoneAt),
    })),
  };
}

/** Who was made one with a contact; of somebody whose every chat is out of sight nothing is told. */
export async function mergesInSight({ mergesInto }: Pick<Desk['store']['reads'], 'mergesInto'>, { contact, all, chats }: InSight) {
  const merges = await mergesInto(contact.id);
  return merges.filter(({ moved }) => all || chats.some(({ chatId }) => (moved.chatIds as readonly string[]).includes(chatId)));
}
