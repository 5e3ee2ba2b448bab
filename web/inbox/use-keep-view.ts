import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import type { Page } from '../api/types';
import { type SavedView, savedViewsQuery } from '../api/views';

type NewView = Pick<SavedView, 'name' | 'query' | 'shared'>;

interface Changed {
  readonly view: SavedView;
  readonly change: Partial<NewView>;
}

/** Adds, changes and deletes saved views; whoever shows the list of them has it from the answer. */
export function useKeepView() {
  const queries = useQueryClient();
  const go = useNavigate();
  const put = (make: (views: readonly SavedView[]) => SavedView[]) => {
    queries.setQueryData<Page<SavedView>>(savedViewsQuery.queryKey, (now) => now && { ...now, data: make(now.data) });
    void queries.invalidateQueries({ queryKey: ['view-counts'] });
  };
  const look = (view: string) => go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: undefined } });
  const add = useMutation({
    mutationFn: (view: NewView) => ask<SavedView>('POST', '/views', { body: view, key: freshKey() }),
    onSuccess: (added) => {
      put((views) => [...views, added]);
      void look(added.id);
    },
  });
  const change = useMutation({
    mutationFn: ({ view, change }: Changed) => ask<SavedView>('PATCH', `/views/${view.id}`, { body: change, ifMatch: view.version }),
    onSuccess: (now, { change: { query } }) => {
      put((views) => views.map((view) => (view.id === now.id ? now : view)));
      if (query) void look(now.id);
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => ask('DELETE', `/views/${id}`),
    onSuccess: (_, { id }) => {
      void look('mine');
      put((views) => views.filter((view) => view.id !== id));
    },
  });
  return { add, change, remove };
}
