import { failedLogIns } from '../../src/actions/agents/failed-log-ins';
import { handClock } from '../support/database';

const MINUTE = 60_000;

describe('failed log-ins', () => {
  const fail = (failures: ReturnType<typeof failedLogIns>, times: number, email = 'ana@example.com', address = '10.0.0.1') => {
    for (let at = 0; at < times; at++) failures.failed(email, address);
  };

  it('let nobody in after ten from one address in a quarter of an hour', () => {
    const clock = handClock();
    const failures = failedLogIns(clock);
    fail(failures, 9);
    expect(failures.blockedFor('ana@example.com', '10.0.0.1')).toBe(0);
    fail(failures, 1);
    expect(failures.blockedFor('ana@example.com', '10.0.0.1')).toBe(15 * MINUTE);
  });

  it('are forgotten one by one as the quarter of an hour moves on', () => {
    const clock = handClock();
    const failures = failedLogIns(clock);
    fail(failures, 1);
    clock.forward(5 * MINUTE);
    fail(failures, 9);
    expect(failures.blockedFor('ana@example.com', '10.0.0.1')).toBe(10 * MINUTE);
    clock.forward(10 * MINUTE);
    expect(failures.blockedFor('ana@example.com', '10.0.0.1')).toBe(0);
  });

  it('from elsewhere slow an account down, by two seconds at most, and never shut it', () => {
    const failures = failedLogIns(handClock());
    fail(failures, 5);
    expect(failures.slowedBy('ana@example.com')).toBe(0);
    for (let at = 0; at < 100; at++) fail(failures, 1, 'ana@example.com', `10.0.1.${at}`);
    expect(failures.slowedBy('ana@example.com')).toBe(2000);
    expect(failures.blockedFor('ana@example.com', '10.0.2.1')).toBe(0);
    expect(failures.slowedBy('bo@example.com')).toBe(0);
  });
});
