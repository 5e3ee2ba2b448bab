import { queryOptions } from '@tanstack/react-query';
import type { TokenJson } from '../../../src/http/schemas/token';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';

export type Token = TokenJson;

/** What machines call with. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await get<Page<Token>>('/tokens?limit=200', signal)).data,
  staleTime: 0,
});
