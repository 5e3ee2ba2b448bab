import { ConfigError } from '../../src/domain/errors';
import { policyOf } from '../../src/domain/policy';
import { DEFAULT_SETTINGS, type PartialSettings, policyErrors, SETTINGS, settingErrors, withSettings } from '../../src/domain/settings';
import { DAYS, HOURS, MINUTES } from '../support/tickets';

const errorsOf = (given: unknown, perChannel = false) => settingErrors(given as PartialSettings, { perChannel });
const messageOf = (path: string, value: unknown) => {
  const [group, name] = path.split('.') as [string, string];
  return errorsOf({ [group]: { [name]: value } })[0]?.message;
};

describe('the settings', () => {
  it('have the defaults that the contract names', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      timers: {
        idleAfter: 'PT30M',
        idleCloseAfter: null,
        idleReminderBefore: null,
        autoCloseAfter: 'P7D',
        inProgressAfter: null,
        closeUnassignedAfter: null,
        catchUp: 'PT10M',
      },
      routing: { strategy: 'round_robin', capacity: 5, sticky: true, offlineGrace: 'PT60S', keepOnAway: false },
      policy: {
        agentsMayClose: true,
        agentsMayTake: true,
        agentsMayTakeOver: false,
        agentsMayReopen: false,
        agentsSee: 'all',
        autoAssignOnReply: true,
        wakeOnReply: true,
        quietClose: true,
        keepExclusion: false,
        reopenWithin: null,
        staleAfter: 'PT1H',
      },
      texts: { greeting: null, away: null, delay: null, closing: null, reminder: null },
      locale: { timeZone: 'UTC', language: 'en' },
    });
  });

  it('are right by default, each said in a sentence', () => {
    expect(errorsOf(DEFAULT_SETTINGS)).toEqual([]);
    expect(SETTINGS.filter(({ says }) => !says.endsWith('.'))).toEqual([]);
    expect(new Set(SETTINGS.map(({ path }) => path)).size).toBe(SETTINGS.length);
  });

  it.each(SETTINGS)('$path may be null only if it can be switched off', ({ path, nullable }) => {
    expect(messageOf(path, null)).toBe(nullable ? undefined : 'can’t be null');
  });

  it.each(SETTINGS)('$path of a channel: only if it may be overridden', ({ path, perChannel, default: value }) => {
    const [group, name] = path.split('.') as [string, string];
    expect(errorsOf({ [group]: { [name]: value } }, true).map((error) => error.path)).toEqual(perChannel ? [] : [path]);
  });

  it.each([
    ['timers.idleAfter', 30, 'expected an ISO 8601 duration such as PT30M'],
    ['timers.idleAfter', 'P1M', expect.stringContaining('months and years have no fixed length')],
    ['timers.idleAfter', 'PT0.5S', 'shorter than one second'],
    ['timers.idleAfter', 'P4000D', 'longer than three years'],
    ['routing.sticky', 'true', 'expected true or false'],
    ['routing.capacity', -1, 'expected a whole number from 0 to 1000'],
    ['routing.capacity', 1001, 'expected a whole number from 0 to 1000'],
    ['routing.capacity', 1.5, 'expected a whole number from 0 to 1000'],
    ['routing.capacity', '5', 'expected a whole number from 0 to 1000'],
    ['routing.capacity', undefined, 'expected a whole number from 0 to 1000'],
    ['routing.strategy', 'random', 'expected one of round_robin, least_busy, manual'],
    ['policy.agentsSee', 1, 'expected one of all, team, own'],
    ['texts.greeting', '  ', 'expected a text of 1 to 4096 characters'],
    ['texts.greeting', 'x'.repeat(4097), 'expected a text of 1 to 4096 characters'],
    ['texts.greeting', 7, 'expected a text of 1 to 4096 characters'],
    ['locale.timeZone', 'Mars/Olympus', 'expected an IANA time zone such as Europe/Lisbon'],
    ['locale.timeZone', '+01:00', 'expected an IANA time zone such as Europe/Lisbon'],
    ['locale.timeZone', '', 'expected an IANA time zone such as Europe/Lisbon'],
    ['locale.timeZone', 1, 'expected an IANA time zone such as Europe/Lisbon'],
    ['locale.language', 'e', 'expected a language tag such as en or pt-BR'],
    ['locale.language', 1, 'expected a language tag such as en or pt-BR'],
    ['timers.sleepAfter', 'PT1H', 'unknown setting'],
  ])('%s: %j is refused', (path, value, message) => {
    expect(messageOf(path, value)).toEqual(message);
  });

  it.each([
    ['routing.capacity', 0],
    ['routing.capacity', 1000],
    ['texts.greeting', 'x'.repeat(4096)],
    ['locale.timeZone', 'Europe/Lisbon'],
    ['locale.language', 'pt-BR'],
    ['routing.strategy', 'manual'],
  ])('%s: %j is taken', (path, value) => {
    expect(messageOf(path, value)).toBeUndefined();
  });

  it('name every error by its path', () => {
    expect(errorsOf({ timers: { idleAfter: 1, autoCloseAfter: 'P1D' }, routing: { capacity: -1 } }).map(({ path }) => path)).toEqual([
      'timers.idleAfter',
      'routing.capacity',
    ]);
  });

  it.each([
    ['an unknown group', { colours: {} }, 'colours', 'unknown group of settings'],
    ['a group that is inherited from every object', { toString: {} }, 'toString', 'unknown group of settings'],
    ['a group of null', { timers: null }, 'timers', 'expected an object'],
    ['a group that is a text', { timers: 'PT1H' }, 'timers', 'expected an object'],
    ['a group that is a list', { timers: [] }, 'timers', 'expected an object'],
  ])('refuse %s', (_, given, path, message) => {
    expect(errorsOf(given)).toEqual([{ path, message }]);
  });
});

describe('a reminder', () => {
  const errors = (idleReminderBefore: string | null, idleCloseAfter: string | null) =>
    policyErrors(withSettings(DEFAULT_SETTINGS, { timers: { idleReminderBefore, idleCloseAfter } }));

  it.each([
    ['PT1H', 'PT1H'],
    ['PT2H', 'PT1H'],
  ])('of %s is refused before a close after %s', (before, close) => {
    expect(errors(before, close)).toEqual([{ path: 'timers.idleReminderBefore', message: 'must be shorter than timers.idleCloseAfter' }]);
  });

  it.each([
    ['PT59M', 'PT1H'],
    [null, 'PT1H'],
    ['PT1H', null],
    [null, null],
  ])('of %j fits a close after %j', (before, close) => {
    expect(errors(before, close)).toEqual([]);
  });
});

describe('settings laid on settings', () => {
  it('keep what is missing, take null as a value, and leave the base alone', () => {
    const over = withSettings(DEFAULT_SETTINGS, { timers: { idleAfter: null }, texts: { closing: 'Bye' } });
    expect(over.timers).toEqual({ ...DEFAULT_SETTINGS.timers, idleAfter: null });
    expect(over.texts).toEqual({ ...DEFAULT_SETTINGS.texts, closing: 'Bye' });
    expect(over.routing).toEqual(DEFAULT_SETTINGS.routing);
    expect(DEFAULT_SETTINGS.timers.idleAfter).toBe('PT30M');
  });
});

describe('the policy of a channel', () => {
  it('is the settings with its overrides, in milliseconds', () => {
    const policy = policyOf(DEFAULT_SETTINGS, { timers: { idleAfter: null, idleCloseAfter: 'PT2H' }, policy: { reopenWithin: 'P1D' } }, 7);
    expect(policy).toMatchObject({
      version: 7,
      idleAfter: null,
      idleCloseAfter: 2 * HOURS,
      idleReminderBefore: null,
      autoCloseAfter: 7 * DAYS,
      inProgressAfter: null,
      closeUnassignedAfter: null,
      catchUp: 10 * MINUTES,
      reopenWithin: DAYS,
      staleAfter: HOURS,
    });
    expect(policy.settings.timers.idleCloseAfter).toBe('PT2H');
    expect(policy.stages.size).toBe(0);
  });
});

it('names the variable or setting with which the desk can’t start', () => {
  expect(new ConfigError('PORT', 'expected a number')).toMatchObject({ name: 'ConfigError', field: 'PORT', message: 'expected a number' });
});
