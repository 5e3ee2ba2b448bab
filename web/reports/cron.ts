import { DAYS, type Day } from '../../src/domain/hours';

/** When a schedule runs, as one chooses it; `own`: five fields of cron that none of the choices makes. */
export type When =
  | { readonly every: 'day'; readonly at: string }
  | { readonly every: 'week'; readonly at: string; readonly day: Day }
  | { readonly every: 'month'; readonly at: string; readonly date: number }
  | { readonly every: 'own'; readonly cron: string };

/** Every month has them. */
export const DATES = Array.from({ length: 28 }, (_, at) => at + 1);

/** Cron counts from Sunday. */
const numberOf = (day: Day): number => (DAYS.indexOf(day) + 1) % 7;
const dayOf = (number: number): Day => DAYS[(number + 6) % 7] as Day;

export function cronOf(when: When): string {
  if (when.every === 'own') return when.cron.trim().replace(/\s+/g, ' ');
  const [hour, minute] = when.at.split(':').map(Number);
  const days = when.every === 'week' ? `* * ${numberOf(when.day)}` : when.every === 'month' ? `${when.date} * *` : '* * *';
  return `${minute} ${hour} ${days}`;
}

export function whenOf(cron: string): When {
  const [, minute, hour, date, day] = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7])$/.exec(cron) ?? [];
  const own = { every: 'own', cron } as const;
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return own;
  const at = `${hour.padStart(2, '0')}:${minute?.padStart(2, '0')}`;
  if (date === '*') return day === '*' ? { every: 'day', at } : { every: 'week', at, day: dayOf(Number(day)) };
  return day === '*' && DATES.includes(Number(date)) ? { every: 'month', at, date: Number(date) } : own;
}

export const isWhen = (when: When): boolean =>
  when.every === 'own' ? cronOf(when).split(' ').length === 5 : /^([01]\d|2[0-3]):[0-5]\d$/.test(when.at);
