import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { clean } from '../../src/domain/text';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { attached, useAttached } from '../files/attached';
import { type Attachment, hindranceOf, isReady } from '../files/attachment';
import { goThrough, type Plan, planOf } from '../files/plan';
import { typed } from '../live/here';
import { useLink } from '../live/link';
import { messagesNow } from '../live/messages';
import { type Named, namedIn } from '../parts/naming';
import { useTicketActions } from '../ticket/actions';
import { shown } from '../ticket/calls';
import { openMenu } from '../ticket/open-menu';
import { useWords } from '../words';
import type { Words } from '../words/en';
import type { After } from './after';
import { type SendingChannel, useSendingChannel } from './channel';
import { draftNow, useDraft, writeDraft } from './draft';
import type { Draft, Mode } from './draft-store';
import { type Judgement, judge, MOST_PARTS } from './judge';
import { newestOf, seenWhenBegun } from './seen';
import { addNote, sendReply } from './send';
import type { Standing } from './standing';
import { useStanding } from './use-standing';

/** Whether a voice message is being recorded; `silent`: it can't be, and why is being said. */
export type Recording = 'off' | 'on' | 'silent';

/** Everything that the parts of the composer know of what is being written. */
export interface Writing {
  readonly ticket: Ticket;
  readonly channel: SendingChannel | undefined;
  readonly standing: Standing;
  readonly draft: Draft;
  readonly mode: Mode;
  readonly text: string;
  readonly judgement: Judgement;
  /** What goes out with a reply, before its words; none with a note. */
  readonly files: readonly Attachment[];
  readonly recording: Recording;
  readonly record: (recording: Recording) => void;
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
  const words = useWords();
  const channel = useSendingChannel(ticket.channel.id);
  const standing = useStanding(ticket);
  const draft = useDraft(id);
  const { mode } = draft;
  const text = draft[mode];
  const measured = useDeferredValue(text);
  const judgement = useMemo(() => judge(measured, mode, channel?.capabilities.text ?? null), [measured, mode, channel]);
  const all = useAttached(id);
  const files = mode === 'reply' ? all : NO_FILES;
  const [recording, record] = useState<Recording>('off');
  const offline = useLink().state === 'offline';
  const actions = useTicketActions(id);
  const off = offWords({ text, mode, standing, judgement, files, recording: mode === 'reply' ? recording : 'off', offline }, words);
  const { agents } = useWorkspace();
  const then = useRef<After | undefined>(undefined);
  const sending = (confirmed: boolean) => {
    if (off !== null) return;
    const plan = planOf(files.filter(isReady), cleaned(draftNow(id)[mode]), channel?.capabilities.media ?? {});
    void sent(ticket, { agents, confirmed, plan }).then((stored) => stored && then.current && follow(then.current, actions));
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
  return {
    ticket,
    channel,
    standing,
    draft,
    mode,
    text,
    judgement,
    files,
    recording,
    record,
    off,
    write,
    turn,
    send,
    sendAnyway: () => sending(true),
  };
}

/** What is on the screen when the first word is written, or the first file attached, is what the reply answers. */
function begun(before: string, now: string, { id, chatId }: Ticket): Pick<Draft, 'since'> | Record<string, never> {
  if (attached.now(id).length > 0) return {};
  if (now.trim() === '') return { since: null };
  return before.trim() === '' ? { since: newestOf(messagesNow(chatId)) ?? null } : {};
}

const NO_FILES: readonly Attachment[] = [];

type Now = Pick<Writing, 'text' | 'mode' | 'standing' | 'judgement' | 'files' | 'recording'> & { readonly offline: boolean };

function offWords({ text, mode, standing, judgement: { off, parts }, files, recording, offline }: Now, words: Words): string | null {
  const says = words.composer.off;
  if (offline) return says.offline;
  if (mode === 'reply' && standing.kind !== 'free') return says.now;
  if (recording === 'on') return words.files.off.recording;
  const hindrance = hindranceOf(files);
  if (hindrance) return words.files.off[hindrance];
  if (text.trim() === '') return files.length > 0 ? null : says.empty;
  if (off?.why === 'long') return says.long(off.over);
  return off?.why === 'parts' ? says.parts(parts, MOST_PARTS) : null;
}

interface Sending {
  readonly agents: readonly Named[];
  readonly confirmed: boolean;
  readonly plan: Plan;
}

const cleaned = (text: string): string =>
  clean(text)
    .replace(/^\s*\n/, '')
    .trimEnd();

/** Sends what is written in this mode. What was not stored stays in the box, with the reason. */
async function sent({ id, chatId }: Ticket, { agents, confirmed, plan }: Sending): Promise<boolean> {
  const { mode, quote, sending, since, ...texts } = draftNow(id);
  if (sending) return false;
  const seen = seenWhenBegun(since, messagesNow(chatId));
  const text = cleaned(texts[mode]);
  // A second try of the same words names the same, so that nothing is stored twice.
  writeDraft(id, { sending: true, trouble: null, ...(mode === 'reply' ? { since: seen ?? null } : {}) });
  typed(null);
  try {
    const asked = { ...(seen === undefined ? {} : { seen }), ...(confirmed ? { confirmed } : {}) };
    await (mode === 'note' ? addNote(id, text, namedIn(text, agents)) : sendAll(id, plan, quote, asked));
    writeDraft(id, { sending: false, [mode]: '', ...(mode === 'reply' ? { quote: null, since: null } : {}) });
    return true;
  } catch (error) {
    writeDraft(id, { sending: false, trouble: { what: mode, error } });
    return false;
  }
}

/** What went is gone from the box at once; what did not go stays there. */
function sendAll(id: string, plan: Plan, quote: string | null, asked: Parameters<typeof sendReply>[3]): Promise<void> {
  return goThrough(plan, {
    send: (content, isFirst) => sendReply(id, content, isFirst ? quote : null, asked),
    went({ id: fileId, content }) {
      attached.remove(id, fileId);
      writeDraft(id, { quote: null, ...(content.caption === undefined ? {} : { reply: '' }) });
    },
  });
}

function follow(after: After, actions: ReturnType<typeof useTicketActions>): void {
  if (after === 'snooze') openMenu('snooze');
  else shown(after === 'close' ? actions.close() : actions.setAside());
}
