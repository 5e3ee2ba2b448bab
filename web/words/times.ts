import { useLanguage, useZone } from '.';
import { localeOf, type Times, type TimeWords, timesIn } from './times-in';

export type { Times };

let made: { readonly language: string; readonly zone: string; readonly words: TimeWords; readonly times: Times } | null = null;

/** Moments in the agent's language and time zone. Formatters are dear, and every row of a list wants them: they are made once. */
export function useTimes(): Times {
  const { language, words } = useLanguage();
  const zone = useZone();
  if (made?.language !== language || made.zone !== zone || made.words !== words.common.times) {
    made = { language, zone, words: words.common.times, times: timesIn(localeOf(language, navigator.languages), zone, words.common.times) };
  }
  return made.times;
}
