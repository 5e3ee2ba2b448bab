import { useMemo, useRef } from 'react';
import { useWorkspace } from '../../api/workspace';
import { deskNow } from '../../live/link';
import { useMinute } from '../../parts/now';
import { useLanguage } from '../../words';
import { localeOf } from '../../words/times-in';
import { type Moments, momentsIn } from './labels';
import { floorTo, type Step, type Stretch, stretchAround } from './moments';

export interface Clock {
  /** The desk's own zone: everybody sees the same days. */
  readonly zone: string;
  /** The last quarter of an hour that is over, so that the hill is not asked for anew each minute. */
  readonly now: number;
  readonly says: Moments;
}

export function useClock(): Clock {
  const zone = String(useWorkspace().locale.timeZone);
  const locale = localeOf(useLanguage().language, navigator.languages);
  useMinute();
  const now = floorTo(deskNow(), 'quarter', zone);
  const says = useMemo(() => momentsIn(locale, zone), [locale, zone]);
  return { zone, now, says };
}

/** The stretch that the slider shows; see `stretchAround`. */
export function useStretch(at: number | null, step: Step, { now, zone }: Clock): Stretch {
  const former = useRef<{ readonly step: Step; readonly stretch: Stretch } | null>(null);
  const { from, to } = stretchAround(at, step, now, zone, former.current?.step === step ? former.current.stretch : null);
  const stretch = useMemo(() => ({ from, to }), [from, to]);
  former.current = { step, stretch };
  return stretch;
}
