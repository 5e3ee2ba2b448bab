import { useSyncExternalStore } from 'react';
import { type Draft, draftStore, type Mode } from './draft-store';

const drafts = draftStore(() => sessionStorage);
let focusBox: ((mode?: Mode) => void) | null = null;
let wished: { readonly mode: Mode | undefined; readonly at: number } | null = null;
const PATIENCE = 1_000;

export const draftNow = drafts.now;
export const writeDraft = drafts.write;
export const keepDraftsOf = drafts.keepFor;

/** What is being written in a ticket: kept while the tab is open, also over a reload and from ticket to ticket. */
export function useDraft(ticketId: string): Draft {
  return useSyncExternalStore(
    (wake) => drafts.watch(ticketId, wake),
    () => drafts.now(ticketId),
  );
}

/** The next reply answers this message. */
export function quote(ticketId: string, messageId: string): void {
  drafts.write(ticketId, { quote: messageId, mode: 'reply' });
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
