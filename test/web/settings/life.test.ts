import { lifeOf, widthOf } from '../../../web/settings/rules/life';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const timers = { idleAfter: 'PT10M', idleCloseAfter: 'PT24H', idleReminderBefore: 'PT2H', autoCloseAfter: 'P7D' };

describe('the life of a silent ticket', () => {
  it('goes idle, reminds and closes', () => {
    expect(lifeOf(timers)).toEqual([
      { moment: 'answer', after: 0 },
      { moment: 'idle', after: 10 * MINUTE },
      { moment: 'reminder', after: 22 * HOUR },
      { moment: 'closed', after: 2 * HOUR },
    ]);
  });

  it('ends by its age when nothing else closes it', () => {
    expect(lifeOf({ ...timers, idleCloseAfter: null }).map(({ moment }) => moment)).toEqual(['answer', 'idle', 'tooOld']);
    expect(lifeOf({ ...timers, idleAfter: null })).toEqual([
      { moment: 'answer', after: 0 },
      { moment: 'tooOld', after: 7 * 24 * HOUR },
    ]);
  });

  it('ends by its age when that comes first', () => {
    expect(lifeOf({ ...timers, autoCloseAfter: 'PT12H' })).toEqual([
      { moment: 'answer', after: 0 },
      { moment: 'idle', after: 10 * MINUTE },
      { moment: 'tooOld', after: 12 * HOUR - 10 * MINUTE },
    ]);
  });

  it('has no end when nothing closes it', () => {
    expect(lifeOf({ idleAfter: 'PT10M', idleCloseAfter: null, idleReminderBefore: 'PT2H', autoCloseAfter: null })).toEqual([
      { moment: 'answer', after: 0 },
      { moment: 'idle', after: 10 * MINUTE },
    ]);
  });

  it('draws what lasts longer wider, and ten minutes beside a week still wide enough to see', () => {
    expect(widthOf(HOUR)).toBeGreaterThan(widthOf(MINUTE));
    expect(widthOf(7 * 24 * HOUR) / widthOf(10 * MINUTE)).toBeLessThan(3);
  });
});
