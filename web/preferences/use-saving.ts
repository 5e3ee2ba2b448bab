import { useEffect, useState } from 'react';
import { type Preferences, useChangePreferences } from '../api/preferences';

const STAYS = 3_000;

export interface Saving {
  readonly save: (change: Partial<Preferences>) => void;
  readonly state: 'still' | 'saving' | 'saved';
  readonly error: unknown;
}

/** Saves one preference as it is changed, and says so for a moment. */
export function useSaving(): Saving {
  const { mutate, isPending, isSuccess, error, submittedAt } = useChangePreferences();
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(() => setOver(submittedAt), STAYS);
    return () => clearTimeout(timer);
  }, [isSuccess, submittedAt]);
  const state = isPending ? 'saving' : isSuccess && over !== submittedAt ? 'saved' : 'still';
  return { save: mutate, state, error };
}
