import type { ContactDetailJson, ContactJson } from '../../src/http/schemas/contact';
import type { Workspace } from '../api/workspace-shape';
import { phoneText } from '../ticket/person';

type Known = Pick<ContactJson, 'name' | 'phone' | 'username'>;

/** What a contact is called: their name, else @name, else phone, else that they have none yet. */
export const contactName = ({ name, username, phone }: Known, noName: string): string =>
  name ?? (username ? `@${username}` : phone ? phoneText(phone) : noName);

/** What stands below the name: how one reaches them, without saying the name again. */
export function contactAddress(contact: Known): string {
  const said = [contact.phone && phoneText(contact.phone), contact.username && `@${contact.username}`];
  const name = contactName(contact, '');
  return said.filter((one) => one && one !== name).join(', ');
}

interface Way {
  readonly chatId: string;
  readonly channel: Workspace['channels'][number];
  /** The name that the network gives them, as people say it; null for a number that only the network knows. */
  readonly address: string | null;
  /** What one writes to reach them there; null where nothing does. */
  readonly to: string | null;
}

type Named = ContactDetailJson['aliases'][number];

/** On which channels they write, and as whom. A channel that is gone is left out. */
export function waysTo({ chats, aliases }: Pick<ContactDetailJson, 'chats' | 'aliases'>, channels: Workspace['channels']): readonly Way[] {
  return chats.flatMap(({ chatId, channelId }) => {
    const channel = channels.find(({ id }) => id === channelId);
    if (!channel) return [];
    const named = (kind: Named['kind']) => aliases.find((one) => one.chatId === chatId && one.kind === kind && one.until === null)?.value;
    const [phone, username] = [named('phone'), named('username')];
    const address = phone ? phoneText(phone) : username ? `@${username}` : null;
    return [{ chatId, channel, address, to: (phone && phoneText(phone)) || (named('user_id') ?? null) }];
  });
}

/** The ways on which we may write first. */
export const waysToBegin = (ways: readonly Way[]): readonly (Way & { readonly to: string })[] =>
  ways.filter((way): way is Way & { readonly to: string } => way.channel.capabilities.startsChats && way.to !== null);

/** A name of theirs as people read it. */
export const aliasText = ({ kind, value }: { readonly kind: string; readonly value: string }): string =>
  kind === 'phone' ? phoneText(value) : kind === 'username' ? `@${value}` : value;
