import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplayJson } from '../../../src/http/schemas/replay';
import { ask, get } from '../../api/ask';
import type { Period } from './periods';

export type Replay = ReplayJson;

/** The last one that was asked for stays when one looks at another page meanwhile. */
let last: { readonly asked: string; readonly id: string } | null = null;

/** How often its progress is looked at. */
const LOOK = 1_000;

export const replayQuery = (id: string) => ({
  queryKey: ['replay', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<Replay>(`/replays/${id}`, signal),
  enabled: id !== '',
  refetchInterval: ({ state }: { readonly state: { readonly data: Replay | undefined } }) => (isGoing(state.data) ? LOOK : false),
});

const isGoing = (replay: Replay | undefined): boolean => replay?.state === 'queued' || replay?.state === 'running';

export interface Replaying {
  readonly replay: Replay | undefined;
  /** What is shown was worked out for other values. */
  readonly stale: boolean;
  readonly going: boolean;
  readonly error: unknown;
  readonly start: () => void;
  /** null while there is nothing to cancel. */
  readonly cancel: (() => void) | null;
}

/** What a period would have been like under these changes, once it is asked for. */
export function useReplay(period: Period, patch: object): Replaying {
  const asked = JSON.stringify({ ...period, patch });
  const queries = useQueryClient();
  const [known, setKnown] = useState(last);
  const starting = useMutation({
    mutationFn: (body: string) => ask<Replay>('POST', '/replays', { body: JSON.parse(body) }),
    onSuccess: (replay, body) => {
      last = { asked: body, id: replay.id };
      queries.setQueryData(['replay', replay.id], replay);
      setKnown(last);
    },
  });
  const reading = useQuery(replayQuery(known?.id ?? ''));
  const cancelling = useMutation({
    mutationFn: (id: string) => ask<Replay>('POST', `/replays/${id}/cancel`),
    onSuccess: (replay) => queries.setQueryData(['replay', replay.id], replay),
    // It may have been over by then.
    onError: (_, id) => queries.invalidateQueries({ queryKey: ['replay', id] }),
  });
  const going = starting.isPending || isGoing(reading.data);
  return {
    replay: reading.data,
    stale: known !== null && known.asked !== asked,
    going,
    error: starting.error ?? reading.error,
    start: () => starting.mutate(asked),
    cancel: isGoing(reading.data) && !starting.isPending && !cancelling.isPending ? () => cancelling.mutate(known?.id ?? '') : null,
  };
}
