import { queryOptions } from '@tanstack/react-query';
import type { RuleJson, TriedJson } from '../../../src/http/schemas/routing-rule';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';

export type Tried = TriedJson;

export const rulesQuery = queryOptions({
  queryKey: ['routing-rules'],
  queryFn: async ({ signal }) => (await get<Page<RuleJson>>('/routing-rules', signal)).data,
});
