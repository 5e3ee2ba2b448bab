import { randomBytes } from 'node:crypto';
import type { Desk } from '../../src/actions/desk';
import { tracesOf } from '../../src/actions/ledger/traces';
import { openLedgerIn } from '../../src/actions/transact';
import { give } from '../../src/domain/assignment';
import { heardAgent, heardCustomer } from '../../src/domain/conversation';
import { type Actor, CUSTOMER, SYSTEM, type TicketEvent } from '../../src/domain/events';
import type { Trace } from '../../src/domain/figures/trace';
import type { Message } from '../../src/domain/message';
import { openTicket } from '../../src/domain/opening';
import type { Policy } from '../../src/domain/policy';
import { nothing, type Recording, record } from '../../src/domain/record';
import type { Instant, Ticket } from '../../src/domain/ticket';
import { move, type Step } from '../../src/domain/transitions';
import { idMaker } from '../../src/platform/ids';
import type { Changes, Tx } from '../../src/ports/store';
import { messageOf, type Person, personOf } from './persons';

export interface Living {
  readonly channelIds: readonly string[];
  readonly agentIds: readonly string[];
  /** Keys of two stages that tickets pass through. */
  readonly stages: readonly [string, string];
  readonly tickets: number;
  /** Over how many days they are spread, up to now. */
  readonly days: number;
}

const BATCH = 250;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Fills a desk with whole lives of tickets: ten events, three messages and ten traces each; they end some hours, days or weeks later. */
export async function live(desk: Desk, living: Living): Promise<void> {
  const now = desk.clock.now();
  /** What will have happened by then, but has not while those before lived: a desk writes its traces in the order of time. */
  let ahead: readonly Trace[] = [];
  for (let first = 0; first < living.tickets; first += BATCH) {
    const count = Math.min(BATCH, living.tickets - first);
    const number = await desk.store.takeNumbers(count);
    let left: readonly Trace[] = [];
    await desk.store.atomically(async (tx) => {
      const ledger = await openLedgerIn(desk, tx, []);
      const lives = Array.from({ length: count }, (_, i) => lifeOf(living, ledger.policy, { n: first + i, number: number + i, now }));
      const all = [...ahead, ...lives.flatMap(({ traces }) => traces)].sort((a, b) => (a.id < b.id ? -1 : 1));
      const until = first + count < living.tickets ? beginOf(living, first + count, now) : now;
      await write(tx, { ...ledger.changes(), traces: all.filter(({ at }) => at <= until) }, lives);
      left = all.filter(({ at }) => at > until);
    });
    ahead = left;
  }
}

interface Life {
  readonly person: Person;
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
  readonly traces: readonly Trace[];
}

async function write(tx: Tx, empty: Changes, lives: readonly Life[]): Promise<void> {
  await tx.meet(
    lives.map(({ person }) => person.contact),
    lives.map(({ person }) => person.identity),
  );
  await tx.write({
    ...empty,
    newChats: lives.map(({ person, messages }) => ({ ...person.chat, seq: messages.length, rev: messages.length })),
    newTickets: lives.map(({ ticket }) => ticket),
    newMessages: lives.flatMap(({ messages }) => messages),
    events: lives.flatMap(({ events }) => events),
  });
}

/** Numbers from 0 to 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Most are over in hours, some in days, a few in weeks; in minutes. */
const lengthOf = (random: () => number): number => {
  const kind = random();
  return (kind < 0.7 ? 20 + random() * 400 : kind < 0.95 ? 1440 * (1 + random() * 3) : 1440 * (5 + random() * 20)) * MINUTE;
};

interface Scene {
  readonly ticket: Ticket;
  readonly at: Instant;
  readonly policy: Policy;
  readonly agent: Actor;
  readonly stages: Living['stages'];
  readonly random: () => number;
}

interface Act {
  /** When: a share of the ticket's life. */
  readonly share: number;
  readonly does: (scene: Scene) => Step;
  /** Who says something with it. */
  readonly says?: 'customer' | 'agent';
}

const noted = ({ ticket, at, agent }: Scene, rest: Pick<Recording, 'type' | 'cause'> & Partial<Recording>): Step =>
  record(ticket, { actor: agent, at, ...rest });
const assigned = ({ ticket, at, policy, agent }: Scene): Step => give(ticket, { agentId: agent.id ?? '', actor: SYSTEM, at, policy });

// biome-ignore format: a table is read in columns
const ACTS: readonly Act[] = [
  { share: 0.01, does: assigned },
  { share: 0.05, says: 'agent',    does: ({ ticket }) => nothing(ticket) },
  { share: 0.06, does: (scene) => noted(scene, { type: 'stage_changed', cause: 'stage_chosen', patch: { stage: scene.stages[0] } }) },
  { share: 0.1,  does: (scene) => noted(scene, { type: 'noted', cause: 'noted', data: { characters: 80 } }) },
  { share: 0.2,  does: (scene) => noted(scene, { type: 'updated', cause: 'updated', patch: { priority: scene.random() < 0.2 ? 'high' : 'low' } }) },
  { share: 0.4,  does: ({ ticket, at }) => move(ticket, { cause: 'customer_silent', actor: SYSTEM, at }) },
  { share: 0.6,  says: 'customer', does: ({ ticket, at }) => move(ticket, { cause: 'customer_replied', actor: CUSTOMER, at }) },
  { share: 0.7,  does: (scene) => noted(scene, { type: 'stage_changed', cause: 'stage_chosen', patch: { stage: scene.stages[1] } }) },
  { share: 0.8,  does: (scene) => noted(scene, { type: 'updated', cause: 'updated', patch: { tags: ['order'] } }) },
  { share: 1,    does: ({ ticket, at, agent }) => move(ticket, { cause: 'closed_by_person', actor: agent, at }) },
];

interface Place {
  readonly n: number;
  readonly number: number;
  readonly now: Instant;
}

const beginOf = ({ tickets, days }: Pick<Living, 'tickets' | 'days'>, n: number, now: Instant): Instant =>
  now - Math.round(days * DAY * (1 - n / tickets));

function lifeOf(
  { channelIds, agentIds, stages, tickets, days }: Living,
  policy: (channelId: string) => Policy,
  { n, number, now }: Place,
): Life {
  const random = chance(n + 1);
  const began = beginOf({ tickets, days }, n, now);
  const length = lengthOf(random);
  let at = began;
  const newId = idMaker({ now: () => at }, randomBytes);
  const person = personOf(newId, channelIds[n % channelIds.length] ?? '', n, at);
  const agent: Actor = { kind: 'agent', id: agentIds[Math.floor(random() * agentIds.length)] ?? '', name: null };
  const told: { messages: Message[]; events: TicketEvent[]; traces: Trace[] } = { messages: [], events: [], traces: [] };
  let ticket: Ticket | null = null;
  const happen = (step: Step, says?: Act['says']): void => {
    const message = says
      ? messageOf(person, { id: newId(), says, agent, at, seq: told.messages.length + 1, ticketId: step.ticket.id })
      : null;
    const heard = !message ? step.ticket : says === 'customer' ? heardCustomer(step.ticket, message) : heardAgent(step.ticket, message);
    const next = { ...heard, version: (ticket?.version ?? 0) + 1, lookAt: null, policyVersion: null };
    const messages = message ? [{ was: null, now: message }] : [];
    told.traces.push(...tracesOf({ at, tickets: [{ was: ticket, now: next }], messages, events: step.events, newId }));
    told.events.push(...step.events);
    if (message) told.messages.push(message);
    ticket = next;
  };
  happen(
    openTicket({ id: newId(), number, chat: person.chat, status: 'pending', cause: 'customer_wrote', actor: CUSTOMER, at }),
    'customer',
  );
  for (const { share, does, says } of ACTS) {
    at = Math.round(began + length * share);
    if (at > now || !ticket) break;
    happen(does({ ticket, at, policy: policy(person.chat.channelId), agent, stages, random }), says);
  }
  return { person, ticket: ticket as unknown as Ticket, ...told };
}
