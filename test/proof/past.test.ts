import { updateAgent } from '../../src/actions/agents/update-agent';
import { updateChannel } from '../../src/actions/channels/update-channel';
import { boardAt } from '../../src/actions/figures/board-at';
import { catchUp } from '../../src/actions/figures/catch-up';
import { whileFolding } from '../../src/actions/figures/folding';
import { agentsAt, houseAt, namesAt } from '../../src/actions/figures/former';
import { hillOf } from '../../src/actions/figures/hill';
import { takeSnapshot } from '../../src/actions/figures/take-snapshot';
import { ticketsAt } from '../../src/actions/figures/tickets-at';
import { removeTeam } from '../../src/actions/teams/remove-team';
import { addTeam, updateTeam } from '../../src/actions/teams/save-team';
import { updateContact } from '../../src/actions/workspace/update-contact';
import type { House } from '../../src/ports/store';
import { closes, hears, MARIA, PEDRO } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { withDice } from './support/dice';
import { everyTicket, happen, sceneIn, stageGoes } from './support/past-acts';
import { figure, sized } from './support/size';

const SIZES = {
  SQLite: { steps: sized(90, 1_500), instants: sized(60, 1_000) },
  MySQL: { steps: sized(30, 500), instants: sized(15, 250) },
};

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

async function snapshot({ desk }: TestDesk): Promise<void> {
  await catchUp(desk);
  await whileFolding(desk, 0, (folding) => takeSnapshot(desk, folding));
}

const sorted = (looks: Looks) => [...looks].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(databases())('any past moment, on $name,', ({ name, create }) => {
  const house = freshDesk(create);
  const { steps, instants } = SIZES[name === 'SQLite' ? 'SQLite' : 'MySQL'];

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
        if (step === Math.floor(steps / 2) + 5) await house.errands();
        await record();
        if (dice.below(8) === 0) {
          await snapshot(house);
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
      expect(recorded.some(({ looks }) => [...looks.values()].some((one) => !one.startsWith('closed')))).toBe(true);
    }));

  it('knows what things were called and set to, until they were changed, and no secret', async () => {
    const { desk, whatsapp, admin } = house;
    const ana = await house.agent('Ana');
    const team = await addTeam(desk, { name: 'Sales' });
    const ticket = await hears(house);
    const was = await desk.house.refresh();
    const then = house.clock.now();
    house.clock.forward(MINUTE);
    await house.set({ timers: { idleAfter: 'PT10M' } });
    await updateTeam(desk, { teamId: team.id, name: 'Trade', agentIds: [ana.id] });
    await updateAgent(desk, { by: admin, agentId: ana.id, name: 'Anna', capacity: 2, role: 'admin' });
    const overrides = { timers: { autoCloseAfter: 'P1D' } };
    await updateChannel(desk, {
      channelId: whatsapp.id,
      name: 'Front desk',
      teamId: team.id,
      overrides,
      config: { accessToken: 'EAAnew' },
    });
    await hears(house, MARIA, 'hello', { from: { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA }, name: 'Maria' } });
    house.clock.forward(MINUTE);
    await updateContact(desk, { contactId: ticket.contactId, by: admin, name: 'Maria Dolores' });
    await updateChannel(desk, { channelId: whatsapp.id, teamId: null });
    await removeTeam(desk, { teamId: team.id, by: admin });

    expect(await houseAt(desk, then).then(partsOf)).toEqual(partsOf(was));
    expect(await agentsAt(desk, then, [ana.id])).toMatchObject([{ name: 'Ana', capacity: null, role: 'agent', teamIds: [] }]);
    const nameAt = async (at: number) => (await namesAt(desk, at, { contactIds: [ticket.contactId] })).contact(ticket.contactId)?.name;
    expect([await nameAt(then), await nameAt(then + MINUTE), await nameAt(then + 2 * MINUTE)]).toEqual([
      'Cus Tomer',
      'Maria',
      'Maria Dolores',
    ]);
    expect((await houseAt(desk, then + MINUTE)).channels.find(({ id }) => id === whatsapp.id)).toMatchObject({
      name: 'Front desk',
      overrides,
    });
    expect((await houseAt(desk, then + MINUTE)).teams).toMatchObject([{ name: 'Trade', deletedAt: null }]);
    const now = await desk.house.refresh();
    expect(partsOf(await houseAt(desk, house.clock.now()))).toEqual(partsOf(now));
    const kept = JSON.stringify(await desk.store.reads.formerHouse(0));
    expect(kept).toContain('Sales');
    expect(kept).not.toMatch(/config|secret|token/i);
  });

  it('counts what was committed late, also before a snapshot', async () => {
    const first = await hears(house);
    house.clock.forward(HOUR);
    await closes(house, first);
    house.clock.forward(HOUR);
    await hears(house, PEDRO);
    await snapshot(house);
    house.clock.forward(-90 * MINUTE);
    const late = await hears(house, '15550009');
    const [before, then] = [house.clock.now() - 1, house.clock.now()];
    house.clock.forward(2 * HOUR);
    const openAt = async (at: number) => (await boardAt(house.desk, { at, by: 'stage', cards: 0, whose: {} })).open;
    expect([await openAt(before), await openAt(then), await openAt(house.clock.now())]).toEqual([1, 2, 2]);
    expect([...(await looksAt(house, then)).keys()]).toContain(late.id);
  });
});

/** What the configuration is of that is kept. */
const partsOf = ({ settings, stages, teams, channels }: House) => ({
  settings,
  stages,
  teams: teams.map(({ id, name, hours, deletedAt }) => ({ id, name, hours, deletedAt })),
  channels: channels.map(({ id, name, overrides, teamId, botId, deletedAt }) => ({ id, name, overrides, teamId, botId, deletedAt })),
});
