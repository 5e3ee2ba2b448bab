import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TriedJson } from '../../../src/http/schemas/bot';
import { ask } from '../../api/ask';

export interface Tap {
  /** How it looks in the talk. */
  readonly said: string;
  readonly body: { readonly text: string } | { readonly payload: string };
}

export interface Turn extends Tap {
  readonly id: number;
  readonly tried: TriedJson;
}

/** Asks a bot and keeps what was said. */
export function useTrying(id: string | null) {
  const [turns, keep] = useState<readonly Turn[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ body }: Tap) => ask<TriedJson>('POST', `/bots/${id}/try`, { body }),
    onSuccess: (tried, tap) => keep((former) => [...former, { ...tap, tried, id: former.length }]),
  });
  return { turns, tryIt: mutate, clear: () => keep([]), busy: isPending, error };
}
