import { queryOptions } from '@tanstack/react-query';
import type { CannedReplyJson } from '../../src/http/schemas/canned';
import { get } from './ask';
import type { Page } from './types';

export type CannedReply = CannedReplyJson;

/** All of them, by shortcut. */
export const cannedQuery = queryOptions({
  queryKey: ['canned-replies'],
  queryFn: ({ signal }) => every(signal),
});

async function every(signal: AbortSignal): Promise<readonly CannedReply[]> {
  const all: CannedReply[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<CannedReply> = await get(`/canned-replies?limit=200${from}`, signal);
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
