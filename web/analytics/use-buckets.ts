import { useMemo } from 'react';
import { useWords } from '../words';
import { namedIn } from './named';
import type { SummaryJson } from './query';
import { useLocale } from './use-locale';

/** The points of a period's charts: their names, which of them still runs, and what is not known yet. */
export function useBuckets({ buckets, zone, group }: Pick<SummaryJson, 'buckets' | 'zone' | 'group'>) {
  const locale = useLocale();
  const { soFar } = useWords().analytics.flow;
  return useMemo(() => {
    const named = namedIn(locale, zone, group);
    const at = buckets.findIndex((bucket) => bucket.soFar);
    return {
      named,
      points: buckets.map(({ from }) => named.short(from)),
      running: at < 0 ? null : { at, says: soFar },
      /** What has not begun yet is no nothing: it is a gap. */
      upToNow: (series: readonly (number | null)[] = []) => (at < 0 ? series : series.map((value, index) => (index > at ? null : value))),
      full: (index: number) => {
        const bucket = buckets[index];
        return bucket ? named.full(bucket.from, bucket.to) + (bucket.soFar ? ` (${soFar})` : '') : '';
      },
    };
  }, [buckets, zone, group, locale, soFar]);
}
