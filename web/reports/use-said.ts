import { useMemo } from 'react';
import { useMinute } from '../parts/now';
import { useLanguage } from '../words';
import { useTimes } from '../words/times';
import { localeOf } from '../words/times-in';
import { type Said, saidIn } from './said';

/** Reports in the words of whoever looks. */
export function useSaid(): Said {
  const { language, words } = useLanguage();
  return useMemo(() => saidIn(language, localeOf(language, navigator.languages), words), [language, words]);
}

/** `today, 11:40`, `2 Nov, 07:00`, by the clock of whoever looks. */
export function useStamp(): (at: string) => string {
  const { reports } = useLanguage().words;
  const times = useTimes();
  const now = useMinute();
  return (at) => (times.sameDay(at, now) ? reports.history.today(times.clock(at)) : `${times.date(at, now)}, ${times.clock(at)}`);
}
