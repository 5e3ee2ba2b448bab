import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { StageJson } from '../../../src/http/schemas/stage';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';

export type StageRow = StageJson;

/** In the admin's order. */
export const stagesQuery = queryOptions({
  queryKey: ['stages'],
  queryFn: async ({ signal }) => (await get<Page<StageRow>>('/stages?usage=true&limit=200', signal)).data,
});

/** Shows the stages as the desk has them now, here and wherever they can be chosen. */
export function keepStages(queries: QueryClient, change: (stages: StageRow[]) => StageRow[]): void {
  queries.setQueryData(stagesQuery.queryKey, (now) => {
    // What the desk answers to a change says nothing of how many tickets are in a stage.
    const used = new Map(now?.map(({ key, tickets }) => [key, tickets]));
    return now && change(now).map((stage) => ({ ...stage, tickets: stage.tickets ?? used.get(stage.key) ?? 0 }));
  });
  void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
}
