import { updateChannel } from '../../src/actions/channels/update-channel';
import { addTeam } from '../../src/actions/teams/save-team';
import type { Hours } from '../../src/domain/hours';
import { SWEEPS, sweep } from '../../src/timers/sweeps';
import { hears, MARIA, PEDRO } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { daily, holiday, office } from '../support/hours';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const week = (zone: string, ...spans: string[]): Hours => office(zone, Object.fromEntries(WEEK.map((day) => [day, spans])));

describe.each(databases())('working hours on $name', ({ create }) => {
  const house = freshDesk(create);
  const queue = SWEEPS.find(({ name }) => name === 'queue');
  if (!queue) throw new Error('no sweep of the queue');

  const turnTo = (at: number) => house.clock.forward(at - house.clock.now());
  const openSupport = async (hours: Hours): Promise<void> => {
    const ana = await house.agent('Ana', 'online', 1000);
    const team = await addTeam(house.desk, { name: 'Support', hours, agentIds: [ana.id] });
    await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: team.id });
  };

  /** Sweeps every six hours, and in the last minutes every minute. */
  const sweepUntil = async (end: number): Promise<void> => {
    while (house.clock.now() < end) {
      const left = end - house.clock.now();
      house.clock.forward(left > 5 * MINUTE ? Math.min(6 * HOUR, left - 5 * MINUTE) : MINUTE);
      if (house.clock.now() < end) await sweep(house.desk, queue);
    }
  };

  // biome-ignore format: a table is read in columns
  it.each<[string, Hours, string, string]>([
    ['Monday in São Paulo',                    week('America/Sao_Paulo', '09:00-18:00'),                         '2027-02-05T21:30Z', '2027-02-08T12:00Z'],
    ['the hour that Berlin leaves out',        daily('Europe/Berlin', '02:30-10:00'),                            '2027-03-27T20:00Z', '2027-03-28T01:00Z'],
    ['the morning after it',                   daily('Europe/Berlin', '09:00-17:00'),                            '2027-03-27T20:00Z', '2027-03-28T07:00Z'],
    ['the hour that Berlin has twice',         daily('Europe/Berlin', '02:30-10:00'),                            '2027-10-30T20:00Z', '2027-10-31T00:30Z'],
    ['the morning after that',                 daily('Europe/Berlin', '09:00-17:00'),                            '2027-10-30T20:00Z', '2027-10-31T08:00Z'],
    ['Kolkata, half an hour beside the others', daily('Asia/Kolkata', '09:00-13:00', '14:00-18:00'),             '2027-02-05T20:00Z', '2027-02-06T03:30Z'],
    ['Kolkata after its lunch',                daily('Asia/Kolkata', '09:00-13:00', '14:00-18:00'),              '2027-02-05T07:31Z', '2027-02-05T08:30Z'],
    ['the night shift',                        daily('Europe/Lisbon', '22:00-06:00'),                            '2027-02-05T06:00Z', '2027-02-05T22:00Z'],
    ['the day after a holiday',                { ...daily('Europe/Berlin', '09:00-17:00'), holidays: [holiday('2027-12-25')] },                '2027-12-24T17:00Z', '2027-12-26T08:00Z'],
    ['the short day that a holiday is',        { ...daily('Europe/Berlin', '09:00-17:00'), holidays: [holiday('2027-12-25', '11:00-12:00')] }, '2027-12-24T17:00Z', '2027-12-25T10:00Z'],
  ])('keep tickets waiting until %s, and give them at that minute', async (_when, hours, writes, opens) => {
    turnTo(Date.parse(writes));
    await openSupport(hours);
    const [maria, pedro] = [await hears(house, MARIA), await hears(house, PEDRO)];
    const [created] = await house.events(maria.id);
    expect(created?.decision).toMatchObject({ rule: 'outside_hours', facts: { team: 'Support', opensAt: Date.parse(opens) } });
    await sweepUntil(Date.parse(opens));
    for (const { id } of [maria, pedro]) expect((await house.ticket(id)).status).toBe('pending');
    await sweep(house.desk, queue);
    for (const { id } of [maria, pedro]) {
      const [, given, ...more] = await house.events(id);
      expect(more).toEqual([]);
      expect(given).toMatchObject({ cause: 'assigned', at: Date.parse(opens), decision: { facts: { waitingSince: Date.parse(writes) } } });
    }
  });

  it('of a night run past midnight, to the minute', async () => {
    turnTo(Date.parse('2027-02-05T22:00Z'));
    await openSupport(office('UTC', { fri: ['22:00-06:00'] }));
    const status = async (at: string, phone: string) => {
      turnTo(Date.parse(at));
      return (await hears(house, phone)).status;
    };
    expect(await status('2027-02-06T00:01Z', '15560001')).toBe('active');
    expect(await status('2027-02-06T05:59Z', '15560002')).toBe('active');
    expect(await status('2027-02-06T06:00Z', '15560003')).toBe('pending');
    expect(await status('2027-02-06T22:00Z', '15560004')).toBe('pending');
  });

  it('cost nothing while they are over, however many wait for the next', async () => {
    turnTo(Date.parse('2027-02-05T20:00Z'));
    await openSupport(daily('UTC', '09:00-17:00'));
    await house.agent('Luis');
    for (let batch = 0; batch < 5; batch++)
      await house.hear(...Array.from({ length: 100 }, (_, n) => says(`1556${String(batch * 100 + n).padStart(6, '0')}`, 'hello')));
    const { reads } = house.desk.store;
    const seen: number[] = [];
    const watched = {
      ...house.desk,
      store: {
        ...house.desk.store,
        reads: {
          ...reads,
          queued: async (look: Parameters<typeof reads.queued>[0]) => {
            const found = await reads.queued(look);
            seen.push(found.length);
            return found;
          },
        },
      },
    };
    await sweep(watched, queue);
    expect(seen).toEqual([0]);
    turnTo(Date.parse('2027-02-06T09:00Z'));
    await sweep(house.desk, queue);
    const { data } = await reads.tickets({ seenBy: null, status: ['active'] }, 'waiting', { limit: 200, cursor: null });
    expect(data).toHaveLength(200);
  });
});
