import type { Person } from '../../../src/actions/desk';
import { setPresence } from '../../../src/actions/routing/set-presence';
import { addTeam, updateTeam } from '../../../src/actions/teams/save-team';
import { assignTicket } from '../../../src/actions/tickets/assign-ticket';
import { closeTicket } from '../../../src/actions/tickets/close-ticket';
import { releaseTicket } from '../../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../../src/actions/tickets/reopen-ticket';
import { setInProgress } from '../../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../../src/actions/tickets/snooze-ticket';
import { takeTicket } from '../../../src/actions/tickets/take-ticket';
import { transferToTeam } from '../../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../../src/actions/tickets/wake-ticket';
import { addStage } from '../../../src/actions/workspace/add-stage';
import { orderStages } from '../../../src/actions/workspace/order-stages';
import { removeStage } from '../../../src/actions/workspace/remove-stage';
import { updateStage } from '../../../src/actions/workspace/update-stage';
import { Refusal } from '../../../src/domain/errors';
import type { Ticket } from '../../../src/domain/ticket';
import { answers, wait } from '../../support/acts';
import { HOUR, MINUTE, says, type TestDesk } from '../../support/desk';
import type { Dice } from './dice';

interface Scene {
  readonly house: TestDesk;
  readonly dice: Dice;
  readonly staff: readonly Person[];
  readonly teamIds: readonly string[];
}

const PHONES = ['15550001', '15550002', '15550003', '15550004', '15550005'];

/** A desk with people, two teams and three stages of its own. */
export async function sceneIn(house: TestDesk, dice: Dice): Promise<Scene> {
  const staff = [await house.agent('Ana'), await house.agent('Luis')];
  await house.set({ policy: { reopenWithin: 'PT2H' }, timers: { autoCloseAfter: 'PT20H' } });
  const teams = [];
  for (const name of ['Sales', 'Repairs']) {
    await wait(house, MINUTE);
    teams.push(await addTeam(house.desk, { name }));
  }
  for (const name of ['Parts', 'Courier', 'Call back']) {
    await wait(house, MINUTE);
    await addStage(house.desk, { name, color: 'teal' });
  }
  return { house, dice, staff, teamIds: teams.map(({ id }) => id) };
}

type Act = (scene: Scene, ticket: Ticket) => Promise<unknown>;

const customStages = ({ house }: Scene) =>
  house.desk.house.current().stages.filter(({ system, deletedAt }) => !system && deletedAt === null);

/** On one ticket; what the desk refuses changes nothing. */
// biome-ignore format: a table is read in columns
const ON_TICKETS: readonly Act[] = [
  ({ house, dice, staff }, { id }) => takeTicket(house.desk, { ticketId: id, by: dice.pick(staff) }),
  ({ house, dice, staff }, { id }) => assignTicket(house.desk, { ticketId: id, by: house.admin, agentId: dice.pick(staff).id }),
  ({ house, dice, staff }, ticket) => answers(house, ticket, dice.pick(staff), `about ${dice.below(99)}`),
  ({ house, dice, staff }, { id }) => releaseTicket(house.desk, { ticketId: id, by: dice.pick(staff) }),
  ({ house }, { id }) => setInProgress(house.desk, { ticketId: id, by: house.admin }),
  ({ house, dice }, { id }) => snoozeTicket(house.desk, { ticketId: id, by: house.admin, until: house.clock.now() + dice.below(9) * HOUR }),
  ({ house }, { id }) => wakeTicket(house.desk, { ticketId: id, by: house.admin }),
  ({ house }, { id }) => closeTicket(house.desk, { ticketId: id, by: house.admin }),
  ({ house }, { id }) => reopenTicket(house.desk, { ticketId: id, by: house.admin }),
  ({ house, dice, teamIds }, { id }) => transferToTeam(house.desk, { ticketId: id, by: house.admin, teamId: dice.pick(teamIds), note: null }),
  (scene, { id }) => updateTicket(scene.house.desk, { ticketId: id, by: scene.house.admin, stage: scene.dice.pick([...customStages(scene), ...customStages(scene), { key: 'open' }]).key }),
];

let renamed = 0;

const ON_THE_DESK: readonly ((scene: Scene) => Promise<unknown>)[] = [
  ({ house, dice }) => house.hear(says(dice.pick(PHONES), `hello ${dice.below(99)}`, { from: person(dice) })),
  ({ house, dice }) => house.hear(...PHONES.slice(dice.below(4)).map((phone) => says(phone, 'all at once'))),
  ({ house, dice, staff }) => {
    const who = dice.pick(staff);
    return setPresence(house.desk, { agentId: who.id, presence: dice.pick(['online', 'online', 'away'] as const), reason: null, by: who });
  },
  (scene) => {
    const key = scene.dice.pick(customStages(scene)).key;
    return updateStage(scene.house.desk, { key, name: `Renamed ${++renamed}`, color: 'rose' });
  },
  ({ house, dice }) =>
    orderStages(house.desk, {
      keys: dice.shuffled(
        house.desk.house
          .current()
          .stages.filter((one) => one.deletedAt === null)
          .map(({ key }) => key),
      ),
    }),
  ({ house, dice, teamIds }) => updateTeam(house.desk, { teamId: dice.pick(teamIds), name: `Team ${++renamed}` }),
  ({ house, dice }) => wait(house, dice.below(6) * HOUR),
];

const person = (dice: Dice) => {
  const phone = dice.pick(PHONES);
  return { keys: [`pn:${phone}`], address: { phone, display: phone }, name: `Name ${dice.below(4)}` };
};

/** One thing that happens, some milliseconds up to half an hour after the former. */
export async function happen(scene: Scene): Promise<void> {
  const { house, dice } = scene;
  house.clock.forward(dice.pick([1, 900, MINUTE, 17 * MINUTE, 31 * MINUTE]));
  const tickets = await everyTicket(house);
  const act = dice.below(3) === 0 || tickets.length === 0 ? dice.pick(ON_THE_DESK) : null;
  await (act ? act(scene) : dice.pick(ON_TICKETS)(scene, dice.pick(tickets))).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** A stage with tickets in it goes; at once, or its rows before long. */
export async function stageGoes(scene: Scene, key: string): Promise<void> {
  scene.house.clock.forward(MINUTE);
  await removeStage(scene.house.desk, { key, by: scene.house.admin });
}

export const everyTicket = async ({ desk }: TestDesk): Promise<Ticket[]> =>
  (await desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null })).data.map(({ ticket }) => ticket);
