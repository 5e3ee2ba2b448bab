import { boardAt } from '../../src/actions/figures/board-at';
import { catchUp } from '../../src/actions/figures/catch-up';
import { whileFolding } from '../../src/actions/figures/folding';
import { hillOf } from '../../src/actions/figures/hill';
import { takeSnapshot } from '../../src/actions/figures/take-snapshot';
import { ticketsAt } from '../../src/actions/figures/tickets-at';
import { isOpen } from '../../src/domain/ticket';
import { databases } from '../support/database';
import { HOUR, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { withDice } from './support/dice';
import { everyTicket, happen, sceneIn, stageGoes } from './support/past-acts';
import { figure, sized } from './support/size';

const STEPS = sized(90, 1_500);
const INSTANTS = sized(60, 1_000);

/** What a ticket looked like when it was live. */
type Looks = ReadonlyMap<string, string>;

/** As the desk tells it now: status, stage by its name, assignee, team. */
async function looksNow(house: TestDesk): Promise<Looks> {
  const { stages } = await house.desk.house.refresh();
  const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name;
  return new Map(
    (await everyTicket(house)).map(({ id, status, stage, assigneeId, teamId }) => [
      id,
      `${status} ${nameOf(stage)} ${assigneeId} ${teamId}`,
    ]),
  );
}

async function looksAt(house: TestDesk, at: number): Promise<Looks> {
  const looks = new Map<string, string>();
  for (let cursor: string | null = null; ; ) {
    const page = await ticketsAt(house.desk, { at, whose: {} }, { limit: 7, cursor });
    const nameOf = (key: string) => page.house.stages.find((stage) => stage.key === key)?.name;
    for (const { stand, assignee } of page.data) {
      expect(assignee?.id ?? null).toBe(stand.assigneeId);
      looks.set(stand.ticketId, `${stand.status} ${nameOf(stand.stage)} ${stand.assigneeId} ${stand.teamId}`);
    }
    cursor = page.nextCursor;
    if (cursor === null) return looks;
  }
}

const sorted = (looks: Looks) => [...looks].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(databases())('any past moment, on $name,', ({ name, create }) => {
  const house = freshDesk(create);
  const steps = name === 'SQLite' ? STEPS : 30;
  const instants = name === 'SQLite' ? INSTANTS : 15;

  it(`is what the desk told when it was live: ${instants} instants of a random history`, () =>
    withDice(async (dice) => {
      const scene = await sceneIn(house, dice);
      const began = house.clock.now();
      const recorded: { readonly at: number; readonly looks: Looks }[] = [];
      const record = async () => recorded.push({ at: house.clock.now(), looks: await looksNow(house) });
      let snapshots = 0;
      await record();
      for (let step = 0; step < steps; step++) {
        if (step === Math.floor(steps / 2)) await stageGoes(scene, 'courier');
        else await happen(scene);
        await record();
        if (step === Math.floor(steps / 2) + 5) await house.errands();
        if (dice.below(8) === 0) {
          await catchUp(house.desk);
          await whileFolding(house.desk, 0, (folding) => takeSnapshot(house.desk, folding));
          snapshots++;
        }
      }
      house.clock.forward(1);
      const lasted = house.clock.now() - began;
      for (let n = 0; n < instants; n++) {
        const at = dice.below(4) === 0 ? dice.pick(recorded).at : began + dice.below(lasted);
        const live = recorded.findLast((one) => one.at <= at)?.looks ?? new Map();
        expect({ at, looks: sorted(await looksAt(house, at)) }).toEqual({ at, looks: sorted(live) });
        const open = [...live.values()].filter((looks) => !looks.startsWith('closed')).length;
        const board = await boardAt(house.desk, { at, by: dice.pick(['stage', 'status']), cards: 2, whose: {} });
        expect(board.open).toBe(open);
        expect(board.columns.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(live.size);
        expect(await hillOf(house.desk, { from: began, to: at, step: 'PT1H', zone: 'UTC' }).then((hill) => hill.at(-1)?.open)).toBe(
          [...(recorded.findLast((one) => one.at <= began + Math.floor((at - began) / HOUR) * HOUR)?.looks.values() ?? [])].filter(
            (looks) => !looks.startsWith('closed'),
          ).length,
        );
      }
      figure(`past, ${name}: ${instants} instants of ${steps} acts with ${snapshots} snapshots, none other than it was live`);
      expect((await everyTicket(house)).some(isOpen)).toBe(true);
    }));
});
