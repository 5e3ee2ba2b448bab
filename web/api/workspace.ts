import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { get } from './ask';
import type { Workspace } from './workspace-shape';

/** Who is here, and everything small that the screens share. Read once; the live link keeps it true. */
export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => get<Workspace>('/workspace', signal),
  staleTime: 60_000,
});

export const useWorkspace = (): Workspace => useSuspenseQuery(workspaceQuery).data;
