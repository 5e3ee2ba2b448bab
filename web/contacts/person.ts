import type { ContactJson } from '../../src/http/schemas/contact';
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
}

/** On which channels they write, and as whom. A channel that is gone is left out. */
export function waysTo({ identities, phone, username }: ContactJson, channels: Workspace['channels']): readonly Way[] {
  return identities.flatMap(({ channelId, chatId, key }) => {
    const channel = channels.find(({ id }) => id === channelId);
    if (!channel) return [];
    const digits = channel.kind.startsWith('whatsapp') ? (phone ?? (/^\d{7,15}$/.test(key) ? key : null)) : null;
    const address = digits ? phoneText(digits) : channel.kind === 'instagram' && username ? `@${username}` : null;
    return [{ chatId, channel, address }];
  });
}

/** The ways on which we may write first. */
export const waysToBegin = (ways: readonly Way[]): readonly (Way & { readonly address: string })[] =>
  ways.filter((way): way is Way & { readonly address: string } => way.channel.capabilities.startsChats && way.address !== null);
