import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Language } from '../words';
import { ask, get } from './ask';

/** What each agent chose for themselves; null = as the browser or computer has it. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: Language | null;
  readonly timeZone: string | null;
  readonly sendWith: 'mod_enter' | 'enter';
  readonly sounds: boolean;
  readonly desktopNotifications: 'none' | 'mine' | 'all';
  readonly pushNotifications: boolean;
}

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: ({ signal }) => get<Preferences>('/me/preferences', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const usePreferences = (): Preferences => useSuspenseQuery(preferencesQuery).data;

export function useChangePreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Preferences>) => ask<Preferences>('PATCH', '/me/preferences', { body: change }),
    onSuccess: (now) => queries.setQueryData(preferencesQuery.queryKey, now),
  });
}
