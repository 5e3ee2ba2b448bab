import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SummaryJson } from '../../src/http/schemas/analytics-summary';
import { get } from '../api/ask';
import { useWorkspace } from '../api/workspace';
import type { Draft } from './draft';

/** Which number of the analytics a report has a row for each of. */
const COUNTED = { customer_tickets: 'new_tickets', messages: 'messages' } as const;

/** After the last key, in milliseconds. */
const RESTS = 300;

function useRested<Value>(value: Value): Value {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), RESTS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** About how many rows it will have, as the analytics count them; null where they don't, or not yet. */
export function useAbout({ type, from, to, zone, channelKinds }: Draft, sound: boolean): number | null {
  const { channels } = useWorkspace();
  const metric = type in COUNTED ? COUNTED[type as keyof typeof COUNTED] : null;
  const ids = channels.flatMap(({ id, kind }) => (channelKinds?.includes(kind) ? [id] : [])).join(',');
  const asked = useRested(new URLSearchParams({ from, to, zone, group: 'month', ...(ids ? { channel: ids } : {}) }).toString());
  const { data } = useQuery({
    queryKey: ['analytics', 'rows', asked],
    queryFn: ({ signal }) => get<SummaryJson>(`/analytics/summary?${asked}`, signal),
    enabled: metric !== null && sound,
    staleTime: 30_000,
    placeholderData: (former) => former,
    retry: false,
  });
  return metric === null || !sound ? null : (data?.metrics[metric]?.total ?? null);
}
