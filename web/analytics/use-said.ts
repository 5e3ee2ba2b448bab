import { useMemo } from 'react';
import { useLanguage, useWords } from '../words';
import { lastingOf } from './lasting';

/** Numbers and durations in the reader's language. */
export function useSaid() {
  const { language } = useLanguage();
  const { units } = useWords().analytics;
  return useMemo(
    () => ({
      count: (value: number) => value.toLocaleString(language),
      lasting: (seconds: number) => lastingOf(seconds, units),
      list: (parts: readonly string[]) => new Intl.ListFormat(language).format(parts),
    }),
    [language, units],
  );
}
