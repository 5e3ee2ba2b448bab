import type { Instant } from '../ticket';

/** One contact was found to be another; `undoneAt`: until somebody parted them again. */
export interface Merged {
  readonly goneId: string;
  readonly keptId: string;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
  /** The chats that went over. */
  readonly chatIds: readonly string[];
}

export interface WhoThen {
  /** Who a contact was found to be by then. */
  contact(id: string): string;
  /** Whose a chat was then; `contactId`: whose it is now. */
  chat(chatId: string, contactId: string): string;
}

/** Who was who at a moment. */
export function whoAt(merges: readonly Merged[], at: Instant): WhoThen {
  const into = new Map(merges.filter((one) => one.at <= at && (one.undoneAt ?? at + 1) > at).map(({ goneId, keptId }) => [goneId, keptId]));
  const later = merges.filter((one) => one.at > at && one.undoneAt === null).sort((a, b) => b.at - a.at);
  const before = new Map(later.flatMap(({ goneId, chatIds }) => chatIds.map((chatId) => [chatId, goneId] as const)));
  const contact = (id: string): string => {
    let who = id;
    for (let steps = 0; steps <= into.size; steps++) who = into.get(who) ?? who;
    return who;
  };
  return { contact: into.size === 0 ? (id) => id : contact, chat: (chatId, contactId) => contact(before.get(chatId) ?? contactId) };
}
