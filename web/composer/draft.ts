import { useSyncExternalStore } from 'react';
import type { DraftsJson } from '../../src/http/schemas/draft';
import { ask, get } from '../api/ask';
import { attached } from '../files/attached';
import { putDraftTicket } from '../live/draft-tickets';
import { deskNow, onLive, onReturn, socketId } from '../live/link';
import { type Draft, draftStore, type Mode } from './draft-store';
import { type DraftState, draftSync } from './draft-sync';

const drafts = draftStore(() => sessionStorage);
let focusBox: ((mode?: Mode) => void) | null = null;
let wished: { readonly mode: Mode | undefined; readonly at: number } | null = null;
const PATIENCE = 1_000;
/** A browser lets little go on when the page goes. */
const SMALL = 10_000;

const sync = draftSync({
  drafts,
  save: (id, draft) =>
    ask('PUT', `/tickets/${id}/draft`, { body: { ...draft, socket: socketId() }, ...(draft.text.length < SMALL ? { stays: true } : {}) }),
  read: (id) => get<DraftsJson>(`/tickets/${id}/draft`),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  tell: putDraftTicket,
});

onLive<DraftsJson & { readonly ticketId: string }>('draft.changed', ({ ticketId, ...told }) => sync.hear(ticketId, told));
onReturn(sync.again);
document.addEventListener('visibilitychange', () => document.hidden && sync.flushAll());

export const draftNow = drafts.now;

/** The desk gets it a moment later. */
export function writeDraft(id: string, change: Partial<Draft>): void {
  const says = change.reply !== undefined || change.note !== undefined || change.quote !== undefined;
  drafts.write(id, says ? { ...change, changedAt: deskNow() } : change);
  if (says) sync.changed(id);
}

/** Looks for what was begun on another machine. */
export const openDraft = sync.open;

/** The caret is in this box of a ticket, or in none. */
export const writesIn = sync.writes;

export function keepDraftsOf(agentId: string): void {
  if (!drafts.keepFor(agentId)) return;
  sync.forget();
  attached.forget();
}

const joining = (ticketId: string) => (wake: () => void) => drafts.watch(ticketId, wake);

/** What is being written in a ticket: kept at the desk, and in this tab for when the desk does not answer. */
export function useDraft(ticketId: string): Draft {
  return useSyncExternalStore(joining(ticketId), () => drafts.now(ticketId));
}

/** Whether what is written in this mode is at the desk, or only here; null while that is being found out, or for nothing. */
export function useDraftState(ticketId: string, mode: Mode): DraftState {
  return useSyncExternalStore(joining(ticketId), () => sync.state(ticketId, mode));
}

/** The next reply answers this message. */
export function quote(ticketId: string, messageId: string): void {
  writeDraft(ticketId, { quote: messageId, mode: 'reply' });
  focusComposer('reply');
}

/** Puts the caret into the box of the open ticket, and into that of one that opens in its place within a second. */
export function focusComposer(mode?: Mode): void {
  wished = { mode, at: Date.now() };
  focusBox?.(mode);
}

/** The composer on the screen says how it is focused. */
export function onFocusComposer(focus: (mode?: Mode) => void): () => void {
  focusBox = focus;
  if (wished && Date.now() - wished.at < PATIENCE) focus(wished.mode);
  wished = null;
  return () => {
    if (focusBox === focus) focusBox = null;
  };
}
