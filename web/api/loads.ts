import { queryOptions } from '@tanstack/react-query';
import type { LoadJson } from '../../src/http/schemas/workspace';
import { get } from './ask';
import type { Page } from './types';

/** How much everybody has to do, by agent: looked up anew whenever a list of colleagues opens. */
export const loadsQuery = queryOptions({
  queryKey: ['loads'],
  queryFn: async ({ signal }) => new Map((await get<Page<LoadJson>>('/workspace/loads', signal)).data.map((one) => [one.agentId, one])),
  staleTime: 5_000,
});
