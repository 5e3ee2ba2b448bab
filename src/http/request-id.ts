import type { ServerResponse } from 'node:http';

export const REQUEST_ID = 'x-request-id';

/** The id that the answer carries: the same in its problem, its header and every log line about it. */
export function requestId(response: ServerResponse): string {
  return String(response.getHeader(REQUEST_ID) ?? '');
}
