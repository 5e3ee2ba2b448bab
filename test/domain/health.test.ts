import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNews, judge, newHealth, severityOf, wordsOf } from '../../src/domain/health';
import type { AccountFacts, HealthFacts } from '../../src/domain/health-facts';
import { HEALTH_RULES, type HealthCode } from '../../src/domain/health-rules';
import { type Hours, hoursToCount, NO_HOURS, REMEMBERED, silenceOf, withHours } from '../../src/domain/rhythm';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 25, 12);

const ACCOUNT: AccountFacts = {
  token: { valid: true, expiresAt: null, scopes: null, missing: [], detail: null },
  name: 'Casa Lumen',
  subscribed: true,
  otherApps: [],
  quality: null,
  wrong: null,
};

const WELL: HealthFacts = {
  connectedAt: NOW - 30 * DAY,
  hasWebhook: true,
  asksLeave: true,
  paused: null,
  slowed: null,
  tokenAge: null,
  account: ACCOUNT,
  check: { at: NOW - MINUTE, failedSince: null, detail: null },
  handshakeAt: NOW - 30 * DAY,
  lastEventAt: NOW - MINUTE,
  lastSentAt: NOW - MINUTE,
  signatureFailures: { count: 0, inARow: 0, lastAt: null },
  foreignSecret: null,
  otherUrl: null,
  queue: { waiting: 0, oldestAt: null, alarmAfter: 15 * MINUTE },
  quality: { rating: 'green', limit: 'TIER_1K', at: NOW },
  silence: null,
  gaps: { statuses: 0, replies: 0, lastAt: null },
  alarms: [],
};

const account = (over: Partial<AccountFacts>): Partial<HealthFacts> => ({ account: { ...ACCOUNT, ...over } });
const token = (over: Partial<AccountFacts['token']>) => account({ token: { ...ACCOUNT.token, ...over } });
const other = [{ id: '7', name: 'Another app' }];

// biome-ignore format: a table is read in columns
const CASES: readonly (readonly [says: string, facts: Partial<HealthFacts>, code: HealthCode | null])[] = [
  ['nothing is wrong',                                  {}, null],
  ['the token is refused',                              token({ valid: false, detail: 'Session has expired' }), 'token_invalid'],
  ['the token has ended since it was asked for',        token({ expiresAt: NOW }), 'token_invalid'],
  ['the token ends in a week',                          token({ expiresAt: NOW + 7 * DAY }), 'token_expiring'],
  ['the token ends later',                              token({ expiresAt: NOW + 7 * DAY + 1 }), null],
  ['the token is as old as such ones live, but a week', { tokenAge: { since: NOW - 53 * DAY, life: 60 * DAY } }, 'token_old'],
  ['the token is younger',                              { tokenAge: { since: NOW - 52 * DAY, life: 60 * DAY } }, null],
  ['a scope is missing',                                token({ missing: ['whatsapp_business_messaging'] }), 'scopes_missing'],
  ['the account is another',                            account({ wrong: { says: 'It is another', do: 'Change it.' } }), 'wrong_account'],
  ['our app hears nothing',                             account({ subscribed: false }), 'not_subscribed'],
  ['it is not known whether it does',                   account({ subscribed: null, otherApps: null }), null],
  ['another app hears it too',                          account({ otherApps: other }), 'other_apps'],
  ['sending is paused',                                 { paused: { reason: 'auth: expired', since: NOW } }, 'paused'],
  ['the network complains of the account',              { alarms: [{ event: 'security', detail: 'PIN changed', at: NOW }] }, 'account_alarm'],
  ['quality is low',                                    { quality: { rating: 'red', limit: null, at: NOW } }, 'quality_low'],
  ['quality is middling',                               { quality: { rating: 'yellow', limit: null, at: NOW } }, null],
  ['something waits too long',                          { queue: { waiting: 2, oldestAt: NOW - 15 * MINUTE, alarmAfter: 15 * MINUTE } }, 'queue_waits'],
  ['something waits',                                   { queue: { waiting: 2, oldestAt: NOW - 14 * MINUTE, alarmAfter: 15 * MINUTE } }, null],
  ['nobody wants to know how long it waits',            { queue: { waiting: 2, oldestAt: NOW - DAY, alarmAfter: null } }, null],
  ['three signatures in a row are wrong',               { lastEventAt: NOW - HOUR, signatureFailures: { count: 3, inARow: 3, lastAt: NOW } }, 'signature_failures'],
  ['somebody tries the door while right ones come',     { signatureFailures: { count: 900, inARow: 900, lastAt: NOW } }, null],
  ['two are',                                           { lastEventAt: NOW - HOUR, signatureFailures: { count: 9, inARow: 2, lastAt: NOW } }, null],
  ['three were, a day ago',                             { lastEventAt: NOW - 2 * DAY, signatureFailures: { count: 3, inARow: 3, lastAt: NOW - DAY } }, null],
  ['the URL is another channel’s',                      { foreignSecret: { channelId: 'b', count: 1, lastAt: NOW } }, 'foreign_secret'],
  ['it was, and events come now',                       { foreignSecret: { channelId: 'b', count: 1, lastAt: NOW - 2 * MINUTE } }, null],
  ['events come by another URL of the app',             { otherUrl: { channelId: 'b', count: 9, lastAt: NOW, swapped: false } }, null],
  ['two channels have each other’s URL',                { otherUrl: { channelId: 'b', count: 9, lastAt: NOW, swapped: true } }, 'swapped_urls'],
  ['nobody ever called',                                { handshakeAt: null, lastEventAt: null, connectedAt: NOW - HOUR }, 'no_handshake'],
  ['nobody has called yet',                             { handshakeAt: null, lastEventAt: null, connectedAt: NOW - HOUR + 1 }, null],
  ['nothing came in a day after the handshake',         { handshakeAt: NOW - DAY, lastEventAt: null }, 'no_event'],
  ['nothing came in a day, and nobody asks before',     { asksLeave: false, handshakeAt: null, lastEventAt: null, connectedAt: NOW - DAY }, 'no_event'],
  ['nothing came yet, and nobody asks before',          { asksLeave: false, handshakeAt: null, lastEventAt: null, connectedAt: NOW - HOUR }, null],
  ['nothing came by a line of our own',                 { hasWebhook: false, asksLeave: false, handshakeAt: null, lastEventAt: null }, null],
  ['the network can’t be told where to call',           { setUpFailure: { since: NOW - MINUTE, detail: 'PUBLIC_URL is not set' } }, 'not_set_up'],
  ['its line has not been ready for five minutes',      { lineDown: { since: NOW - 5 * MINUTE, detail: 'No Chrome found.', needsAdmin: false } }, 'line_down'],
  ['its line is coming back',                           { lineDown: { since: NOW - MINUTE, detail: null, needsAdmin: false } }, null],
  ['its line waits for an admin',                       { lineDown: { since: NOW, detail: 'The account is logged out.', needsAdmin: true } }, 'line_down'],
  ['the network can’t be asked for an hour',            { check: { at: null, failedSince: NOW - HOUR, detail: 'ECONNREFUSED' } }, 'unreachable'],
  ['the network could not be asked once',               { check: { at: null, failedSince: NOW - MINUTE, detail: 'ECONNREFUSED' } }, null],
  ['receipts of unknown messages',                      { gaps: { statuses: 3, replies: 0, lastAt: NOW } }, 'gaps'],
  ['answers to unknown messages',                       { gaps: { statuses: 0, replies: 3, lastAt: NOW } }, 'gaps'],
];

describe('what is wrong with a channel', () => {
  it.each(CASES)('when %s', (_says, facts, code) => {
    const { problems, state } = judge(newHealth(NOW), { ...WELL, ...facts }, NOW);
    expect(problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
    expect(state).toBe(code !== null && severityOf(code) === 'bad' ? 'bad' : 'good');
    for (const problem of problems) {
      const words = wordsOf(problem);
      expect(words.says).toMatch(/^[A-Z0-9].*\.$/);
      expect(`${words.says}${words.do}`).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('has a case for every rule', () => {
    const shown = new Set(CASES.map(([, , code]) => code));
    expect(Object.keys(HEALTH_RULES).filter((code) => !shown.has(code as HealthCode))).toEqual(['silence']);
  });

  it('is told in docs/channel-health.md, with every rule and how loud it is', () => {
    const told = readFileSync(join(__dirname, '..', '..', 'docs', 'channel-health.md'), 'utf8');
    for (const [code, { severity }] of Object.entries(HEALTH_RULES)) expect(told).toContain(`| \`${code}\` | ${severity} |`);
  });

  it('does not take receipts for a gap where another app sends too', () => {
    const gaps = { statuses: 90, replies: 0, lastAt: NOW };
    const { problems } = judge(newHealth(NOW), { ...WELL, ...account({ otherApps: other }), gaps }, NOW);
    expect(problems.map(({ code }) => code)).toEqual(['other_apps']);
  });

  it('is unknown until something was heard, sent or checked', () => {
    const nothing = { ...WELL, account: null, lastEventAt: null, lastSentAt: null, connectedAt: NOW };
    expect(judge(newHealth(NOW), nothing, NOW).state).toBe('unknown');
    expect(judge(newHealth(NOW), { ...nothing, lastSentAt: NOW }, NOW).state).toBe('good');
  });

  it('tells nothing of what comes and goes within its time, and keeps since when it turned', () => {
    const silent = { ...WELL, silence: { hours: 1, usual: 10, weeks: 4 } };
    const good = judge(newHealth(NOW), WELL, NOW);
    const rising = judge(good, silent, NOW + MINUTE);
    expect([isNews(good, rising), rising.problems]).toEqual([false, []]);
    expect(judge(judge(rising, WELL, NOW + 2 * MINUTE), silent, NOW + 11 * MINUTE).problems).toEqual([]);
    const bad = judge(rising, silent, NOW + 11 * MINUTE);
    expect(bad).toMatchObject({ state: 'bad', since: NOW + 11 * MINUTE, problems: [{ code: 'silence', since: NOW + MINUTE }] });
    const stillBad = judge(bad, silent, NOW + HOUR);
    expect([isNews(bad, stillBad), stillBad.since]).toEqual([false, bad.since]);
    const again = judge(stillBad, WELL, NOW + 2 * HOUR);
    expect(again.memory.history).toEqual([
      { at: NOW + 2 * HOUR, state: 'good', problems: [] },
      { at: NOW + 11 * MINUTE, state: 'bad', problems: ['silence'] },
      { at: NOW, state: 'good', problems: [] },
    ]);
  });

  it('keeps a queue that is empty for a moment as it was', () => {
    const late = { ...WELL, queue: { waiting: 1, oldestAt: NOW - HOUR, alarmAfter: MINUTE } };
    const bad = judge(newHealth(NOW), late, NOW);
    const moment = judge(bad, WELL, NOW + 1000);
    expect(moment.state).toBe('bad');
    expect(judge(moment, late, NOW + 2000).memory.falling).toEqual({});
    expect(judge(moment, WELL, NOW + 1000 + MINUTE).state).toBe('good');
  });
});

describe('a channel’s own rhythm', () => {
  /** Weeks of events, each hour as the function says; the last hour counted ends at `until`. */
  const hours = (weeks: number, until: number, events: (day: number, hour: number) => number): Hours => {
    const from = until - weeks * 7 * DAY;
    const counts = Array.from({ length: (until - from) / HOUR }, (_, index) => {
      const at = new Date(from + index * HOUR);
      return events(at.getUTCDay(), at.getUTCHours());
    });
    return { until, counts };
  };
  const quietSince = (known: Hours, at: number): Hours => ({
    ...known,
    counts: known.counts.map((count, index) => (known.until - (known.counts.length - index) * HOUR >= at ? 0 : count)),
  });
  /** From nine to six, never on Sundays. */
  const shop = (day: number, hour: number) => (day !== 0 && hour >= 9 && hour < 18 ? 8 : 0);
  const isAlarm = (known: Hours, lastEventAt: number) =>
    judge(newHealth(NOW), { ...WELL, silence: silenceOf(known, lastEventAt) }, NOW).memory.rising.silence !== undefined;

  it('finds the quiet of a night, of a Sunday and of the evening before it usual', () => {
    for (let hour = 0; hour < 7 * 24; hour++) {
      const until = NOW + hour * HOUR;
      const known = hours(6, until, shop);
      const last = known.counts.findLastIndex((count) => count > 0);
      expect(isAlarm(known, until - (known.counts.length - last) * HOUR + 59 * MINUTE)).toBe(false);
    }
  });

  it('finds it unusual when nothing comes in the hours of business', () => {
    const morning = Date.UTC(2026, 10, 25, 9);
    const at = (hour: number) => quietSince(hours(6, morning + hour * HOUR, shop), morning);
    const lastEventAt = morning - 15 * HOUR;
    expect([2, 3, 4].map((hour) => isAlarm(at(hour), lastEventAt))).toEqual([false, true, true]);
    expect(silenceOf(at(4), lastEventAt)).toEqual({ hours: 19, usual: 24, weeks: 4 });
  });

  it('takes an hour more or less, as of summer time, for no silence', () => {
    const morning = Date.UTC(2026, 10, 25, 9);
    expect(
      isAlarm(
        quietSince(
          hours(6, morning + HOUR, (day, hour) => 20 * shop(day, hour)),
          morning,
        ),
        morning - 15 * HOUR,
      ),
    ).toBe(false);
  });

  it('goes on alarming for weeks, and never where less than two weeks are known or little comes', () => {
    const since = NOW - 20 * DAY;
    expect(isAlarm(quietSince(hours(8, NOW, shop), since), since)).toBe(true);
    const today = NOW - 3 * HOUR;
    expect(isAlarm(quietSince(hours(1, NOW, shop), today), today)).toBe(false);
    expect(
      isAlarm(
        quietSince(
          hours(6, NOW, (day, hour) => shop(day, hour) / 8),
          today,
        ),
        today,
      ),
    ).toBe(false);
    expect(silenceOf(NO_HOURS, null)).toBeNull();
  });

  it('is not upset by one busy week', () => {
    const today = NOW - 3 * HOUR;
    const rare = hours(6, NOW, () => 0);
    const campaign = { ...rare, counts: rare.counts.map((_, index) => (index < 7 * 24 ? 1 : index < 14 * 24 ? 500 : 0)) };
    expect(isAlarm(campaign, today)).toBe(false);
  });

  it('counts each hour once, and forgets the oldest', () => {
    const begun = withHours(NO_HOURS, new Map([[NOW - HOUR, 4]]), NOW);
    expect([begun.counts.length, begun.counts.at(-1)]).toEqual([REMEMBERED, 4]);
    expect(hoursToCount(begun, NOW + 2.5 * HOUR)).toEqual({ from: NOW, until: NOW + 2 * HOUR });
    const later = withHours(begun, new Map([[NOW + HOUR, 7]]), NOW + 2 * HOUR);
    expect(later.counts.slice(-3)).toEqual([4, 0, 7]);
    expect(later.counts.length).toBe(REMEMBERED);
  });
});
