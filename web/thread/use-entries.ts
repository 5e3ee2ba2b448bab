import { useMemo } from 'react';
import type { Message } from '../api/types';
import { useTimes } from '../words/times';
import { entriesOf } from './entries';

/** The lines of a thread; a day is worked out once a minute of messages. */
export function useEntries(
  ticketId: string,
  messages: readonly Message[],
  events: Parameters<typeof entriesOf>[0]['events'],
  opened: ReadonlySet<string>,
) {
  const times = useTimes();
  const dayOf = useMemo(() => {
    const known = new Map<string, string>();
    return (at: string): string => {
      const minute = at.slice(0, 16);
      const day = known.get(minute) ?? times.date(at, 0);
      known.set(minute, day);
      return day;
    };
  }, [times]);
  return useMemo(() => entriesOf({ messages, events, ticketId, dayOf, opened }), [messages, events, ticketId, dayOf, opened]);
}
