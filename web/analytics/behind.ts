import type { MetricId } from '../../src/domain/figures/metrics';
import type { Asked } from './asked';
import { periodParams } from './query';
import type { TicketsSearch } from './tickets-search';

/** One group of a chart: its first moment, and the one after its last. */
interface Bucket {
  readonly from: string;
  readonly to: string;
}

export type Behind = (metric: MetricId, narrower?: TicketsSearch, bucket?: Bucket) => TicketsSearch;

/** Which tickets make a number of what is shown. */
export const behindOf =
  (asked: Asked): Behind =>
  (metric, narrower = {}, bucket) => ({
    metric,
    ...periodParams(asked),
    ...narrower,
    ...(bucket ? { from: bucket.from, to: bucket.to } : {}),
  });
