import { COLUMNS } from '../../../src/domain/figures/columns';
import { askedFor, draftOn, flipped, lackOf } from '../../../web/reports/draft';
import { daysKept, leavesOutTheNewest, type Report, type Schedule, shareOf } from '../../../web/reports/report';
import { saidIn } from '../../../web/reports/said';
import { addressesIn, bodyOf, everyOther, formOf, lacksOf, newForm, periodOf, periodsWith } from '../../../web/reports/schedule-form';
import { common } from '../../../web/words/en/common';
import { reports } from '../../../web/words/en/reports';
import { reportColumns as spanish } from '../../../web/words/es/report-columns';
import { reportColumns as portuguese } from '../../../web/words/pt-br/report-columns';

const said = saidIn('en', 'en-GB', { common, reports } as never);
const draft = draftOn('2026-11-22', 'Europe/Madrid');

describe('the sentence that asks for a report', () => {
  it('begins with this month so far, and calls the report by what it holds', () => {
    expect(askedFor(draft, said)).toEqual({
      type: 'customer_tickets',
      name: 'Customer tickets, 1 to 22 Nov 2026',
      from: '2026-11-01',
      to: '2026-11-22',
      channelKinds: null,
      zone: 'Europe/Madrid',
      format: 'xlsx',
    });
  });

  it('asks for a byte order mark in a CSV alone, and keeps a name of one’s own', () => {
    expect(askedFor({ ...draft, bom: true }, said)).not.toHaveProperty('bom');
    expect(askedFor({ ...draft, bom: true, format: 'csv', name: ' For Ana ' }, said)).toMatchObject({ bom: true, name: 'For Ana' });
    expect(askedFor({ ...draft, name: '  ' }, said).name).toBe('Customer tickets, 1 to 22 Nov 2026');
  });

  it('lacks a day, or has its days the wrong way round', () => {
    expect(lackOf(draft)).toBeNull();
    expect(lackOf({ from: '', to: '2026-11-22' })).toBe('noDays');
    expect(lackOf({ from: '2026-11-22', to: '2026-11-21' })).toBe('backwards');
  });

  it('takes networks one by one; none of them is all of them', () => {
    expect(flipped(null, 'telegram')).toEqual(['telegram']);
    expect(flipped(['telegram'], 'webchat')).toEqual(['telegram', 'webchat']);
    expect(flipped(['telegram'], 'telegram')).toBeNull();
  });
});

describe('a report in the history', () => {
  const report = { ...askedFor(draft, said), format: 'csv', channelKinds: ['whatsapp_cloud', 'instagram'] } as const;

  it('is told from others by what its name does not say', () => {
    expect(said.filters(report)).toBe('WhatsApp, Instagram · Madrid time · CSV');
    expect(said.filters({ ...report, name: 'For Ana', zone: 'UTC', channelKinds: null })).toBe(
      'Customer tickets · 1 to 22 Nov 2026 · All channels · UTC · CSV',
    );
  });

  it('is never called whole while it is being made', () => {
    expect(said.percent(shareOf({ rows: 812, expected: 1_310 }) ?? 0)).toBe('61%');
    expect(shareOf({ rows: 1_400, expected: 1_310 })).toBe(0.99);
    expect(shareOf({ rows: 0, expected: null })).toBeNull();
  });

  it('of messages leaves out the newest while its days are not over', () => {
    const messages = { type: 'messages', zone: 'Europe/Madrid', to: '2026-11-22' } as const;
    expect(leavesOutTheNewest(messages, '2026-11-22T23:00:14.999Z')).toBe(true);
    expect(leavesOutTheNewest(messages, '2026-11-22T23:00:15.000Z')).toBe(false);
    expect(leavesOutTheNewest({ ...messages, type: 'customer_tickets' }, '2026-11-22T12:00:00Z')).toBe(false);
  });

  it('says for how long its file was kept', () => {
    expect(daysKept({ finishedAt: '2026-10-01T05:00:00Z', expiresAt: '2026-10-31T05:00:00Z' } as Report)).toBe(30);
    expect(daysKept({ finishedAt: null, expiresAt: null } as Report)).toBeNull();
  });
});

describe('a schedule', () => {
  const schedule = { ...newForm('UTC'), name: 'Mondays', period: { days: 14 }, cron: '30 6 * * 1', mailTo: ['a@b.example', 'c@d.example'] };

  it('is filled in as it is, and comes back unchanged', () => {
    const form = formOf(schedule as unknown as Schedule);
    expect(form).toMatchObject({ when: { every: 'week', at: '06:30', day: 'mon' }, mailTo: 'a@b.example, c@d.example' });
    expect(bodyOf(form, false)).toEqual({
      name: 'Mondays',
      period: { days: 14 },
      channelKinds: null,
      zone: 'UTC',
      format: 'xlsx',
      cron: '30 6 * * 1',
      mailTo: ['a@b.example', 'c@d.example'],
    });
    expect(bodyOf(form, true)).toHaveProperty('type', 'customer_tickets');
  });

  it('says everything that it lacks', () => {
    expect(lacksOf({ ...newForm('UTC'), when: { every: 'day', at: '' }, mailTo: 'a@b.example, marta' })).toEqual([
      { field: 'name', says: 'noName' },
      { field: 'when', says: 'noTime' },
      { field: 'mailTo', word: 'marta' },
    ]);
    expect(lacksOf({ ...newForm('UTC'), name: 'x', when: { every: 'own', cron: '0 7 * *' } })).toEqual([{ field: 'when', says: 'noCron' }]);
  });

  it('keeps its time of the day when it runs on other days, and shows cron what was chosen', () => {
    expect(everyOther('week', { every: 'month', at: '18:30', date: 2 })).toEqual({ every: 'week', at: '18:30', day: 'mon' });
    expect(everyOther('own', { every: 'month', at: '18:30', date: 2 })).toEqual({ every: 'own', cron: '30 18 2 * *' });
    expect(everyOther('day', { every: 'own', cron: '0 7 * * 1-5' })).toEqual({ every: 'day', at: '07:00' });
  });

  it('offers its own period beside the usual ones', () => {
    expect(periodsWith({ days: 14 })).toContainEqual({ days: 14 });
    expect(periodsWith({ days: 7 })).toHaveLength(6);
    expect(periodOf('months 3')).toEqual({ months: 3 });
    expect(addressesIn('a@b.example; a@b.example\nc@d.example')).toEqual(['a@b.example', 'c@d.example']);
  });

  it.each([
    ['0 7 * * *', 'every day at 07:00'],
    ['30 6 * * 0', 'every Sunday at 06:30'],
    ['0 7 1 * *', 'on day 1 of every month at 07:00'],
    ['0 7 * * 1-5', '0 7 * * 1-5'],
  ])('of %s runs %s', (cron, words) => {
    expect(said.when(cron)).toBe(words);
  });
});

it.each([
  ['Spanish', spanish],
  ['Portuguese', portuguese],
])('in %s every column of every report is explained, and no other', (_, words) => {
  const ids = Object.entries(COLUMNS).flatMap(([type, columns]) => columns.map(({ id }) => `${type}.${id}`));
  expect(Object.keys(words).sort()).toEqual(ids.sort());
});
