import { validate } from 'node-cron';
import { isCron } from '../../src/domain/cron';

const GOOD = ['* * * * *', '*/5 * * * * *', '0 0 1 1 0', '0,30 8-18/2 * * mon-fri', '59 59 23 31 dec 7', '0 12 * Jan Sun'];
const BAD = [
  '',
  '* * * *',
  '* * * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '*/0 * * * *',
  '5-1 * * * *',
  'a * * * *',
  '1-2-3 * * * *',
];

it.each(GOOD)('takes %s, and so does the library that runs it', (text) => {
  expect([isCron(text), validate(text)]).toEqual([true, true]);
});

it.each(BAD)('refuses "%s"', (text) => {
  expect(isCron(text)).toBe(false);
});
