import { useDeferredValue, useMemo } from 'react';
import { clean } from '../../src/domain/text';
import type { Ticket } from '../api/types';
import { useLink } from '../live/link';
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
  const send = (after?: After) => {
    if (off === null) void sent(id).then((stored) => stored && after && follow(after, actions));
  };
  const write = (now: string) => writeDraft(id, { [mode]: now, trouble: null });
  return { ticket, channel, standing, draft, mode, text, judgement, off, write, turn: (next) => writeDraft(id, { mode: next }), send };
}

type Now = Pick<Writing, 'text' | 'mode' | 'standing' | 'judgement'> & { readonly offline: boolean };

function offWords({ text, mode, standing, judgement: { off, parts }, offline }: Now, { off: words }: ComposerWords): string | null {
  if (offline) return words.offline;
  if (mode === 'reply' && standing.kind !== 'free') return words.now;
  if (text.trim() === '') return words.empty;
  if (off?.why === 'long') return words.long(off.over);
  return off?.why === 'parts' ? words.parts(parts, MOST_PARTS) : null;
}

/** Sends what is written in this mode. What was not stored stays in the box, with the reason. */
async function sent(id: string): Promise<boolean> {
  const { mode, quote, sending, ...texts } = draftNow(id);
  if (sending) return false;
  const text = clean(texts[mode])
    .replace(/^\s*\n/, '')
    .trimEnd();
  writeDraft(id, { sending: true, trouble: null });
  try {
    await (mode === 'note' ? addNote(id, text) : sendReply(id, { type: 'text', text }, quote));
    writeDraft(id, { sending: false, [mode]: '', ...(mode === 'reply' ? { quote: null } : {}) });
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
