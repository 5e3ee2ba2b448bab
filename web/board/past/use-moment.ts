import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type BoardSearch, withMoment } from '../search';

/** How long the handle rests before the board follows it. */
const REST = 180;

export interface Moment {
  /** Where the handle is; null = now. */
  readonly at: number | null;
  /** The handle is ahead of the address. */
  readonly moving: boolean;
  /** `atOnce`: without waiting for more. */
  readonly move: (at: number | null, atOnce?: boolean) => void;
}

/** The moment on the slider. The address follows it when it rests; going back leads to the live board at once. */
export function useMoment(settled: number | null): Moment {
  const go = useNavigate();
  const [draft, setDraft] = useState<{ readonly at: number | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address is there, by our hand or by another's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the address that ends the draft
  useEffect(() => {
    clearTimeout(timer.current);
    setDraft(null);
  }, [settled]);
  const settle = (at: number | null) => {
    if (at === settled) return setDraft(null);
    void go({ to: '/board', search: (now: BoardSearch) => withMoment(now, at), replace: at !== null && settled !== null });
  };
  const move = (at: number | null, atOnce = false) => {
    clearTimeout(timer.current);
    setDraft({ at });
    if (atOnce) settle(at);
    else timer.current = setTimeout(() => settle(at), REST);
  };
  const at = draft ? draft.at : settled;
  return { at, moving: at !== settled, move };
}
