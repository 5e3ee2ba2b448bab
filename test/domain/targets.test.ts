import fc from 'fast-check';
import { type Hours, DAYS as WEEK } from '../../src/domain/hours';
import { policyOf } from '../../src/domain/policy';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { aimsOf, nextDue, stateOf, type Target, targetErrors } from '../../src/domain/targets';
import type { Team } from '../../src/domain/team';
import type { Priority, Ticket } from '../../src/domain/ticket';
import { aTicket, DAYS, HOURS, MINUTES, NOON } from '../support/tickets';

const target = (about: Partial<Target> = {}): Target => ({
  teamId: null,
  priority: null,
  firstAnswer: null,
  nextAnswer: null,
  resolution: null,
  ...about,
});
const teamOf = (id: string, hours: Hours | null): [string, Team] => [
  id,
  { id, name: id, hours, createdAt: 0, updatedAt: 0, deletedAt: null, version: 1 },
];
const under = (targets: readonly Target[], hours: Hours | null = null, teams: readonly [string, Team][] = []) =>
  policyOf(DEFAULT_SETTINGS, { routing: { hours } as never }, 1, { targets, teams: new Map(teams) });
const dues = (ticket: Ticket, policy: ReturnType<typeof under>) =>
  Object.fromEntries(aimsOf(ticket, policy).map(({ kind, dueAt }) => [kind, dueAt - NOON]));

/** Nine to five on weekdays, UTC. */
const OFFICE: Hours = {
  timeZone: 'UTC',
  days: Object.fromEntries(WEEK.map((day, at) => [day, at < 5 ? [{ from: '09:00', to: '17:00' }] : []])) as unknown as Hours['days'],
  holidays: [],
};
const ALL = target({ firstAnswer: 'PT1H', nextAnswer: 'PT4H', resolution: 'P1D' });

describe('which targets a ticket has', () => {
  const policy = under([ALL]);

  it('a new one: its first answer and its end, from its creation', () => {
    expect(dues(aTicket({ status: 'pending', unansweredSince: NOON }), policy)).toEqual({ first_answer: HOURS, resolution: DAYS });
  });

  it('an answered one whose customer wrote again: the next answer, from their first message that nobody has answered', () => {
    const asked = aTicket({ firstResponseAt: NOON + MINUTES, unansweredSince: NOON + 2 * HOURS });
    expect(dues(asked, policy)).toEqual({ first_answer: HOURS, next_answer: 6 * HOURS, resolution: DAYS });
    expect(dues({ ...asked, unansweredSince: null }, policy)).toEqual({ first_answer: HOURS, resolution: DAYS });
  });

  it('one that the desk began has had its first answer', () => {
    expect(dues(aTicket({ firstResponseAt: NOON }), policy)).toEqual({ resolution: DAYS });
  });

  it('one that was opened again: its end from then, the first answer as it was', () => {
    const again = aTicket({ firstResponseAt: NOON + MINUTES, openedAt: NOON + 3 * DAYS });
    expect(dues(again, policy)).toEqual({ first_answer: HOURS, resolution: 4 * DAYS });
  });

  it('one that was closed unanswered has missed no answer', () => {
    expect(dues(aTicket({ status: 'closed' }), policy)).toEqual({ resolution: DAYS });
  });

  it('none without targets', () => {
    expect(aimsOf(aTicket({ unansweredSince: NOON }), under([]))).toEqual([]);
    expect(nextDue(aTicket(), under([]))).toBeNull();
  });
});

describe('which row decides', () => {
  const rows = [
    target({ firstAnswer: 'PT8H', resolution: 'P5D' }),
    target({ priority: 'urgent', firstAnswer: 'PT1H' }),
    target({ teamId: 'sales', firstAnswer: 'PT2H', resolution: 'P2D' }),
    target({ teamId: 'sales', priority: 'urgent', firstAnswer: 'PT15M' }),
  ];
  it.each([
    [null, 'medium', 8 * HOURS, 5 * DAYS],
    [null, 'urgent', HOURS, 5 * DAYS],
    ['sales', 'medium', 2 * HOURS, 2 * DAYS],
    ['sales', 'urgent', 15 * MINUTES, 2 * DAYS],
    ['support', 'urgent', HOURS, 5 * DAYS],
  ] as [string | null, Priority, number, number][])('team %s, %s', (teamId, priority, first, end) => {
    for (const order of [rows, [...rows].reverse()])
      expect(dues(aTicket({ teamId, priority }), under(order))).toEqual({ first_answer: first, resolution: end });
  });
});

describe('when a target is due', () => {
  it('counts the hours of the ticket’s team, else those of the workspace', () => {
    const policy = under([target({ firstAnswer: 'PT1H' })], OFFICE, [
      teamOf('night', { ...OFFICE, days: { ...OFFICE.days, sat: [{ from: '12:00', to: '24:00' }] } }),
      teamOf('plain', null),
    ]);
    const monday = 2 * DAYS - 2 * HOURS;
    expect(dues(aTicket({ teamId: null }), policy)).toEqual({ first_answer: monday });
    expect(dues(aTicket({ teamId: 'plain' }), policy)).toEqual({ first_answer: monday });
    expect(dues(aTicket({ teamId: 'night' }), policy)).toEqual({ first_answer: HOURS });
  });

  it('is never due when nobody ever works', () => {
    const never: Hours = { ...OFFICE, days: Object.fromEntries(WEEK.map((day) => [day, []])) as unknown as Hours['days'] };
    expect(nextDue(aTicket(), under([ALL], never))).toBeNull();
  });

  it('is later for a longer time, and as a count of the working minutes says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 20_000 }),
        (minutes, more, begin) => {
          const ticket = aTicket({ createdAt: NOON + begin * MINUTES, openedAt: null });
          const due = (length: number) => nextDue(ticket, under([target({ resolution: `PT${length}M` })], OFFICE)) ?? 0;
          expect(due(minutes)).toBe(minuteByMinute(ticket.createdAt, minutes));
          expect(due(minutes + more)).toBeGreaterThanOrEqual(due(minutes));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The end of the n-th working minute, counted one by one. */
function minuteByMinute(from: number, minutes: number): number {
  let at = from;
  for (let left = minutes; left > 0; at += MINUTES) {
    const [day, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()];
    if (day > 0 && day < 6 && hour >= 9 && hour < 17) left--;
  }
  return at;
}

describe('how a target stands', () => {
  const policy = under([ALL]);
  const first = (about: Partial<Ticket>, now: number) => {
    const aim = aimsOf(aTicket(about), policy).find(({ kind }) => kind === 'first_answer');
    return aim && stateOf(aim, policy, now);
  };

  it.each([
    [0, 'running'],
    [45 * MINUTES - 1, 'running'],
    [45 * MINUTES, 'soon'],
    [HOURS - 1, 'soon'],
    [HOURS, 'missed'],
  ])('%d ms later: %s', (later, state) => {
    expect(first({}, NOON + later)).toBe(state);
  });

  it('is met by an answer in time, and stays missed by one that came late', () => {
    expect(first({ firstResponseAt: NOON + HOURS }, NOON + DAYS)).toBe('met');
    expect(first({ firstResponseAt: NOON + HOURS + 1 }, NOON + DAYS)).toBe('missed');
  });

  it('is due soon no sooner than half of its time is over', () => {
    const short = under([target({ firstAnswer: 'PT10M' })]);
    const [aim] = aimsOf(aTicket(), short);
    expect(aim && [stateOf(aim, short, NOON + 5 * MINUTES - 1), stateOf(aim, short, NOON + 5 * MINUTES)]).toEqual(['running', 'soon']);
  });

  it('the next one is the first due of those that run', () => {
    expect(nextDue(aTicket(), policy)).toBe(NOON + HOURS);
    expect(nextDue(aTicket({ firstResponseAt: NOON + MINUTES }), policy)).toBe(NOON + DAYS);
  });
});

describe('a list of targets', () => {
  const errors = (...targets: Target[]) => targetErrors(targets, new Set(['sales'])).map(({ path }) => path);

  it('may have one row for each team and priority, of teams that are there, with durations that can be', () => {
    expect(errors(ALL, target({ priority: 'low' }), target({ teamId: 'sales' }), target({ teamId: 'sales', priority: 'low' }))).toEqual([]);
    expect(errors(ALL, ALL)).toEqual(['targets.1']);
    expect(errors(target({ teamId: 'gone' }))).toEqual(['targets.0.teamId']);
    expect(errors(target({ firstAnswer: 'P1M', nextAnswer: 'PT0S', resolution: 'P1D' }))).toEqual([
      'targets.0.firstAnswer',
      'targets.0.nextAnswer',
    ]);
  });
});
