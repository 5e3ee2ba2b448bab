import { DEFAULT_SETTINGS, SETTINGS, withSettings } from '../../../src/domain/settings';
import { edited, patchOf, settingsOf, standing, whenOn, wrongIn } from '../../../web/settings/rules/edits';

describe('changes that are not saved', () => {
  it('go out in their groups', () => {
    expect(patchOf({ 'timers.idleAfter': 'PT10M', 'timers.idleCloseAfter': null, 'routing.sticky': false })).toEqual({
      timers: { idleAfter: 'PT10M', idleCloseAfter: null },
      routing: { sticky: false },
    });
  });

  it('are none when a value is as it was', () => {
    const once = edited({}, DEFAULT_SETTINGS, 'timers.autoCloseAfter', 'P5D');
    expect(once).toEqual({ 'timers.autoCloseAfter': 'P5D' });
    expect(edited(once, DEFAULT_SETTINGS, 'timers.autoCloseAfter', 'PT168H')).toEqual({});
  });

  it('fall away when somebody else has saved the same', () => {
    const saved = withSettings(DEFAULT_SETTINGS, { timers: { idleAfter: 'PT10M' } });
    expect(standing({ 'timers.idleAfter': 'PT10M', 'routing.capacity': 9 }, saved)).toEqual({ 'routing.capacity': 9 });
  });

  it('are refused where they stand', () => {
    expect([...wrongIn(patchOf({ 'timers.idleAfter': '', 'routing.capacity': 5000 }), DEFAULT_SETTINGS)]).toEqual([
      'timers.idleAfter',
      'routing.capacity',
    ]);
  });

  it('are refused when the reminder would come after the close', () => {
    const edits = { 'timers.idleCloseAfter': 'PT2H', 'timers.idleReminderBefore': 'PT2H' };
    expect([...wrongIn(patchOf(edits), DEFAULT_SETTINGS)]).toEqual(['timers.idleReminderBefore']);
    expect(wrongIn(patchOf({ ...edits, 'timers.idleCloseAfter': 'PT3H' }), DEFAULT_SETTINGS).size).toBe(0);
  });
});

describe('a switch that is turned on', () => {
  it('gives every setting that can be off a value that can be saved', () => {
    for (const setting of SETTINGS.filter(({ nullable, type }) => nullable && type !== 'text' && type !== 'template')) {
      expect([setting.path, [...wrongIn(patchOf({ [setting.path]: whenOn(setting, null) }), DEFAULT_SETTINGS)]]).toEqual([
        setting.path,
        [],
      ]);
    }
  });

  it('gives back what was there', () => {
    const [idleAfter] = settingsOf('timers');
    expect(idleAfter && whenOn(idleAfter, 'PT7M')).toBe('PT7M');
  });
});
