import { cityIn } from '../preferences/zones';
import type { AllWords } from '../words';
import { lastingOf } from './lasting';
import { daysNamed, weekdaysIn } from './named';
import type { TicketsSearch } from './tickets-search';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface By {
  readonly language: string;
  readonly words: AllWords['analytics'];
  readonly workspace: { readonly channels: readonly Named[]; readonly teams: readonly Named[]; readonly agents: readonly Named[] };
}

/** What makes a number narrower, in words: `16–22 Nov 2026 · By a person · Ana Ruiz · Madrid time`. */
export function narrowedIn(search: TicketsSearch, { language, words, workspace }: By): string {
  const { from = '', to = '', zone, cause, channel = '', team = '', agent = '', hours } = search;
  const names = (ids: string, all: readonly Named[]) =>
    ids.split(',').map((id) => (id === 'none' ? words.noTeam : (all.find((one) => one.id === id)?.name ?? '')));
  return [
    stretchIn(from, to, zone ?? 'UTC', language),
    cause ? (words.closes.causes[cause] ?? words.bot.causes[cause] ?? cause) : '',
    ...names(channel, workspace.channels),
    ...names(team, workspace.teams),
    ...names(agent, workspace.agents),
    partIn(search, words, language),
    hours ? words.hours.business : '',
    zone ? words.zone.time(cityIn(zone)) : '',
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
}

/** One bar of a histogram, or one hour of the week. */
function partIn({ over, upTo, weekday, hour }: TicketsSearch, words: By['words'], language: string): string {
  if (weekday && hour) return words.heat.most(weekdaysIn(language, 'long')[Number(weekday)] ?? '', words.heat.hour(Number(hour)));
  const said = (seconds: string) => lastingOf(Number(seconds), words.units);
  if (over && upTo) return words.behind.between(said(over), said(upTo));
  if (upTo) return words.behind.upTo(said(upTo));
  return over ? words.behind.over(said(over)) : '';
}

/** Days as days; moments with their clock, the last of them not included. */
function stretchIn(from: string, to: string, zone: string, language: string): string {
  if (from === '' || to === '') return '';
  if (from.length === 10) return daysNamed(language, from, to, 0);
  const [begin, end] = [new Date(from), new Date(Date.parse(to) - 1)];
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hourCycle: 'h23',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(end.getTime() - begin.getTime() < 3_600_000 ? { hour: '2-digit', minute: '2-digit' } : {}),
  });
  return format.formatRange(begin, end);
}
