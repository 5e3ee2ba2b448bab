import type { Counts, Status } from '../api/types';

type Standing = { readonly status: Status };

/** The counts of a list after one ticket of it changed: null = it was not, or is not, in the list. Whose it is stays uncounted. */
export function shifted(counts: Counts, was: Standing | null, is: Standing | null): Counts {
  const by = (one: Standing | null, open: boolean) => Number(one !== null && (one.status !== 'closed') === open);
  const byStatus = { ...counts.byStatus };
  if (was) byStatus[was.status] -= 1;
  if (is) byStatus[is.status] += 1;
  return {
    ...counts,
    byStatus,
    open: counts.open + by(is, true) - by(was, true),
    closed: counts.closed + by(is, false) - by(was, false),
  };
}
