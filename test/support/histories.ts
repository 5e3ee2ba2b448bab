import { removeAgent } from '../../src/actions/agents/remove-agent';
import type { Person } from '../../src/actions/desk';
import { addTeam } from '../../src/actions/teams/save-team';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { takeTicket } from '../../src/actions/tickets/take-ticket';
import { transferTicket, transferToTeam } from '../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../src/actions/tickets/wake-ticket';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { transact } from '../../src/actions/transact';
import { addStage } from '../../src/actions/workspace/add-stage';
import { removeStage } from '../../src/actions/workspace/remove-stage';
import { Refusal } from '../../src/domain/errors';
import type { PartialSettings } from '../../src/domain/settings';
import type { Dice } from '../proof/support/dice';
import { echo, receipt } from './acts';
import { says, type TestDesk } from './desk';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TICK = 5 * SECOND;

/** How long nothing happens. */
const PAUSES = [1, 40 * SECOND, 3 * MINUTE, 11 * MINUTE, 35 * MINUTE, 3 * HOUR, 26 * HOUR, 80 * HOUR] as const;
const WORDS = ['hello', 'where is it?', '👍', 'thank you'] as const;

// biome-ignore format: a list is read in lines
const SETTINGS: readonly PartialSettings[] = [
  { timers: { idleAfter: 'PT10M', idleCloseAfter: 'PT2H', idleReminderBefore: 'PT30M', autoCloseAfter: 'P3D' }, texts: { reminder: 'Still there?' } },
  { timers: { idleAfter: 'PT45M', idleCloseAfter: null, idleReminderBefore: null, inProgressAfter: 'PT4H', closeUnassignedAfter: 'PT6H' } },
  { timers: { idleAfter: 'PT30M', autoCloseAfter: 'P7D', closeUnassignedAfter: null, inProgressAfter: null } },
  { policy: { reopenWithin: 'PT5H', autoAssignOnReply: false, wakeOnReply: false } },
  { policy: { reopenWithin: null, autoAssignOnReply: true, wakeOnReply: true, keepExclusion: true, quietClose: false } },
  { routing: { keepOnAway: true, sticky: false, capacity: 2 } },
  { routing: { keepOnAway: false, sticky: true, capacity: 5, strategy: 'manual' } },
  { routing: { strategy: 'round_robin' }, policy: { quietClose: true, keepExclusion: false } },
  { timers: { confirmCloseAfter: 'PT1H' } },
];

interface Cast {
  readonly staff: readonly Person[];
  readonly customers: readonly string[];
  /** Answers that the network took fail after all. */
  readonly failing: boolean;
  /** Keys and ids. */
  readonly stages: readonly string[];
  readonly teams: readonly string[];
}

type Act = (house: TestDesk, dice: Dice, ticketId: string, by: Person, cast: Cast) => Promise<unknown>;

// biome-ignore format: a table is read in columns
const ACTS: readonly Act[] = [
  (house, dice, _id, _by, { customers }) => house.hear(says(dice.pick(customers), dice.pick(WORDS))),
  (house, dice, _id, _by, { customers }) => house.hear(says(dice.pick(customers), dice.pick(WORDS)), says(dice.pick(customers), 'and more')),
  (house, dice, _id, _by, { customers }) => house.hear(says(dice.pick(customers), dice.pick(WORDS))),
  (house, _dice, ticketId, by)        => answerTicket(house.desk, { ticketId, by, content: { type: 'text', text: 'I look' } }),
  (house, _dice, ticketId, by)        => answerTicket(house.desk, { ticketId, by, content: { type: 'text', text: 'There' } }),
  (house, _dice, ticketId, by)        => answerTicket(house.desk, { ticketId, by, content: { type: 'text', text: 'Done' } }),
  (house, dice, ticketId, by, { staff }) => assignTicket(house.desk, { ticketId, by, agentId: dice.pick(staff).id }),
  (house, dice, ticketId, by, { staff }) => transferTicket(house.desk, { ticketId, by, agentId: dice.pick(staff).id, note: null }),
  (house, _dice, ticketId, by)        => takeTicket(house.desk, { ticketId, by }),
  (house, _dice, ticketId, by)        => releaseTicket(house.desk, { ticketId, by }),
  (house, _dice, ticketId, by)        => setInProgress(house.desk, { ticketId, by }),
  (house, dice, ticketId, by)         => snoozeTicket(house.desk, { ticketId, by, until: dice.pick([null, house.clock.now() + 2 * HOUR]) }),
  (house, _dice, ticketId, by)        => wakeTicket(house.desk, { ticketId, by }),
  (house, _dice, ticketId, by)        => closeTicket(house.desk, { ticketId, by }),
  (house, _dice, ticketId, by)        => reopenTicket(house.desk, { ticketId, by }),
  (house, dice, ticketId, by)         => updateTicket(house.desk, { ticketId, by, excludeFromClosing: dice.next() < 0.4 }),
  (house, dice, _id, _by, { staff })  => house.turn(dice.pick(staff), dice.pick(['online', 'online', 'away', 'offline'])),
  (house, dice, _id, by, { customers }) => begin(house, by, dice.pick(customers)),
  (house, dice, _id, _by, { customers }) => house.hear(echo(dice.pick(customers), 'from the shop')),
  (house, _dice, ticketId, by)        => closeTicket(house.desk, { ticketId, by, ask: true }),
  (house, dice, ticketId, _by, { customers }) => house.hear(says(dice.pick(customers), 'yes', { content: { type: 'button_reply', id: `close:${dice.pick(['yes', 'no'])}:${ticketId}`, title: 'x' } })),
  (house, dice, ticketId, by, { stages }) => updateTicket(house.desk, { ticketId, by, stage: dice.pick([...stages, 'open', 'closed']), priority: dice.pick(['low', 'high']) }),
  (house, dice, ticketId, by, { teams }) => transferToTeam(house.desk, { ticketId, by, teamId: dice.pick(teams), note: null }),
  (house, _dice, ticketId, _by, { failing }) => failing ? failNewest(house, ticketId) : Promise.resolve(),
  (house, dice)                       => house.set(dice.pick(SETTINGS)),
];

/** The network takes back that it took the newest answer. */
async function failNewest(house: TestDesk, ticketId: string): Promise<void> {
  const { chatId } = await house.ticket(ticketId);
  const sent = (await house.messages(chatId)).findLast(
    ({ author, providerMessageId }) => author.kind === 'agent' && providerMessageId !== null,
  );
  if (sent) await house.hear(receipt(sent.providerMessageId, 'failed'));
}

async function begin(house: TestDesk, by: Person, phone: string): Promise<void> {
  const chatId = (await house.tickets(phone))[0]?.chatId;
  if (chatId) await startTicket(house.desk, { by, chatId, content: { type: 'text', text: 'May I help?' } });
}

/** Some customers and agents do anything for some days; the sweep looks every five seconds, unless the desk is down (`downtime`: how often). */
export async function anyHistory(house: TestDesk, dice: Dice, { acts, downtime = 0 }: { acts: number; downtime?: number }): Promise<void> {
  const run = dice.below(1e6);
  const staff = [await house.agent(`Ana${run}`), await house.agent(`Luis${run}`, 'online', 2), house.admin];
  const customers = [1, 2, 3, 4].map((n) => `1555${run}${n}`);
  await house.turn(house.admin, 'online');
  const stages = [(await addStage(house.desk, { name: `Stage ${run}`, color: 'sky' })).key];
  const teams = [(await addTeam(house.desk, { name: `Team ${run}`, agentIds: staff.map(({ id }) => id) })).id];
  for (const customer of customers) await house.hear(says(customer, 'hello'));
  for (let done = 0; done < acts; done++) {
    await pass(house, 1 + dice.below(dice.pick(PAUSES)), dice.next() < downtime);
    const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 12, cursor: null });
    const tickets = data.map(({ ticket }) => ticket);
    const recent = tickets.filter(({ status }) => status !== 'closed');
    const { id } = dice.pick(dice.next() < 0.8 && recent.length > 0 ? recent : tickets);
    await attempt(() => dice.pick(ACTS)(house, dice, id, dice.pick(staff), { staff, customers, stages, teams, failing: downtime > 0 }));
    await house.errands();
  }
  house.clock.forward(1);
  if (stages[0]) await removeStage(house.desk, { key: stages[0], by: house.admin });
  house.clock.forward(1);
  await removeAgent(house.desk, { agentId: staff[1]?.id ?? '', by: house.admin });
  await house.errands();
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Time goes on, with the sweep at every tick at which it has something to do. */
async function pass(house: TestDesk, ms: number, isDown: boolean): Promise<void> {
  const then = house.clock.now() + ms;
  // At a tick itself either may come first.
  const until = then % TICK === 0 ? then + 1 : then;
  if (isDown) return void house.clock.forward(until - house.clock.now());
  await sweepAt(house, Math.ceil((house.clock.now() + 1) / TICK) * TICK, until);
  for (let looks = 0; looks < 200; looks++) {
    const [due] = await house.desk.store.reads.dueTickets({ lookAt: 0, id: '' }, until, 1);
    if (!due || !(await sweepAt(house, Math.ceil(Math.max(due.lookAt, house.clock.now() + 1) / TICK) * TICK, until))) break;
  }
  house.clock.forward(until - house.clock.now());
}

async function sweepAt(house: TestDesk, at: number, until: number): Promise<boolean> {
  if (at >= until) return false;
  house.clock.forward(at - house.clock.now());
  await transact(house.desk, (tx) => tx.saveSweep({ name: 'tickets', lastAt: at, catchUpUntil: null, lookedUntil: null }));
  await sweepTickets(house.desk);
  await house.errands();
  return true;
}
