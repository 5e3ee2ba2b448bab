import type { Message, TicketEvent } from '../../api/types';

/**
 * A message as it was read at a moment: its words before a later edit, without later reactions, and not yet taken back. How far
 * it had got by then nobody has kept, so nothing is said of it. null = it was not heard yet.
 */
export function messageThen(message: Message, at: number): Message | null {
  if (Date.parse(message.heardAt) > at) return null;
  const isLater = (moment: string | null): boolean => moment !== null && Date.parse(moment) > at;
  const { former, ...rest } = message;
  const wording = former?.find(({ until }) => isLater(until));
  const earlier = former?.filter(({ until }) => !isLater(until)) ?? [];
  return {
    ...rest,
    content: wording?.content ?? message.content,
    ...(earlier.length > 0 ? { former: earlier } : {}),
    editedAt: isLater(message.editedAt) ? (earlier.at(-1)?.until ?? null) : message.editedAt,
    // What was taken back is gone: of a later moment it can only be said that it was there.
    reactions: message.reactions.filter((one) => !isLater(one.at)),
    delivery: null,
  };
}

/** What was said by a moment, oldest first; each message once. */
export function saidThen(messages: readonly Message[], at: number): Message[] {
  const known = new Map(messages.map((message) => [message.id, message]));
  return [...known.values()].flatMap((message) => messageThen(message, at) ?? []).sort((one, other) => one.seq - other.seq);
}

export const eventsThen = (events: readonly TicketEvent[], at: number): TicketEvent[] =>
  events.filter((event) => Date.parse(event.at) <= at);
