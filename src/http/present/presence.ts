import type { PresenceDay } from '../../domain/presence-days';
import type { PresenceTimesJson } from '../schemas/presence';
import { iso } from './time';

interface Times {
  readonly zone: string;
  readonly days: readonly PresenceDay[];
}

export const presenceTimesJson = ({ zone, days }: Times): PresenceTimesJson => ({
  zone,
  days: days.map(({ date, from, to, times, spells }) => ({
    date,
    from: iso(from),
    to: iso(to),
    times: times.map(({ ms, ...said }) => ({ ...said, milliseconds: ms })),
    spells: spells.map((spell) => ({ ...spell, from: iso(spell.from), to: iso(spell.to) })),
  })),
});
