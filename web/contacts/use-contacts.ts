import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContactDetailJson, ContactJson } from '../../src/http/schemas/contact';
import { ask, get } from '../api/ask';
import type { Page } from '../api/types';

const PAGE = 50;

/** The contacts that a search finds, or all of them; page by page. */
export const useContacts = (q: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['contacts', q ?? ''],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(PAGE), ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return get<Page<ContactJson>>(`/contacts?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (former) => former,
  });

/** Names a contact; null gives the network's name back with their next message. */
export function useName(contactId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string | null) => ask<ContactDetailJson>('PATCH', `/contacts/${contactId}`, { body: { name } }),
    onSuccess: (now) => {
      queries.setQueryData(['contact', contactId], now);
      void queries.invalidateQueries({ queryKey: ['contacts'] });
    },
  });
}
