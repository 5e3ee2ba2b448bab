import type { Identity } from '../../domain/contact';
import type { Instant } from '../../domain/ticket';
import type { Alias } from '../../ports/channel';
import type { House, PastIdentity } from '../../ports/store';
import type { Desk } from '../desk';

type Looking = Pick<Desk, 'kinds'> & { readonly house: Pick<House, 'channels'> };

/** A name of a contact, as people read it. */
export interface Known extends Alias {
  readonly channelId: string;
  readonly chatId: string;
  readonly since: Instant;
  /** null = it holds. */
  readonly until: Instant | null;
  readonly source: Identity['source'];
}

/** What kind of name a key is; user names are alike in all networks. */
export function aliasOf({ kinds, house }: Looking, channelId: string, key: string): Alias {
  if (key.startsWith('@')) return { kind: 'username', value: key.slice(1) };
  const channel = house.channels.find(({ id }) => id === channelId);
  return kinds.get(channel?.kind ?? '')?.alias?.(key) ?? { kind: 'other', value: key };
}

/** All names of a contact: those that hold first, then the former ones, newest first. What was only claimed was never theirs. */
export function aliasesOf(looking: Looking, now: readonly Identity[], past: readonly PastIdentity[]): Known[] {
  const held = past.filter(({ reason }) => reason !== 'claimed').sort((a, b) => b.until - a.until);
  return [...now.map((one) => ({ ...one, until: null })), ...held].map((one) => {
    const { kind, value } = aliasOf(looking, one.channelId, one.key);
    const { channelId, chatId, createdAt, until, source } = one;
    return { kind, value: one.spelling ?? value, channelId, chatId, since: createdAt, until, source: source as Identity['source'] };
  });
}
