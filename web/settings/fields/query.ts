import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FieldJson } from '../../../src/http/schemas/field';
import { ask, get } from '../../api/ask';
import type { Page } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';

export type Field = FieldJson;
/** One that the desk has not named yet. */
export type NewField = Omit<Field, 'key'> & { readonly key?: string };

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async ({ signal }) => (await get<Page<Field>>('/fields', signal)).data,
});

/** Saves the whole list, and shows it wherever fields are filled in. */
export function useSaveFields() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (fields: readonly NewField[]) => (await ask<Page<Field>>('PUT', '/fields', { body: { fields } })).data,
    onSuccess: (now) => {
      queries.setQueryData(fieldsQuery.queryKey, now);
      void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
    },
  });
}
