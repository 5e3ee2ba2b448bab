import { queryOptions } from '@tanstack/react-query';
import type { Settings } from '../../../src/domain/settings';
import { get } from '../../api/ask';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => get<Settings>('/settings', signal),
});
