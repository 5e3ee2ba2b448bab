import { useMemo } from 'react';
import { useWords } from '../words';
import { lastingOf } from './lasting';
import { useLocale } from './use-locale';

/** Numbers and durations in the reader's language. */
export function useSaid() {
  const locale = useLocale();
  const { units } = useWords().analytics;
  return useMemo(
    () => ({
      count: (value: number) => value.toLocaleString(locale),
      lasting: (seconds: number) => lastingOf(seconds, units),
      list: (parts: readonly string[]) => new Intl.ListFormat(locale).format(parts),
    }),
    [locale, units],
  );
}
