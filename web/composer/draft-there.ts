import type { Draft, Mode } from './draft-store';

/** What the desk has of one ticket, as `wanted` spells it; undefined: not known yet. */
export interface There {
  readonly saved: Record<Mode, string | undefined>;
  cancel: () => void;
  running: Promise<void> | null;
  /** What the desk has is being read. */
  reading: Promise<void> | null;
  failed: boolean;
  /** The box in which the caret is. */
  writesIn: Mode | null;
  /** Something came that was not shown, because somebody was writing. */
  missed: boolean;
}

/** Of a ticket that was not looked at yet. */
export const fresh = (): There => ({
  saved: { reply: undefined, note: undefined },
  cancel: () => undefined,
  running: null,
  reading: null,
  failed: false,
  writesIn: null,
  missed: false,
});

/** What the desk is to have of it; empty for nothing. */
export const wanted = (draft: Draft, mode: Mode): string => spelled(draft[mode], mode === 'reply' ? draft.quote : null);
export const spelled = (text: string, quote: string | null): string => (text.trim() === '' ? '' : JSON.stringify([text, quote]));
