import { isSeenBy, type SeenBy } from '../../domain/access';
import { previewOf } from '../../domain/content';
import type { MentionView, UnseenMentions } from '../../ports/store';
import type { MentionJson } from '../schemas/mention';
import { iso, isoOrNull } from './time';

/** How many notes an agent has not seen that name them, in tickets that they may see. */
export const unseenBy = (agentId: string, sight: SeenBy | null, unseen: readonly UnseenMentions[]): number =>
  unseen.filter((one) => one.agentId === agentId && isSeenBy(one, sight)).reduce((sum, { mentions }) => sum + mentions, 0);

export const mentionJson = ({ mention, message: { author, content }, ticketNumber, contactName }: MentionView): MentionJson => ({
  messageId: mention.messageId,
  ticketId: mention.ticketId,
  ticketNumber,
  contactName,
  author: { id: author.id, name: author.name },
  text: previewOf(content),
  at: iso(mention.at),
  seenAt: isoOrNull(mention.seenAt),
});
