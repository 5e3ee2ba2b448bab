import { DEFAULT_SETTINGS, SETTINGS } from '../../../../src/domain/settings';
import { modeOf, modesOf, OWN, overridesWith, valueFor } from '../../../../web/settings/channels/own';
import { standing, wrongIn } from '../../../../web/settings/rules/edits';

const setting = (path: string) => {
  const found = SETTINGS.find((one) => one.path === path);
  if (!found) throw new Error(path);
  return found;
};

test('A channel may differ only in what the desk lets channels decide', () => {
  expect(OWN.every(({ perChannel }) => perChannel)).toBe(true);
  expect(OWN.map(({ path }) => path)).not.toContain('policy.agentsSee');
});

test('A setting follows the desk, has its own value, or is off', () => {
  const idle = setting('timers.idleAfter');
  expect([undefined, 'PT10M', null].map((own) => modeOf(idle, own))).toEqual(['inherit', 'own', 'off']);
  expect(modesOf(idle)).toEqual(['inherit', 'own', 'off']);
  expect(modesOf(setting('policy.agentsMayClose'))).toEqual(['inherit', 'on', 'off']);
  expect(modesOf(setting('policy.staleAfter'))).toEqual(['inherit', 'own']);
});

test('An own value begins with what the desk has, and where it has none with a sound one', () => {
  expect(valueFor('own', setting('timers.idleAfter'), DEFAULT_SETTINGS)).toBe('PT30M');
  expect(valueFor('own', setting('timers.idleCloseAfter'), DEFAULT_SETTINGS)).toBe('PT24H');
  expect(valueFor('off', setting('timers.idleAfter'), DEFAULT_SETTINGS)).toBeNull();
  expect(valueFor('off', setting('policy.agentsMayClose'), DEFAULT_SETTINGS)).toBe(false);
  expect(valueFor('inherit', setting('timers.idleAfter'), DEFAULT_SETTINGS)).toBeUndefined();
});

test('All overrides are sent, for they take the place of the former ones; what follows the desk again is left out', () => {
  const saved = { timers: { idleAfter: 'PT10M' }, texts: { greeting: 'Hola' } };
  const edits = { 'timers.idleAfter': undefined, 'timers.autoCloseAfter': null };
  expect(overridesWith(saved, edits)).toEqual({ timers: { autoCloseAfter: null }, texts: { greeting: 'Hola' } });
});

test('An edit that says what is saved, if in other words, is none', () => {
  const saved = { timers: { idleAfter: 'P1D' } };
  expect(standing({ 'timers.idleAfter': 'PT24H' }, saved)).toEqual({});
  expect(standing({ 'timers.idleAfter': undefined }, saved)).toEqual({ 'timers.idleAfter': undefined });
});

test('Timers that don’t fit those of the desk are found before they are sent', () => {
  const desk = { ...DEFAULT_SETTINGS, timers: { ...DEFAULT_SETTINGS.timers, idleCloseAfter: 'PT1H' } };
  expect([...wrongIn({ timers: { idleReminderBefore: 'PT2H' } }, desk, { perChannel: true })]).toEqual(['timers.idleReminderBefore']);
  expect([...wrongIn({ timers: { idleAfter: '' } }, desk, { perChannel: true })]).toEqual(['timers.idleAfter']);
  expect([...wrongIn({ timers: { idleReminderBefore: 'PT30M' } }, desk, { perChannel: true })]).toEqual([]);
});
