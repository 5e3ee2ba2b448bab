import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/ask';
import { healthsQuery } from '../../../api/health';
import { type Health, healthQuery } from './queries';

/** Asks for something that answers the channel's health, and shows it. */
export function useCheck(channelId: string, what: 'test' | 'health/seen-to') {
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => ask<Health>('POST', `/channels/${channelId}/${what}`, { body: {} }),
    onSuccess: (health) => {
      queries.setQueryData(healthQuery(channelId).queryKey, health);
      void queries.invalidateQueries({ queryKey: healthsQuery.queryKey });
    },
  });
  return { go: () => mutate(), error, under: isPending };
}
