import { useEffect, useMemo, useState } from 'react';
import { onWritten } from '../live/messages';
import type { Entry } from './entry';

export const newestOf = (entries: readonly Entry[]): number =>
  entries.reduce((top, entry) => (entry.kind === 'message' ? Math.max(top, entry.message.seq) : top), 0);

/** How many messages came below while the reader was higher up. Who writes here goes along with what they wrote. */
export function useBelow(entries: readonly Entry[], follows: boolean, chatId: string, toEnd: () => void): number {
  const newest = useMemo(() => newestOf(entries), [entries]);
  const [seen, see] = useState(newest);
  if (follows && seen !== newest) see(newest);
  useEffect(() => onWritten((message) => message.chatId === chatId && message.seq >= newest && toEnd()), [chatId, newest, toEnd]);
  return useMemo(
    () => (follows ? 0 : entries.filter((entry) => entry.kind === 'message' && entry.message.seq > seen).length),
    [entries, follows, seen],
  );
}
