import { connectChannel } from '../../src/actions/channels/connect-channel';
import { updateChannel } from '../../src/actions/channels/update-channel';
import { changeSettings } from '../../src/actions/workspace/change-settings';
import { DEFAULT_SETTINGS, type PartialSettings } from '../../src/domain/settings';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('settings, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const stored = async () => (await house.desk.store.reads.house()).settings;
  const change = (patch: object) => changeSettings(house.desk, { patch: patch as PartialSettings });
  const wrongAt = (...paths: string[]) => ({
    code: 'invalid',
    facts: { errors: paths.map((path) => ({ path, message: expect.any(String) })) },
  });

  it('begin with the defaults', async () => {
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });

  it('merge by key: missing stays, null is a value', async () => {
    await change({ timers: { idleAfter: 'PT45M' } });
    await change({ timers: { autoCloseAfter: null }, texts: { reminder: 'Still there?' } });
    expect(await stored()).toMatchObject({
      timers: { ...DEFAULT_SETTINGS.timers, idleAfter: 'PT45M', autoCloseAfter: null },
      texts: { reminder: 'Still there?', greeting: null },
    });
  });

  it.each([
    ['months', { timers: { idleAfter: 'P1M' } }, 'timers.idleAfter'],
    ['less than a second', { timers: { idleAfter: 'PT0.5S' } }, 'timers.idleAfter'],
    ['more than three years', { timers: { autoCloseAfter: 'P1096D' } }, 'timers.autoCloseAfter'],
    ['a duration that is none', { timers: { idleAfter: '30 minutes' } }, 'timers.idleAfter'],
    ['no catching up', { timers: { catchUp: null } }, 'timers.catchUp'],
    ['an unknown setting', { timers: { napAfter: 'PT1H' } }, 'timers.napAfter'],
    ['an unknown group', { naps: {} }, 'naps'],
    ['an unknown strategy', { routing: { strategy: 'random' } }, 'routing.strategy'],
    ['half an agent\u2019s capacity', { routing: { capacity: 1.5 } }, 'routing.capacity'],
    ['a zone that is none', { locale: { timeZone: 'Mars/Olympus' } }, 'locale.timeZone'],
    ['a word for a yes', { policy: { wakeOnReply: 'yes' } }, 'policy.wakeOnReply'],
  ])('refuse %s, and change nothing', async (_, patch, path) => {
    await expect(change({ ...patch, locale: { language: 'pt', ...(patch as { locale?: object }).locale } })).rejects.toMatchObject(
      wrongAt(path),
    );
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });

  it('name everything that is wrong at once', async () => {
    await expect(change({ timers: { idleAfter: 'x', autoCloseAfter: 'y' } })).rejects.toMatchObject(
      wrongAt('timers.idleAfter', 'timers.autoCloseAfter'),
    );
  });

  it('refuse a reminder that is not shorter than the close', async () => {
    await expect(change({ timers: { idleCloseAfter: 'PT1H', idleReminderBefore: 'PT1H' } })).rejects.toMatchObject(
      wrongAt('timers.idleReminderBefore'),
    );
    await change({ timers: { idleCloseAfter: 'PT1H', idleReminderBefore: 'PT59M' } });
    await expect(change({ timers: { idleCloseAfter: 'PT59M' } })).rejects.toMatchObject(wrongAt('timers.idleReminderBefore'));
  });

  describe('of a channel', () => {
    const override = (overrides: object) =>
      updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: overrides as PartialSettings });

    it('lie on those of the workspace, and replace the former ones', async () => {
      await override({ timers: { idleAfter: null }, policy: { quietClose: false } });
      await override({ timers: { autoCloseAfter: 'P1D' } });
      const { channels } = await house.desk.store.reads.house();
      expect(channels.find(({ id }) => id === house.whatsapp.id)?.overrides).toEqual({ timers: { autoCloseAfter: 'P1D' } });
    });

    it('refuse what holds for the whole workspace, and what is wrong', async () => {
      await expect(override({ routing: { capacity: 3 } })).rejects.toMatchObject(wrongAt('overrides.routing.capacity'));
      await expect(override({ timers: { idleAfter: 'P1M' } })).rejects.toMatchObject(wrongAt('overrides.timers.idleAfter'));
      await expect(override({ timers: { idleCloseAfter: 'PT1H', idleReminderBefore: 'PT2H' } })).rejects.toMatchObject(
        wrongAt('overrides.timers.idleReminderBefore'),
      );
    });

    it('are refused at connecting too', async () => {
      const connect = connectChannel(house.desk, {
        kind: 'whatsapp_cloud',
        name: 'Other',
        config: { phoneNumberId: '100000000000009', businessAccountId: '200000000000001', accessToken: 'EAA', appSecret: 'secret' },
        overrides: { timers: { idleAfter: 'x' } },
      });
      await expect(connect).rejects.toMatchObject(wrongAt('overrides.timers.idleAfter'));
    });

    it('are looked at again when the workspace changes below them', async () => {
      await override({ timers: { idleReminderBefore: 'PT30M' } });
      await expect(change({ timers: { idleCloseAfter: 'PT30M' } })).rejects.toMatchObject(
        wrongAt(`channels.${house.whatsapp.id}.timers.idleReminderBefore`),
      );
    });
  });
});
