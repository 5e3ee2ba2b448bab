import { useWords } from '../words';
import { useDraftState } from './draft';
import type { Writing } from './use-writing';

/** Whether what is written can be gone on with on another machine. */
export function DraftState({ writing: { ticket, mode } }: { readonly writing: Writing }) {
  const { together } = useWords();
  const state = useDraftState(ticket.id, mode);
  if (state === null) return null;
  return <span className="sm mute draftstate">{state === 'saved' ? together.draftSaved : together.draftHere}</span>;
}
