import { worldOf } from '../../src/actions/replay/world';
import type { TicketEvent } from '../../src/domain/events';
import { bothWays } from '../../src/domain/replay/both';
import { firedBy } from '../../src/domain/replay/kinds-of-event';
import type { ChatRecord } from '../../src/domain/replay/record';
import { replayChat } from '../../src/domain/replay/replay';
import { withDice } from '../proof/support/dice';
import { sized } from '../proof/support/size';
import { databases } from '../support/database';
import { DAY, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { anyHistory } from '../support/histories';

const HISTORIES = sized(Number(process.env.N ?? 1), 60);
const periodOf = (house: TestDesk) => ({ from: house.clock.now() - 400 * DAY, to: house.clock.now() + 1 });

/** What a replay must reproduce: statuses, stages and assignees, with their moments and causes. */
const shown = (events: readonly TicketEvent[]): string[] =>
  events
    .filter(({ status, stage, assignee }) => status !== null || stage !== null || assignee !== null)
    .map(
      ({ ticketId, cause, at, ...rest }) =>
        `${ticketId} ${cause} ${at} ${[rest.status, rest.stage, rest.assignee].map((one) => JSON.stringify(one))}`,
    );

describe.each(databases().slice(0, 1))('a replay, on $name,', ({ create }) => {
  const house = freshDesk(create);

  async function replayed(look: (record: ChatRecord, given: Parameters<typeof replayChat>[0], until: number) => void): Promise<void> {
    const period = periodOf(house);
    const world = await worldOf(house.desk, period);
    const { records } = await house.desk.store.reads.walkChats('', 1_000, period);
    for (const record of records)
      look(record, { record, staff: world.staff, rules: world.rulesOf(record.chat.channelId, null) }, period.to);
  }

  it('of whatever happened, under the rules of then, is what happened: also when the desk was down', () =>
    withDice(async (dice) => {
      for (let history = 0; history < HISTORIES; history++) await anyHistory(house, dice, { acts: 120, downtime: 0.3 });
      await replayed((record, given, until) => {
        const { before, after, unclear } = bothWays(record, { ...given, otherwise: given.rules, until, usualWait: 0 });
        expect({ unclear, events: shown(replayChat(given, { until, free: null }).events) }).toEqual({
          unclear: false,
          events: shown(record.events),
        });
        expect(shown(after.events)).toEqual(shown(before.events));
      });
    }));

  it('tells by itself what time did, when the record does not', () =>
    withDice(async (dice) => {
      for (let history = 0; history < HISTORIES; history++) await anyHistory(house, dice, { acts: 120 });
      await replayed((record, given, until) => {
        const { queuedAt } = replayChat(given, { until, free: null });
        const timeless = { ...given, record: { ...record, events: record.events.filter((event) => firedBy(event) === null) } };
        const { events } = replayChat(timeless, { until, free: { blind: [], queuedAt, usualWait: 0 } });
        expect(shown(events)).toEqual(shown(record.events));
      });
    }));
});
