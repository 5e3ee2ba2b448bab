import { updateChannel } from '../../src/actions/channels/update-channel';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { previewOverrides, previewSettings } from '../../src/actions/workspace/preview-change';
import type { PartialSettings } from '../../src/domain/settings';
import { hears, MARIA, PEDRO, wait } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('a preview of other settings, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const preview = (patch: PartialSettings) => previewSettings(house.desk, { patch });
  const closeIn = (closeUnassignedAfter: string | null): PartialSettings => ({ timers: { closeUnassignedAfter } });
  const NOTHING = { tickets: 0, moves: [], redated: 0 };

  it('counts what would move now and what would get another time, and changes nothing', async () => {
    const old = await hears(house, MARIA);
    await wait(house, 2 * HOUR);
    const fresh = await hears(house, PEDRO);
    const before = await house.ticket(old.id);
    expect(await preview(closeIn('PT1H'))).toEqual({
      tickets: 1,
      redated: 1,
      moves: [
        {
          kind: 'unassigned',
          tickets: 1,
          at: null,
          examples: [
            {
              dueAt: old.createdAt + HOUR,
              view: expect.objectContaining({ ticket: before, contact: expect.objectContaining({ name: 'Cus Tomer' }) }),
            },
          ],
        },
      ],
    });
    expect(await house.ticket(old.id)).toEqual(before);
    expect((await house.ticket(fresh.id)).status).toBe('pending');
    expect((await house.desk.store.reads.house()).settings.timers.closeUnassignedAfter).toBeNull();
  });

  it('comes true', async () => {
    for (let n = 0; n < 7; n++) {
      await hears(house, `1555000${n}`);
      await wait(house, 10 * MINUTE);
    }
    const foretold = await preview(closeIn('PT35M'));
    expect(foretold).toMatchObject({ tickets: 4, redated: 3, moves: [{ kind: 'unassigned', tickets: 4 }] });
    expect(foretold.moves[0]?.examples.map(({ view }) => view.address.phone)).toEqual(['15550000', '15550001', '15550002']);
    await house.set(closeIn('PT35M'));
    expect(await sweepTickets(house.desk)).toBe(4);
  });

  it('leaves out channels with a value of their own, and settings that stay as they are', async () => {
    await hears(house, MARIA);
    await house.hearOn(house.instagram, says('4711', 'hello', { account: '17840000000000001' }));
    await wait(house, 2 * HOUR);
    await updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: closeIn('P1D') });
    const { tickets, redated, moves } = await preview(closeIn('PT1H'));
    expect([tickets, redated, moves[0]?.examples.map(({ view }) => view.ticket.channelId)]).toEqual([1, 0, [house.instagram.id]]);
    expect(await preview(closeIn(null))).toEqual(NOTHING);
    expect(await preview({ texts: { greeting: 'Hi' }, timers: { idleAfter: 'PT30M' } })).toEqual(NOTHING);
  });

  it('of a channel\u2019s overrides counts that channel\u2019s tickets', async () => {
    await hears(house, MARIA);
    await house.hearOn(house.instagram, says('4711', 'hello', { account: '17840000000000001' }));
    await wait(house, 2 * HOUR);
    const over = (overrides: PartialSettings) => previewOverrides(house.desk, { channelId: house.whatsapp.id, overrides });
    expect(await over(closeIn('PT1H'))).toMatchObject({ tickets: 1, redated: 0 });
    expect(await over({})).toEqual(NOTHING);
    await expect(over({ timers: { catchUp: 'PT1H' } } as PartialSettings)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('names the end of catching up while the desk waits after a downtime', async () => {
    await hears(house, MARIA);
    await sweepTickets(house.desk);
    house.clock.forward(2 * HOUR);
    await sweepTickets(house.desk);
    expect((await preview(closeIn('PT1H'))).moves).toMatchObject([{ kind: 'unassigned', at: house.clock.now() + 10 * MINUTE }]);
    house.clock.forward(10 * MINUTE);
    expect((await preview(closeIn('PT1H'))).moves).toMatchObject([{ at: null }]);
  });

  it('refuses what a change would refuse', async () => {
    await expect(preview({ timers: { idleAfter: 'P1M' } })).rejects.toMatchObject({ code: 'invalid' });
    await expect(preview({ timers: { idleCloseAfter: 'PT1H', idleReminderBefore: 'PT1H' } })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('goes through more tickets than one look takes', async () => {
    await house.hear(...Array.from({ length: 1_100 }, (_, n) => says(`1556${String(n).padStart(6, '0')}`, 'hello')));
    await wait(house, DAY);
    expect(await preview(closeIn('PT1H'))).toMatchObject({ tickets: 1_100, redated: 0 });
  });
});
