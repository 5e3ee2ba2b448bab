import { cityIn } from '../preferences/zones';
import { dayName } from '../settings/teams/hours';
import type { AllWords } from '../words';
import { whenOf } from './cron';
import { type Days, daysSaidIn, type Period } from './days';
import type { Report, ReportType } from './report';

interface Filters extends Days {
  readonly type: ReportType;
  readonly channelKinds: readonly string[] | null;
  readonly zone: string;
  readonly format: Report['format'];
}

/** Reports in the words of one language. */
export interface Said {
  readonly days: (days: Days) => string;
  /** What a report is called that nobody named. */
  readonly name: (asked: Days & { readonly type: ReportType }) => string;
  /** What the name does not say: `WhatsApp · Madrid time · CSV`. */
  readonly filters: (report: Filters & { readonly name: string }) => string;
  readonly channels: (kinds: readonly string[] | null) => string;
  readonly zone: (zone: string) => string;
  readonly period: (period: Period) => string;
  readonly when: (cron: string) => string;
  readonly count: (value: number) => string;
  readonly percent: (share: number) => string;
}

/** `locale`: in which days are written; numbers are those of the language. */
export function saidIn(language: string, locale: string, { reports, common }: Pick<AllWords, 'reports' | 'common'>): Said {
  const days = daysSaidIn(locale, reports.to);
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'long' });
  const name: Said['name'] = (asked) => reports.name(reports.types[asked.type], days(asked));
  const channels: Said['channels'] = (kinds) =>
    kinds ? list.format(kinds.map((kind) => common.networks[kind] ?? kind)) : reports.allChannels;
  const zone: Said['zone'] = (id) => (id.includes('/') ? reports.zone(cityIn(id)) : id);
  return {
    days,
    name,
    channels,
    zone,
    count: (value) => number.format(value),
    // Down, so that nothing is called whole before it is.
    percent: (share) => percent.format(Math.floor(share * 100) / 100),
    filters(report) {
      const own = report.name === name(report) ? [] : [reports.types[report.type], days(report)];
      return [...own, channels(report.channelKinds), zone(report.zone), reports.formats[report.format]].join(' · ');
    },
    period: (period) => ('days' in period ? reports.schedule.lastDays(period.days) : reports.schedule.lastMonths(period.months)),
    when(cron) {
      const when = whenOf(cron);
      const { schedule: words } = reports;
      if (when.every === 'own') return cron;
      if (when.every === 'day') return words.saidDaily(when.at);
      return when.every === 'week' ? words.saidWeekly(dayName(language, when.day), when.at) : words.saidMonthly(when.date, when.at);
    },
  };
}
