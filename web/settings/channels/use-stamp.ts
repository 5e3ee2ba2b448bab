import { useMemo } from 'react';
import { useMinute } from '../../parts/now';
import { useLanguage, useZone } from '../../words';
import { type Stamps, stampsIn } from './stamps';

/** Moments of a log as the agent reads them. */
export function useStamp(): Stamps {
  const { language } = useLanguage();
  const zone = useZone();
  const now = useMinute();
  return useMemo(() => stampsIn(language, zone, now), [language, zone, now]);
}
