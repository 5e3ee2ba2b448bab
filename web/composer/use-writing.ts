import { useDeferredValue, useMemo, useRef } from 'react';
import { clean } from '../../src/domain/text';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { typed } from '../live/here';
import { useLink } from '../live/link';
import { messagesNow } from '../live/messages';
import { type Named, namedIn } from '../parts/naming';
import { useTicketActions } from '../ticket/actions';
import { shown } from '../ticket/calls';
import { openMenu } from '../ticket/open-menu';
import { useWords } from '../words';
import type { ComposerWords } from '../words/en/composer';
import type { After } from './after';
import { type SendingChannel, useSendingChannel } from './channel';
import { draftNow, useDraft, writeDraft } from './draft';
import type { Draft, Mode } from './draft-store';
import { type Judgement, judge, MOST_PARTS } from './judge';
import { newestOf, seenWhenBegun } from './seen';
import { addNote, sendReply } from './send';
import type { Standing } from './standing';
import { useStanding } from './use-standing';

/** Everything that the parts of the composer know of what is being written. */
export interface Writing {
  readonly ticket: Ticket;
  readonly channel: SendingChannel | undefined;
  readonly standing: Standing;
  readonly draft: Draft;
  readonly mode: Mode;
  readonly text: string;
  readonly judgement: Judgement;
  /** Why it can't be sent now; null when it can. */
  readonly off: string | null;
  readonly write: (text: string) => void;
  readonly turn: (mode: Mode) => void;
  readonly send: (after?: After) => void;
  /** After the question whether to, with what was to follow. */
  readonly sendAnyway: () => void;
}

export function useWriting(ticket: Ticket): Writing {
  const { id } = ticket;
  const { composer } = useWords();
  const channel = useSendingChannel(ticket.channel.id);
  const standing = useStanding(ticket);
  const draft = useDraft(id);
  const { mode } = draft;
  const text = draft[mode];
  const measured = useDeferredValue(text);
  const judgement = useMemo(() => judge(measured, mode, channel?.capabilities.text ?? null), [measured, mode, channel]);
  const offline = useLink().state === 'offline';
  const actions = useTicketActions(id);
  const off = offWords({ text, mode, standing, judgement, offline }, composer);
  const { agents } = useWorkspace();
  const then = useRef<After | undefined>(undefined);
  const sending = (confirmed: boolean) => {
    if (off !== null) return;
    void sent(ticket, { agents, confirmed }).then((stored) => stored && then.current && follow(then.current, actions));
  };
  const send = (after?: After) => {
    then.current = after;
    sending(false);
  };
  const write = (now: string) => {
    writeDraft(id, { [mode]: now, trouble: null, ...(mode === 'reply' ? begun(text, now, ticket) : {}) });
    typed(now.trim() === '' ? null : mode);
  };
  const turn = (next: Mode) => writeDraft(id, { mode: next });
  return { ticket, channel, standing, draft, mode, text, judgement, off, write, turn, send, sendAnyway: () => sending(true) };
}

/** What is on the screen when the first word is written is what the reply answers. */
function begun(before: string, now: string, { chatId }: Ticket): Pick<Draft, 'since'> | Record<string, never> {
  if (now.trim() === '') return { since: null };
  return before.trim() === '' ? { since: newestOf(messagesNow(chatId)) ?? null } : {};
}

type Now = Pick<Writing, 'text' | 'mode' | 'standing' | 'judgement'> & { readonly offline: boolean };

function offWords({ text, mode, standing, judgement: { off, parts }, offline }: Now, { off: words }: ComposerWords): string | null {
  if (offline) return words.offline;
  if (mode === 'reply' && standing.kind !== 'free') return words.now;
  if (text.trim() === '') return words.empty;
  if (off?.why === 'long') return words.long(off.over);
  return off?.why === 'parts' ? words.parts(parts, MOST_PARTS) : null;
}

interface Sending {
  readonly agents: readonly Named[];
  readonly confirmed: boolean;
}

/** Sends what is written in this mode. What was not stored stays in the box, with the reason. */
async function sent({ id, chatId }: Ticket, { agents, confirmed }: Sending): Promise<boolean> {
  const { mode, quote, sending, since, ...texts } = draftNow(id);
  if (sending) return false;
  const seen = seenWhenBegun(since, messagesNow(chatId));
  const text = clean(texts[mode])
    .replace(/^\s*\n/, '')
    .trimEnd();
  // A second try of the same words names the same, so that nothing is stored twice.
  writeDraft(id, { sending: true, trouble: null, ...(mode === 'reply' ? { since: seen ?? null } : {}) });
  typed(null);
  try {
    const asked = { ...(seen === undefined ? {} : { seen }), ...(confirmed ? { confirmed } : {}) };
    await (mode === 'note' ? addNote(id, text, namedIn(text, agents)) : sendReply(id, { type: 'text', text }, quote, asked));
    writeDraft(id, { sending: false, [mode]: '', ...(mode === 'reply' ? { quote: null, since: null } : {}) });
    return true;
  } catch (error) {
    writeDraft(id, { sending: false, trouble: { what: mode, error } });
    return false;
  }
}

function follow(after: After, actions: ReturnType<typeof useTicketActions>): void {
  if (after === 'snooze') openMenu('snooze');
  else shown(after === 'close' ? actions.close() : actions.setAside());
}
