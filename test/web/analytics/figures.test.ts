import { dayOfDate } from '../../../src/domain/local-time';
import { PRESETS, readFiguresSearch, withChange } from '../../../web/analytics/address';
import { askedOf } from '../../../web/analytics/asked';
import { comparedCount, comparedSeconds, comparedShare } from '../../../web/analytics/compared';
import { csvOf } from '../../../web/analytics/csv';
import { daysOf, groupFor, groupsFor } from '../../../web/analytics/days';
import { lastingOf } from '../../../web/analytics/lasting';
import { daysNamed, namedIn, weekdaysIn } from '../../../web/analytics/named';
import { niceAxis, niceSeconds, spaced } from '../../../web/analytics/nice-axis';
import { analytics } from '../../../web/words/en/analytics';

const units = { second: 's', minute: 'min', hour: 'h', day: 'd' };
/** Some versions of ICU part the ends of a range by thin spaces. */
const tight = (text: string) => text.replaceAll(/\s*\u2013\s*/g, '\u2013');
const said = (seconds: number) => lastingOf(seconds, units).replaceAll('\u00a0', ' ');

describe('the period that is looked at', () => {
  test('has its days, also over the ends of months and years', () => {
    const daysAt = (date: string) => PRESETS.map((preset) => Object.values(daysOf(preset, dayOfDate(date))).join(' '));
    expect(daysAt('2026-11-25')).toEqual([
      '2026-11-25 2026-11-25',
      '2026-11-24 2026-11-24',
      '2026-11-19 2026-11-25',
      '2026-11-23 2026-11-25',
      '2026-11-16 2026-11-22',
      '2026-11-01 2026-11-25',
      '2026-10-01 2026-10-31',
      '2026-10-27 2026-11-25',
      '2026-08-28 2026-11-25',
    ]);
    expect(daysAt('2027-01-01').slice(3, 7)).toEqual([
      '2026-12-28 2027-01-01',
      '2026-12-21 2026-12-27',
      '2027-01-01 2027-01-01',
      '2026-12-01 2026-12-31',
    ]);
  });

  test('is grouped so that one sees something', () => {
    const grouped = (from: string, to: string) => [groupFor({ from, to }), groupsFor({ from, to })];
    expect(grouped('2026-11-22', '2026-11-22')).toEqual(['hour', ['hour', 'day']]);
    expect(grouped('2026-11-16', '2026-11-22')).toEqual(['day', ['hour', 'day']]);
    expect(grouped('2026-10-24', '2026-11-22')).toEqual(['day', ['day', 'week']]);
    expect(grouped('2026-08-25', '2026-11-22')).toEqual(['week', ['day', 'week', 'month']]);
    expect(grouped('2026-01-01', '2026-12-31')).toEqual(['month', ['week', 'month']]);
  });

  test('stands in the address, and what is nothing there is left out', () => {
    const all = {
      from: '2026-11-01',
      to: '2026-11-05',
      group: 'hour',
      compare: 'none',
      channel: 'chn_1,chn_2',
      team: 'tem_1',
      zone: 'America/Lima',
      hours: 'business',
    };
    expect(readFiguresSearch(all)).toEqual(all);
    expect(readFiguresSearch({ from: '2026-11-05', to: '2026-11-01', period: 'this_week', zone: 'Atlantis', hours: 'all' })).toEqual({
      period: 'this_week',
    });
    expect(
      withChange({ from: '2026-11-01', to: '2026-11-05', team: 'tem_1' }, { from: undefined, to: undefined, period: 'today' }),
    ).toEqual({
      team: 'tem_1',
      period: 'today',
    });
    expect(askedOf({ group: 'month' }, 'Europe/Madrid', dayOfDate('2026-11-22'))).toEqual({
      from: '2026-11-16',
      to: '2026-11-22',
      group: 'day',
      zone: 'Europe/Madrid',
      compare: true,
      business: false,
    });
  });
});

describe('a figure in words', () => {
  test('is compared with the period before', () => {
    const count = (now: number, before: number) => comparedCount(now, before, analytics.compared, String);
    expect([count(412, 381), count(398, 401), count(7, 7), count(3, 0)]).toEqual([
      '8 % more than before',
      '1 % fewer than before',
      'as many as before',
      'none before',
    ]);
    expect([
      comparedSeconds(216, 236, analytics.compared, said),
      comparedSeconds(17_460, 15_360, analytics.compared, said),
      comparedSeconds(null, 3, analytics.compared, said),
      comparedSeconds(3, null, analytics.compared, said),
    ]).toEqual(['20 s faster', '35 min slower', '', 'none before']);
    expect([comparedShare(0.612, 0.578, analytics.compared), comparedShare(0.61, 0.614, analytics.compared)]).toEqual([
      '3 points more',
      'as before',
    ]);
  });

  test('lasts two units at most, seconds only under ten minutes', () => {
    expect([0, 59, 60, 216, 185, 600, 3599, 3600, 17_460, 14_520, 86_400, 183_600].map(said)).toEqual([
      '0 s',
      '59 s',
      '1 min',
      '3 min 36 s',
      '3 min 05 s',
      '10 min',
      '59 min',
      '1 h',
      '4 h 51 min',
      '4 h 02 min',
      '1 d',
      '2 d 3 h',
    ]);
  });

  test('names its day in full, in the zone that was chosen', () => {
    const named = namedIn('en-GB', 'America/Lima', 'day');
    expect(named.short('2026-11-20T05:00:00.000Z')).toBe('Fri 20');
    expect(named.full('2026-11-20T05:00:00.000Z', '2026-11-21T05:00:00.000Z')).toMatch(/^Friday,? 20 November 2026$/);
    const week = namedIn('en-GB', 'UTC', 'week').full('2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z');
    expect(tight(week)).toBe('16\u201322 November 2026');
    expect(tight(daysNamed('en-GB', '2026-11-16', '2026-11-22', 2026))).toBe('16\u201322 Nov');
    expect(daysNamed('en-GB', '2026-11-16', '2026-11-16', 2027)).toBe('16 November 2026');
    expect(weekdaysIn('es', 'short')).toEqual(['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']);
  });
});

test('An axis begins at nothing and ends at a round number above all', () => {
  expect([0, 1, 3, 7, 78, 141, 1_056].map(niceAxis)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1, 2, 3],
    [0, 2, 4, 6, 8],
    [0, 20, 40, 60, 80],
    [0, 50, 100, 150],
    [0, 500, 1_000, 1_500],
  ]);
  expect([3, 216, 960, 17_460, 3_000_000].map((greatest) => niceSeconds(greatest).map(said).at(-1))).toEqual([
    '3 s',
    '4 min',
    '20 min',
    '6 h',
    '42 d',
  ]);
  expect(spaced(7, 700, 56)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(spaced(30, 300, 56)).toEqual([0, 6, 12, 18, 24]);
});

test('The file holds names as they are, and none of them runs in a spreadsheet', () => {
  expect(
    csvOf([
      ['new_tickets', 'Casa "Lumen", Madrid', 412, null],
      ['agents', '=HYPERLINK("x")', -3, '@home'],
      ['teams', '＝1+1', 0, '\n=1'],
    ]),
  ).toBe('new_tickets,"Casa ""Lumen"", Madrid",412,\r\nagents,"\'=HYPERLINK(""x"")",-3,\'@home\r\nteams,\'＝1+1,0,"\'\n=1"\r\n');
});
