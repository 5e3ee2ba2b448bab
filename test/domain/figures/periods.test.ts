import { packed, unpacked } from '../../../src/domain/figures/packing';
import { bucketAt, bucketsOf, clocksIn, type Group, periodBefore, periodOf } from '../../../src/domain/figures/periods';
import { keysOf, within } from '../../../src/domain/figures/side-by-side';
import { partsOf, sorted } from '../../../src/domain/figures/spread';

const HOUR = 3_600_000;
const cut = (zone: string, group: Group, from: string, to = from) => bucketsOf(periodOf({ zone, from, to }), group);
const starts = (...asked: Parameters<typeof cut>) => cut(...asked).map(({ from }) => new Date(from).toISOString().slice(0, 16));
const lengths = (...asked: Parameters<typeof cut>) => cut(...asked).map(({ from, to }) => (to - from) / HOUR);

describe('the days of a zone', () => {
  it.each([
    ['Europe/Madrid', '2026-03-29', 23],
    ['Europe/Madrid', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Asia/Kolkata', '2026-03-29', 24],
    ['UTC', '2026-03-29', 24],
  ])('in %s, %s has %s hours', (zone, day, hours) => {
    expect(lengths(zone, 'day', day)).toEqual([hours]);
  });

  it('begin at its midnights', () => {
    expect(starts('Asia/Kolkata', 'day', '2026-11-22', '2026-11-23')).toEqual(['2026-11-21T18:30', '2026-11-22T18:30']);
    expect(starts('Europe/Madrid', 'day', '2026-10-25', '2026-10-26')).toEqual(['2026-10-24T22:00', '2026-10-25T23:00']);
  });

  it('leave out one that the zone skipped', () => {
    expect(starts('Pacific/Apia', 'day', '2011-12-29', '2011-12-31')).toEqual(['2011-12-29T10:00', '2011-12-30T10:00']);
  });
});

it('are known of the first years, too, whose numbers calendars and dates take for others', () => {
  for (const zone of ['UTC', 'America/New_York', 'Africa/Monrovia'])
    for (const from of ['0000-01-01', '0001-01-01', '0099-12-31'])
      expect([zone, from, lengths(zone, 'day', from), [...clocksIn(periodOf({ zone, from, to: '0125-01-01' }))].length]).toEqual([
        zone,
        from,
        [24],
        1,
      ]);
});

describe('the hours of a zone', () => {
  it('come twice as two where clocks are put back', () => {
    expect(cut('Europe/Madrid', 'hour', '2026-10-25')).toHaveLength(25);
    expect(cut('America/New_York', 'hour', '2026-11-01')).toHaveLength(25);
  });

  it('are left out where clocks are put forward', () => {
    expect(cut('Europe/Madrid', 'hour', '2026-03-29')).toHaveLength(23);
    expect(new Set(lengths('Europe/Madrid', 'hour', '2026-03-29'))).toEqual(new Set([1]));
  });

  it('are cut where clocks turn by half an hour', () => {
    expect(lengths('Australia/Lord_Howe', 'hour', '2026-04-05').slice(0, 4)).toEqual([1, 1, 0.5, 1]);
    expect(lengths('Australia/Lord_Howe', 'hour', '2026-10-04').slice(0, 4)).toEqual([1, 1, 0.5, 1]);
  });

  it('begin at half past in UTC where the zone is half an hour off', () => {
    expect(starts('Asia/Kolkata', 'hour', '2026-11-22').slice(0, 2)).toEqual(['2026-11-21T18:30', '2026-11-21T19:30']);
  });
});

describe('weeks and months', () => {
  it('begin on Monday and on the first, and are cut by the period', () => {
    expect(starts('UTC', 'week', '2026-11-18', '2026-12-01')).toEqual(['2026-11-18T00:00', '2026-11-23T00:00', '2026-11-30T00:00']);
    expect(starts('America/New_York', 'month', '2026-10-15', '2026-12-01')).toEqual([
      '2026-10-15T04:00',
      '2026-11-01T04:00',
      '2026-12-01T05:00',
    ]);
  });

  it('follow each other without gaps over a whole year, in every zone', () => {
    for (const zone of ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'])
      for (const group of ['day', 'week', 'month'] as const) {
        const buckets = cut(zone, group, '2026-01-01', '2026-12-31');
        expect(buckets.every(({ from, to }, at) => from < to && (at === 0 || buckets[at - 1]?.to === from))).toBe(true);
        expect(buckets.map(({ to }, at) => [bucketAt(buckets, to - 1), bucketAt(buckets, buckets[at]?.from ?? 0)])).toEqual(
          buckets.map((_, at) => [at, at]),
        );
      }
  });
});

describe('the period before', () => {
  const edgesBefore = (from: string, to: string, now = '2030-01-01T00:00Z') => {
    const { zone, days, ...edges } = periodBefore(periodOf({ zone: 'Europe/Madrid', from, to }), Date.parse(now));
    return [edges.from, edges.to].map((at) => new Date(at).toISOString().slice(0, 16));
  };

  it('has as many days', () => {
    expect(edgesBefore('2026-10-26', '2026-11-01')).toEqual(['2026-10-18T22:00', '2026-10-25T23:00']);
  });

  it('is as many calendar months when the period is whole months', () => {
    expect(edgesBefore('2026-03-01', '2026-03-31')).toEqual(['2026-01-31T23:00', '2026-02-28T23:00']);
    expect(edgesBefore('2026-01-01', '2026-02-28')).toEqual(['2025-10-31T23:00', '2025-12-31T23:00']);
  });

  it('is as long when the period was named by moments', () => {
    expect(edgesBefore('2026-11-22T09:00:00Z', '2026-11-22T10:30:00+01:00')).toEqual(['2026-11-22T08:30', '2026-11-22T09:00']);
  });

  it.each([
    ['a week to the same hour of the same day', ['2026-11-16', '2026-11-22', '2026-11-18T13:30Z'], '2026-11-11T13:30'],
    ['its first moment', ['2026-11-16', '2026-11-22', '2026-11-15T23:00:01Z'], '2026-11-08T23:00'],
    ['a week after clocks turned to the hour that they show', ['2026-10-26', '2026-11-01', '2026-10-29T13:30Z'], '2026-10-22T12:30'],
    ['a day after a shorter one', ['2026-03-30', '2026-03-30', '2026-03-30T08:00Z'], '2026-03-29T08:00'],
    ['an hour that clocks skipped to their turn', ['2026-03-30', '2026-03-30', '2026-03-30T00:30Z'], '2026-03-29T01:00'],
    ['a month to the same day of the month', ['2026-03-01', '2026-03-31', '2026-03-10T11:00Z'], '2026-02-10T11:00'],
    ['a day that the month before had not to its end', ['2026-03-01', '2026-03-31', '2026-03-30T11:00Z'], '2026-02-28T23:00'],
    ['moments by what has passed', ['2026-11-22T09:00:00Z', '2026-11-22T11:00:00Z', '2026-11-22T09:30Z'], '2026-11-22T07:30'],
    ['a period that is to come not at all', ['2026-12-01', '2026-12-02', '2026-11-22T09:30Z'], '2026-11-30T23:00'],
  ])('is cut where the period is so far: %s', (_, [from = '', to = '', now], end) => {
    expect(edgesBefore(from, to, now)[1]).toBe(end);
  });
});

it('tells where a zone\u2019s clocks turn', () => {
  const { from, to } = periodOf({ zone: 'Europe/Madrid', from: '2026-01-01', to: '2026-12-31' });
  expect([...clocksIn({ zone: 'Europe/Madrid', from, to })].map((one) => [new Date(one.from).toISOString(), one.offset / HOUR])).toEqual([
    ['2025-12-31T23:00:00.000Z', 1],
    ['2026-03-29T01:00:00.000Z', 2],
    ['2026-10-25T01:00:00.000Z', 1],
  ]);
});

describe('what is no period is refused, with what is wrong', () => {
  it.each([
    ['from', { from: '2026-02-30', to: '2026-03-01', zone: 'UTC' }],
    ['from', { from: 'yesterday', to: '2026-03-01', zone: 'UTC' }],
    ['to', { from: '2026-03-01', to: '2026-03-01T25:00:00Z', zone: 'UTC' }],
    ['to', { from: '2026-03-02', to: '2026-03-01', zone: 'UTC' }],
    ['zone', { from: '2026-03-01', to: '2026-03-01', zone: 'Atlantis' }],
  ])('%s of %j', (path, asked) => {
    expect(() => periodOf(asked)).toThrow(
      expect.objectContaining({ code: 'invalid', facts: { errors: [expect.objectContaining({ path })] } }),
    );
  });

  it('group, without walking through thousands of years', () => {
    const looks = jest.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    for (const group of ['hour', 'day', 'week', 'month'] as const)
      expect(() => cut('America/New_York', group, '2026-01-01', '9999-12-31')).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(looks.mock.calls.length).toBeLessThan(100);
    looks.mockRestore();
  });

  it('group, when there would be too many', () => {
    expect(() => cut('UTC', 'hour', '2026-01-01', '2026-12-31')).toThrow(
      expect.objectContaining({ facts: { errors: [expect.objectContaining({ path: 'group' })] } }),
    );
    expect(cut('UTC', 'hour', '2026-01-01', '2026-03-03')).toHaveLength(62 * 24);
  });
});

describe('what is counted of a day', () => {
  const many = 60_000;
  const any = (at: number, most: number) => (at * 2_654_435_761) % most;
  const moments = Float64Array.from({ length: many }, (_, at) => any(at, 24 * HOUR));
  const total = Uint32Array.from({ length: many }, (_, at) => any(at + 7, at % 3 === 0 ? 4_294_967_296 : 2_000));
  const keys = Array.from({ length: many }, (_, at) => `cause channel ${at % 5 === 0 ? '' : `team${at % 5}`} agent${at % 40}`);

  it('is the same once it was packed, in the order of its moments, whole or in part', () => {
    const columns = { rows: many, ...keysOf(keys, 4), since: 5 * 24 * HOUR, moments, numbers: { total } };
    const bytes = packed([columns], 5);
    const parts = bytes.map((one) => unpacked({ day: 5, bytes: one }));
    expect(parts.map((part) => part?.rows)).toEqual([50_000, 10_000]);
    const lay = parts.flatMap((part) =>
      Array.from(part?.keys ?? [], (key, at) => {
        const texts = Array.from(part?.tuples.subarray(key * 4, key * 4 + 4) ?? [], (place) => part?.texts[place]).join(' ');
        return `${part?.moments[at]} ${texts} ${part?.numbers.total?.[at]}`;
      }),
    );
    const should = keys.map((key, at) => [moments[at] as number, `${moments[at]} ${key} ${total[at]}`] as const);
    expect(lay).toEqual(should.sort(([a], [b]) => a - b).map(([, line]) => line));
    const noon = { from: 5.5 * 24 * HOUR, to: 9 * 24 * HOUR };
    const later = parts.map((part) => (part ? within(part, noon).rows : 0)).reduce((sum, rows) => sum + rows, 0);
    expect(later).toBe(moments.filter((moment) => moment >= 12 * HOUR).length);
    expect(unpacked({ day: 5, bytes: new Uint8Array(32) })).toBeNull();
  });

  it('is put in order once, and dealt out in order', () => {
    const { values, places } = sorted(total);
    expect(values).toEqual(total.slice().sort());
    expect(Uint32Array.from(places, (place) => total[place] as number)).toEqual(values);
    const groups = Uint32Array.from({ length: many }, (_, at) => at % 7);
    const should = Array.from({ length: 8 }, (_, group) => total.filter((_, at) => at % 7 === group).sort());
    expect(partsOf({ values, places }, 8, groups)).toEqual(should);
  });
});
