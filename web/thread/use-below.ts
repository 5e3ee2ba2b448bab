import { useEffect, useMemo, useState } from 'react';
import { onWritten } from '../live/messages';
import type { Entry } from './entry';

/** What the phone's history brings is no news, wherever it stands. */
const newsIn = (entries: readonly Entry[]): number[] =>
  entries.flatMap((entry) => (entry.kind === 'message' && entry.message.importedAt === null ? [entry.message.seq] : []));

export const newestOf = (entries: readonly Entry[]): number => newsIn(entries).reduce((top, seq) => Math.max(top, seq), 0);

/** How many messages came below while the reader was higher up. Who writes here goes along with what they wrote. */
export function useBelow(entries: readonly Entry[], follows: boolean, chatId: string, toEnd: () => void): number {
  const newest = useMemo(() => newestOf(entries), [entries]);
  const [seen, see] = useState(newest);
  if (follows && seen !== newest) see(newest);
  useEffect(() => onWritten((message) => message.chatId === chatId && message.seq >= newest && toEnd()), [chatId, newest, toEnd]);
  return useMemo(() => (follows ? 0 : newsIn(entries).filter((seq) => seq > seen).length), [entries, follows, seen]);
}
