import { updateAgent } from '../../../src/actions/agents/update-agent';
import { updateChannel } from '../../../src/actions/channels/update-channel';
import type { Desk, Person } from '../../../src/actions/desk';
import { openPeople } from '../../../src/actions/hearing/people';
import { receive } from '../../../src/actions/hearing/receive';
import { routeQueue } from '../../../src/actions/routing/route-queue';
import { setPresence } from '../../../src/actions/routing/set-presence';
import { updateTeam } from '../../../src/actions/teams/save-team';
import { assignTicket } from '../../../src/actions/tickets/assign-ticket';
import { closeTicket } from '../../../src/actions/tickets/close-ticket';
import { releaseTicket } from '../../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../../src/actions/tickets/reopen-ticket';
import { setInProgress } from '../../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../../src/actions/tickets/snooze-ticket';
import { takeTicket } from '../../../src/actions/tickets/take-ticket';
import { transferTicket, transferToTeam } from '../../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../../src/actions/tickets/wake-ticket';
import { changeSettings } from '../../../src/actions/workspace/change-settings';
import { PRIORITIES } from '../../../src/domain/ticket';
import { says } from '../../support/desk';
import type { Dice } from './dice';

/** Who and what there is to act with. */
export interface Scene {
  readonly admin: Person;
  readonly agents: readonly Person[];
  readonly teamIds: readonly string[];
  readonly channelId: string;
  readonly phones: readonly string[];
  /** Tickets that were there when they were last looked at, closed ones too. */
  readonly tickets: readonly { readonly id: string; readonly assigneeId: string | null }[];
}

type Act = (desk: Desk, dice: Dice, scene: Scene) => Promise<unknown>;

const aTicket = (dice: Dice, { tickets }: Scene) => dice.pick(tickets).id;
const half = <T>(dice: Dice, list: readonly T[]): T[] => list.filter(() => dice.next() < 0.5);
const theirs = (dice: Dice, scene: Scene): { ticketId: string; by: Person } => {
  const ticket = dice.pick(scene.tickets);
  return { ticketId: ticket.id, by: scene.agents.find(({ id }) => id === ticket.assigneeId) ?? scene.admin };
};

const arrives: Act = (desk, dice, { channelId, phones }) =>
  receive(
    desk,
    Array.from({ length: 1 + dice.below(4) }, () => ({ channelId, heard: says(dice.pick(phones), 'hello') })),
    openPeople(),
  );

const closes: Act = (desk, dice, scene) => closeTicket(desk, { ticketId: aTicket(dice, scene), by: scene.admin });

const turns: Act = (desk, dice, { agents, admin }) => {
  const { id } = dice.pick(agents);
  return setPresence(desk, {
    agentId: id,
    presence: dice.pick(['online', 'online', 'online', 'away', 'offline']),
    reason: null,
    by: admin,
  });
};

const SETTINGS = [
  { strategy: 'round_robin', sticky: true },
  { strategy: 'round_robin', sticky: false },
  { strategy: 'least_busy', sticky: false },
  { strategy: 'least_busy', sticky: true },
  { capacity: 2 },
  { capacity: 3 },
] as const;

/** What a working day does to routing; what is named more than once comes more often. */
// biome-ignore format: a table is read in columns
const ACTS: readonly Act[] = [
  arrives, arrives, arrives, arrives, arrives, arrives, closes, closes, closes, closes, turns, turns,
  (desk, dice, { agents, admin })  => updateAgent(desk, { by: admin, agentId: dice.pick(agents).id, capacity: dice.pick([null, 0, 1, 2, 4]) }),
  (desk, dice, scene)              => transferTicket(desk, { ...theirs(dice, scene), agentId: dice.pick(scene.agents).id, note: null }),
  (desk, dice, scene)              => transferToTeam(desk, { ...theirs(dice, scene), teamId: dice.pick(scene.teamIds), note: null }),
  (desk, dice, scene)              => transferToTeam(desk, { ...theirs(dice, scene), teamId: dice.pick(scene.teamIds), note: null }),
  (desk, dice, scene)              => releaseTicket(desk, theirs(dice, scene)),
  (desk, dice, scene)              => assignTicket(desk, { ticketId: aTicket(dice, scene), by: scene.admin, agentId: dice.pick(scene.agents).id }),
  (desk, dice, scene)              => takeTicket(desk, { ticketId: aTicket(dice, scene), by: dice.pick(scene.agents) }),
  (desk, dice, scene)              => setInProgress(desk, theirs(dice, scene)),
  (desk, dice, scene)              => snoozeTicket(desk, { ...theirs(dice, scene), until: null }),
  (desk, dice, scene)              => updateTicket(desk, { ...theirs(dice, scene), priority: dice.pick(PRIORITIES) }),
  (desk, dice, scene)              => wakeTicket(desk, theirs(dice, scene)),
  (desk, dice, scene)              => reopenTicket(desk, { ticketId: aTicket(dice, scene), by: scene.admin }),
  (desk, dice, { teamIds, agents }) => updateTeam(desk, { teamId: dice.pick(teamIds), agentIds: half(dice, agents).map(({ id }) => id) }),
  (desk, dice, { teamIds, channelId }) => updateChannel(desk, { channelId, teamId: dice.pick([null, ...teamIds]) }),
  (desk, dice)                     => changeSettings(desk, { patch: { routing: dice.pick(SETTINGS) } }),
  (desk)                           => routeQueue(desk),
];

/** Somebody does something, or the queue is looked at. */
export const routingAct = (desk: Desk, dice: Dice, scene: Scene): Promise<unknown> => {
  const act = scene.tickets.length === 0 ? arrives : dice.pick(ACTS);
  return act(desk, dice, scene);
};
