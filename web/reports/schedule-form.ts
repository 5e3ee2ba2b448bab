import { cronOf, isWhen, type When, whenOf } from './cron';
import type { Period } from './days';
import type { ReportFormat, ReportType, Schedule } from './report';

/** A schedule as it is filled in. */
export interface ScheduleForm {
  readonly name: string;
  readonly type: ReportType;
  readonly period: Period;
  readonly channelKinds: readonly string[] | null;
  readonly zone: string;
  readonly format: ReportFormat;
  readonly bom: boolean;
  readonly when: When;
  /** As it is typed. */
  readonly mailTo: string;
}

/** The month before, early on the first. */
export const newForm = (zone: string): ScheduleForm => ({
  name: '',
  type: 'customer_tickets',
  period: { months: 1 },
  channelKinds: null,
  zone,
  format: 'xlsx',
  bom: false,
  when: { every: 'month', at: '07:00', date: 1 },
  mailTo: '',
});

export const formOf = ({ cron, mailTo, ...rest }: Schedule): ScheduleForm => ({ ...rest, when: whenOf(cron), mailTo: mailTo.join(', ') });

export const addressesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))];

export type FormLack =
  | { readonly field: 'name'; readonly says: 'noName' }
  | { readonly field: 'when'; readonly says: 'noCron' | 'noTime' }
  | { readonly field: 'mailTo'; readonly word: string };

/** Everything for which it can't be saved. */
export function lacksOf({ name, when, mailTo }: ScheduleForm): FormLack[] {
  const bad = addressesIn(mailTo).find((word) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(word));
  return [
    ...(name.trim() === '' ? [{ field: 'name', says: 'noName' } as const] : []),
    ...(isWhen(when) ? [] : [{ field: 'when', says: when.every === 'own' ? 'noCron' : 'noTime' } as const]),
    ...(bad === undefined ? [] : [{ field: 'mailTo', word: bad } as const]),
  ];
}

/** What the API takes; what a schedule lists is fixed once it is there. */
export function bodyOf({ when, mailTo, bom, name, type, period, channelKinds, zone, format }: ScheduleForm, isNew: boolean) {
  return {
    ...(isNew ? { type } : {}),
    name: name.trim(),
    period,
    channelKinds,
    zone,
    format,
    ...(format === 'csv' ? { bom } : {}),
    cron: cronOf(when),
    mailTo: addressesIn(mailTo),
  };
}

/** The periods that one chooses from, and the one that is chosen. */
export function periodsWith(now: Period): readonly Period[] {
  const usual: readonly Period[] = [{ days: 1 }, { days: 7 }, { days: 30 }, { months: 1 }, { months: 3 }, { months: 12 }];
  return usual.some((one) => keyOf(one) === keyOf(now)) ? usual : [...usual, now];
}

export const keyOf = (period: Period): string => ('days' in period ? `days ${period.days}` : `months ${period.months}`);

export function periodOf(key: string): Period {
  const [unit, count] = key.split(' ');
  return unit === 'days' ? { days: Number(count) } : { months: Number(count) };
}

/** Switches how one says when; the time of the day stays. */
export function everyOther(every: When['every'], now: When): When {
  const at = now.every === 'own' ? '07:00' : now.at;
  if (every === 'own') return { every, cron: cronOf(now) };
  if (every === 'week') return { every, at, day: 'mon' };
  return every === 'month' ? { every, at, date: 1 } : { every, at };
}
