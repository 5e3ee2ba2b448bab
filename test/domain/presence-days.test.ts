import type { Presence, PresenceSpell } from '../../src/domain/agent';
import { dayOfDate } from '../../src/domain/local-time';
import { presenceDays } from '../../src/domain/presence-days';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
let spells = 0;

const spell = (presence: Presence, from: string, to: string | null, reason: string | null = null): PresenceSpell => ({
  id: String(++spells),
  agentId: 'ana',
  presence,
  reason,
  from: at(from),
  to: to === null ? null : at(to),
});

const days = (zone: string, first: string, last: string, all: readonly PresenceSpell[], now = '2026-12-31T12:00:00Z') =>
  presenceDays(all, { zone, first: dayOfDate(first), last: dayOfDate(last), now: at(now) });

const hours = (all: ReturnType<typeof presenceDays>) =>
  all.map(({ date, times }) => [date, ...times.map(({ presence, reason, ms }) => `${presence}${reason ? ` ${reason}` : ''} ${ms / HOUR}`)]);

describe('the time of an agent', () => {
  it('is parted at local midnight', () => {
    const night = [spell('online', '2026-11-22T20:00:00Z', '2026-11-23T06:00:00Z')];
    expect(hours(days('Asia/Kolkata', '2026-11-22', '2026-11-23', night))).toEqual([['2026-11-22'], ['2026-11-23', 'online 10']]);
    expect(hours(days('America/Sao_Paulo', '2026-11-22', '2026-11-23', night))).toEqual([
      ['2026-11-22', 'online 7'],
      ['2026-11-23', 'online 3'],
    ]);
  });

  it('has 23 hours on the day on which clocks go forward, and 25 when they go back', () => {
    const year = [spell('offline', '2026-01-01T00:00:00Z', null)];
    expect(hours(days('Europe/Berlin', '2026-03-28', '2026-03-29', year))).toEqual([
      ['2026-03-28', 'offline 24'],
      ['2026-03-29', 'offline 23'],
    ]);
    expect(hours(days('Europe/Berlin', '2026-10-25', '2026-10-25', year))).toEqual([['2026-10-25', 'offline 25']]);
  });

  it('begins where there is no midnight with the first moment after it', () => {
    const [day] = days('America/Sao_Paulo', '2018-11-04', '2018-11-04', [spell('online', '2018-11-01T00:00:00Z', null)]);
    expect([day!.from, day!.to]).toEqual([at('2018-11-04T03:00:00Z'), at('2018-11-05T02:00:00Z')]);
    expect(day!.times).toEqual([{ presence: 'online', reason: null, ms: 23 * HOUR }]);
  });

  it('is summed by presence and reason, longest first, with its spells in order', () => {
    const [day] = days('UTC', '2026-11-22', '2026-11-22', [
      spell('online', '2026-11-22T09:00:00Z', '2026-11-22T12:00:00Z'),
      spell('away', '2026-11-22T12:00:00Z', '2026-11-22T13:00:00Z', 'lunch'),
      spell('away', '2026-11-22T13:00:00Z', '2026-11-22T13:30:00Z', 'a call'),
      spell('online', '2026-11-22T13:30:00Z', '2026-11-22T15:30:00Z'),
    ]);
    expect(hours([day!])).toEqual([['2026-11-22', 'online 5', 'away lunch 1', 'away a call 0.5']]);
    expect(day!.spells.map(({ presence }) => presence)).toEqual(['online', 'away', 'away', 'online']);
  });

  it('ends now', () => {
    const open = [spell('online', '2026-11-22T09:00:00Z', null)];
    expect(hours(days('UTC', '2026-11-21', '2026-11-30', open, '2026-11-22T10:30:00Z'))).toEqual([
      ['2026-11-21'],
      ['2026-11-22', 'online 1.5'],
    ]);
  });
});
