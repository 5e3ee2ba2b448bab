import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactDetailJson, DuplicateJson } from '../../src/http/schemas/contact';
import { ask, get } from '../api/ask';

const MINUTES = 5;

const duplicatesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['duplicates', contactId],
    queryFn: ({ signal }) =>
      get<{ readonly data: readonly DuplicateJson[] }>(`/contacts/${contactId}/duplicates`, signal).then(({ data }) => data),
    staleTime: MINUTES * 60_000,
  });

/** Who may be the same person. */
export const useDuplicates = (contactId: string) => useQuery(duplicatesQuery(contactId));

/** Makes one of two, or two of one; what was known of them is asked for again. */
export function useSameness() {
  const queries = useQueryClient();
  const forget = (now?: ContactDetailJson) => {
    if (now) queries.setQueryData(['contact', now.id], now);
    for (const key of ['duplicates', 'contacts', 'tickets-of']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return {
    async merge(keptId: string, goneId: string): Promise<ContactDetailJson> {
      const now = await ask<ContactDetailJson>('POST', `/contacts/${keptId}/merge`, { body: { contactId: goneId } });
      queries.removeQueries({ queryKey: ['contact', goneId] });
      forget(now);
      return now;
    },
    async part(contactId: string, mergeId: string): Promise<void> {
      forget(await ask<ContactDetailJson>('POST', `/contacts/${contactId}/unmerge`, { body: { mergeId } }));
      void queries.invalidateQueries({ queryKey: ['contact'] });
    },
    async dismiss(contactId: string, otherId: string): Promise<void> {
      await ask('POST', `/contacts/${contactId}/duplicates/${otherId}/dismiss`);
      forget();
    },
  };
}
