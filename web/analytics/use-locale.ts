import { useLanguage } from '../words';
import { localeOf } from '../words/times-in';

/** As dates and numbers are written: English as this browser writes it. */
export const useLocale = (): string => localeOf(useLanguage().language, navigator.languages);
