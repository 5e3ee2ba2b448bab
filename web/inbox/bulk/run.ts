import type { BulkResult } from '../../../src/http/schemas/bulk';
import { ask } from '../../api/ask';
import { freshKey } from '../../api/fresh-key';
import type { Action } from '../../api/types';

export type BulkAction = Exclude<Action, 'reply' | 'note'> | 'read' | 'update';

/** What is done to each of the chosen tickets. `says`: what it is called once it is done. */
export interface Deed {
  readonly action: BulkAction;
  readonly body?: object;
  readonly says: (count: number) => string;
}

/** The most that the desk takes at once. */
const MOST = 500;

/** One call for every 500 tickets, one after the other. */
export async function inBulk(ticketIds: readonly string[], { action, body = {} }: Deed): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (let from = 0; from < ticketIds.length; from += MOST) {
    const some = { ticketIds: ticketIds.slice(from, from + MOST), action, body };
    const { data } = await ask<{ readonly data: BulkResult[] }>('POST', '/tickets/bulk', { body: some, key: freshKey() });
    results.push(...data);
  }
  return results;
}
