import { useLanguage, useZone } from '.';
import { localeOf, type Times, type TimeWords, timesIn } from './times-in';

export type { Times };

/** By zone: a page may show the desk's own beside the agent's. */
const made = new Map<string, { readonly language: string; readonly words: TimeWords; readonly times: Times }>();

/** Moments in the agent's language and time zone. Formatters are dear, and every row of a list wants them: they are made once. */
export function useTimes(): Times {
  const { language, words } = useLanguage();
  const zone = useZone();
  const kept = made.get(zone);
  if (kept?.language === language && kept.words === words.common.times) return kept.times;
  const times = timesIn(localeOf(language, navigator.languages), zone, words.common.times);
  made.set(zone, { language, words: words.common.times, times });
  return times;
}
