import type { SeenBy } from '../../domain/access';
import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { Page, Paged } from './reads';
import type { InChat } from './tx';

/** What an agent has begun to write to the customer, or as a note, in a ticket, so that it can go on elsewhere. */
export interface DraftRow {
  readonly agentId: string;
  readonly ticketId: string;
  readonly note: boolean;
  readonly text: string;
  /** Id of the message that the reply answers. */
  readonly replyTo: string | null;
  readonly updatedAt: Instant;
}

/** That a note names an agent. */
export interface Mention {
  readonly messageId: string;
  readonly agentId: string;
  readonly ticketId: string;
  readonly at: Instant;
  readonly seenAt: Instant | null;
}

/** The same as its list shows it. */
export interface MentionView {
  readonly mention: Mention;
  readonly message: Pick<Message, 'author' | 'content'>;
  readonly ticketNumber: number;
  readonly contactName: string | null;
}

/** How many mentions an agent has not seen in the tickets that one agent or nobody and one team or none has. */
export interface UnseenMentions {
  readonly agentId: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly mentions: number;
}

export interface TogetherReads {
  /** An agent's in a ticket: a reply, a note, both or none. */
  drafts(agentId: string, ticketId: string): Promise<DraftRow[]>;
  /** Ids of the tickets that the agent has a draft in and may see, newest draft first. */
  ticketsWithDraft(agentId: string, seenBy: SeenBy | null, limit: number): Promise<string[]>;
  /** Newest first, in tickets that the agent may see. */
  mentions(
    of: { readonly agentId: string; readonly unseen: boolean; readonly seenBy: SeenBy | null },
    page: Page,
  ): Promise<Paged<MentionView>>;
  /** One note's, whoever may see its ticket. */
  mentionsIn(messageId: string): Promise<MentionView[]>;
  /** What agentsSee leaves of them is for the caller to sum up. */
  unseenMentions(agentIds: readonly string[]): Promise<UnseenMentions[]>;
}

export type WhichDraft = Pick<DraftRow, 'agentId' | 'ticketId' | 'note'>;

export interface TogetherTx {
  saveDraft(draft: DraftRow): Promise<void>;
  draft(which: WhichDraft): Promise<DraftRow | null>;
  /** False: there was none. */
  removeDraft(which: WhichDraft): Promise<boolean>;
  /** All of an agent's. */
  removeDrafts(agentId: string): Promise<void>;
  addMentions(mentions: readonly Mention[]): Promise<void>;
  /** False: there was nothing to see any more. */
  seeMentions(
    agentId: string,
    which: { readonly ticketId: string } | { readonly messageIds: readonly string[] },
    at: Instant,
  ): Promise<boolean>;
  /** The newest message that went out, or is to, in a chat after a seq by somebody else than this agent, bots and the desk left out. */
  newestOfColleagues(after: InChat, agentId: string): Promise<Message | null>;
}
