import fc from 'fast-check';
import type { Agent } from '../../src/domain/agent';
import { isOnline } from '../../src/domain/agent';
import { clearAssignee, give, liftExclusion } from '../../src/domain/assignment';
import { askToClose } from '../../src/domain/closing-question';
import { customerSaid, heardAgent, heardCustomer } from '../../src/domain/conversation';
import { type Actor, CUSTOMER, SYSTEM, type TicketEvent } from '../../src/domain/events';
import type { Message } from '../../src/domain/message';
import { openTicket } from '../../src/domain/opening';
import { pass } from '../../src/domain/passing';
import { ACTIONS, type Action, type Asking, forbidden, unfit, writingTakes } from '../../src/domain/permissions';
import type { Policy } from '../../src/domain/policy';
import { inTurn, nothing, record } from '../../src/domain/record';
import { route } from '../../src/domain/routing';
import { snooze, wake } from '../../src/domain/stages';
import { type Instant, isOpen, isSnoozed, type Ticket } from '../../src/domain/ticket';
import { dueNow, lookAt } from '../../src/domain/time';
import { move, type Step } from '../../src/domain/transitions';
import { anAgent, aPolicy, DAYS, HOURS, MINUTES, NOON } from './tickets';

/** One chat, the people around it and the clock: everything that the rules can do to its tickets, without a desk. */
export interface World {
  readonly at: Instant;
  readonly agents: readonly Agent[];
  readonly policy: Policy;
  readonly ticket: Ticket | null;
  /** Of the newest ticket. */
  readonly events: readonly TicketEvent[];
  readonly tickets: number;
}

const PEOPLE = ['ana', 'luis', 'eva'] as const;
const POLICIES = [
  aPolicy(
    {
      timers: {
        idleCloseAfter: 'PT2H',
        idleReminderBefore: 'PT20M',
        inProgressAfter: 'P1D',
        closeUnassignedAfter: 'PT4H',
        confirmCloseAfter: 'PT1H',
      },
      texts: { reminder: 'There?' },
    },
    ['parts'],
  ),
  aPolicy({ policy: { reopenWithin: 'P1D' } }, ['parts', 'assigned']),
  aPolicy({
    routing: { strategy: 'manual', keepOnAway: true },
    policy: { agentsMayTakeOver: true, agentsMayReopen: true, wakeOnReply: false, autoAssignOnReply: false, keepExclusion: true },
  }),
  aPolicy({ timers: { idleAfter: null, autoCloseAfter: null }, policy: { agentsMayClose: false, agentsMayTake: false } }, ['assigned']),
];

export const newWorld = (): World => ({
  at: NOON,
  agents: PEOPLE.map((id) => anAgent(id, { role: id === 'eva' ? 'admin' : 'agent', presence: 'offline' })),
  policy: POLICIES[0] as Policy,
  ticket: null,
  events: [],
  tickets: 0,
});

export type Happening =
  | { readonly what: 'customer writes' | 'echo' | 'routing' | 'customer says yes' | 'customer says no' }
  | { readonly what: 'asks to close'; readonly who: string }
  | { readonly what: 'time passes'; readonly ms: number }
  | { readonly what: 'settings change'; readonly to: number }
  | { readonly what: 'presence'; readonly who: string; readonly to: Agent['presence'] }
  | { readonly what: 'removed'; readonly who: string }
  | { readonly what: 'starts'; readonly who: string }
  | { readonly what: 'stage'; readonly who: string; readonly to: string }
  | { readonly what: 'excludes'; readonly who: string }
  | { readonly what: 'acts'; readonly who: string; readonly action: Action; readonly whom: string; readonly until: number | null };

const who = fc.constantFrom(...PEOPLE);
export const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Happening>({ what: 'customer writes' }) },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ what: 'customer says yes' }, { what: 'customer says no' }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('asks to close' as const), who }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ what: 'echo' }) },
  { weight: 2, arbitrary: fc.constant<Happening>({ what: 'routing' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('time passes' as const),
      ms: fc.constantFrom(1, MINUTES, 30 * MINUTES, 2 * HOURS, DAYS, 8 * DAYS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('settings change' as const), to: fc.nat({ max: POLICIES.length - 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('presence' as const), who, to: fc.constantFrom('online', 'online', 'away', 'offline') }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('removed' as const), who }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('starts' as const), who }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('stage' as const), who, to: fc.constantFrom('parts', 'assigned', 'open') }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('excludes' as const), who }) },
  {
    weight: 10,
    arbitrary: fc.record({
      what: fc.constant('acts' as const),
      who,
      action: fc.constantFrom(...ACTIONS),
      whom: who,
      until: fc.option(fc.constantFrom(1, HOURS, 3 * DAYS)),
    }),
  },
);

/** The world after something has happened in it; what the rules refuse changes nothing. */
export function happen(world: World, one: Happening): World {
  switch (one.what) {
    case 'customer writes':
      return customerWrites(world);
    case 'customer says yes':
      return customerWrites(world, 'yes');
    case 'customer says no':
      return customerWrites(world, 'no');
    case 'asks to close':
      return onOpen(world, (ticket) =>
        ticket.status === 'active' || ticket.status === 'idle'
          ? taken(askToClose(ticket, { actor: actorOf(world, one.who), at: world.at, askedAt: world.at }), world.at)
          : nothing(ticket),
      );
    case 'echo':
      return world.ticket && isOpen(world.ticket) ? spoke(world) : world;
    case 'routing':
      return routed(world);
    case 'time passes':
      return fired({ ...world, at: world.at + one.ms });
    case 'settings change':
      return dated({ ...world, policy: POLICIES[one.to] as Policy });
    case 'presence':
      return turned(world, one.who, one.to);
    case 'removed':
      return removed(world, one.who);
    case 'starts':
      return starts(world, one.who);
    case 'stage':
      return staged(world, one.who, one.to);
    case 'excludes':
      return onOpen(world, (ticket) =>
        record(ticket, {
          type: 'updated',
          cause: 'changed_by_person',
          actor: actorOf(world, one.who),
          at: world.at,
          patch: { excludeFromClosing: true },
        }),
      );
    case 'acts':
      return acts(world, one);
  }
}

/** The network took the question at once. */
const taken = (asked: Step, at: Instant): Step => ({ ...asked, ticket: { ...asked.ticket, confirmSentAt: at } });

export const agentIn = (world: World, id: string): Agent => world.agents.find((agent) => agent.id === id) as Agent;
const actorOf = (world: World, id: string): Actor => ({ kind: agentIn(world, id).role, id, name: agentIn(world, id).name });
const askingOf = (world: World, id: string): Asking => ({ id, role: agentIn(world, id).role, online: isOnline(agentIn(world, id)) });
const isHere = (world: World, id: string | null): boolean => id !== null && isOnline(agentIn(world, id));

const dated = (world: World): World =>
  world.ticket ? { ...world, ticket: { ...world.ticket, lookAt: lookAt(world.ticket, world.policy) } } : world;
const after = (world: World, { ticket, events }: Step): World => dated({ ...world, ticket, events: [...world.events, ...events] });
const onOpen = (world: World, step: (ticket: Ticket) => Step): World =>
  world.ticket && isOpen(world.ticket) ? after(world, step(world.ticket)) : world;

const message = ({ at, tickets }: World, kind: 'customer' | 'agent' | 'channel_app'): Message =>
  ({
    id: `m-${tickets}`,
    direction: kind === 'customer' ? 'in' : 'out',
    author: { kind, id: null, name: null },
    content: { type: 'text', text: 'Hello' },
    heardAt: at,
  }) as Message;

function opened(world: World, opening: Pick<Parameters<typeof openTicket>[0], 'status' | 'cause' | 'actor' | 'assigneeId'>): World {
  const number = world.tickets + 1;
  const chat = { id: 'c-1', channelId: 'ch-1', contactId: 'p-1', lastTicketId: world.ticket?.id ?? null };
  return after({ ...world, events: [], tickets: number }, openTicket({ id: `t-${number}`, number, chat, at: world.at, ...opening }));
}

function customerWrites(world: World, answer?: 'yes' | 'no'): World {
  return onOpen(world.ticket && isOpen(world.ticket) ? world : returned(world), (ticket) => {
    const heard = heardCustomer(ticket, message(world, 'customer'));
    const content = { type: 'button_reply', id: `close:${answer}:${ticket.id}`, title: '' } as const;
    return customerSaid(heard, content, {
      at: world.at,
      policy: world.policy,
      assigneeOnline: isHere(world, ticket.assigneeId),
    });
  });
}

/** A customer writes into a closed chat: the last ticket reopens, or a new one opens. */
function returned(world: World): World {
  const { ticket, policy, at } = world;
  if (!ticket?.closedAt || policy.reopenWithin === null || at - ticket.closedAt >= policy.reopenWithin)
    return opened(world, { status: 'pending', cause: 'customer_wrote', actor: CUSTOMER });
  const online = isHere(world, ticket.lastAssigneeId);
  return after(
    world,
    move(ticket, {
      cause: 'customer_returned',
      actor: CUSTOMER,
      at,
      lastAssigneeOnline: online,
      ...(online ? { agentId: ticket.lastAssigneeId as string } : {}),
    }),
  );
}

/** The business speaks: from its own phone, or an agent's message that the network took at once. */
function spoke(world: World): World {
  const ticket = heardAgent(world.ticket as Ticket, message(world, 'channel_app'));
  return dated({ ...world, ticket: { ...ticket, idleFrom: world.at } });
}

function starts(world: World, id: string): World {
  if (world.ticket && isOpen(world.ticket)) return world;
  return spoke(opened(world, { status: 'proactive', cause: 'started', actor: actorOf(world, id), assigneeId: id }));
}

function routed(world: World): World {
  const { ticket } = world;
  if (ticket?.status !== 'pending' || isSnoozed(ticket)) return world;
  const desk = world.agents.filter(isOnline).map((agent) => ({ agent, load: 0 }));
  const { given, agents } = route([{ ticket, policy: world.policy, lastHandledBy: null }], desk, world.at);
  const [one] = given;
  if (!one) return world;
  const rested = world.agents.map((agent) => agents.find(({ id }) => id === agent.id) ?? agent);
  return after(
    { ...world, agents: rested },
    give(ticket, { agentId: one.agentId, actor: SYSTEM, at: world.at, policy: world.policy, decision: one.decision }),
  );
}

/** Fires what is due until nothing is; a timer that would fire for ever is a bug. */
function fired(world: World, left = 10): World {
  const timer = world.ticket && dueNow(world.ticket, world.policy, world.at, null);
  if (!timer) return world;
  if (left === 0) throw new Error(`${timer.kind} is due again and again`);
  return fired(
    onOpen(world, (ticket) => pass(ticket, timer, world.policy, { at: world.at, mayWrite: true })),
    left - 1,
  );
}

function turned(world: World, id: string, presence: Agent['presence']): World {
  const now = { ...world, agents: world.agents.map((agent) => (agent.id === id ? { ...agent, presence } : agent)) };
  const leaves = presence !== 'online' && !world.policy.settings.routing.keepOnAway;
  return onOpen(now, (ticket) =>
    leaves && ticket.status === 'active' && ticket.assigneeId === id
      ? move(ticket, { cause: 'assignee_unavailable', actor: actorOf(world, id), at: world.at })
      : nothing(ticket),
  );
}

/** An agent is removed and hired again: only what that does to the ticket matters here. */
function removed(world: World, id: string): World {
  const actor = actorOf(world, 'eva');
  return onOpen(world, (ticket) => {
    if (ticket.assigneeId !== id) return nothing(ticket);
    if (ticket.status === 'active') return move(ticket, { cause: 'assignee_unavailable', actor, at: world.at });
    return clearAssignee(ticket, { actor, at: world.at, cause: 'agent_removed' });
  });
}

function staged(world: World, id: string, stage: string): World {
  if (stage !== 'open' && !world.policy.stages.has(stage)) return world;
  const actor = actorOf(world, id);
  return onOpen(world, (ticket) => {
    if (isSnoozed(ticket)) return wake(ticket, { actor, at: world.at, policy: world.policy, stage });
    return stage === ticket.stage
      ? nothing(ticket)
      : record(ticket, { type: 'stage_changed', cause: 'stage_chosen', actor, at: world.at, patch: { stage } });
  });
}

type Act = Extract<Happening, { what: 'acts' }>;

function acts(world: World, act: Act): World {
  const { ticket, policy } = world;
  if (!ticket) return world;
  const by = askingOf(world, act.who);
  if (forbidden(act.action, ticket, by, policy) || unfit(act.action, ticket, by, policy)) return world;
  if ((act.action === 'assign' || act.action === 'transfer') && !isHere(world, act.whom)) return world;
  const done = after(
    world,
    inTurn(
      ticket,
      (now) => ACTS[act.action](now, world, act),
      (now) => (now.status === ticket.status ? nothing(now) : liftExclusion(now, { actor: SYSTEM, at: world.at, policy })),
    ),
  );
  return act.action === 'reply' ? spoke(done) : done;
}

const given = (ticket: Ticket, world: World, who: string, agentId: string): Step =>
  give(ticket, { agentId, actor: actorOf(world, who), at: world.at, policy: world.policy });
const moved =
  (cause: 'released' | 'set_in_progress' | 'closed_by_person') =>
  (ticket: Ticket, world: World, { who }: Act): Step =>
    move(ticket, { cause, actor: actorOf(world, who), at: world.at });

const ACTS: Record<Action, (ticket: Ticket, world: World, act: Act) => Step> = {
  assign: (ticket, world, { who, whom }) => given(ticket, world, who, whom),
  transfer: (ticket, world, { who, whom }) => given(ticket, world, who, whom),
  take: (ticket, world, { who }) => given(ticket, world, who, who),
  release: moved('released'),
  'in-progress': moved('set_in_progress'),
  close: moved('closed_by_person'),
  snooze: (ticket, world, { who, until }) =>
    snooze(ticket, { until: until === null ? null : world.at + until, actor: actorOf(world, who), at: world.at }),
  wake: (ticket, world, { who }) => wake(ticket, { actor: actorOf(world, who), at: world.at, policy: world.policy }),
  reopen: (ticket, world, { who }) => {
    const online = isHere(world, ticket.lastAssigneeId);
    return move(ticket, {
      cause: 'reopened',
      actor: actorOf(world, who),
      at: world.at,
      lastAssigneeOnline: online,
      ...(online ? { agentId: ticket.lastAssigneeId as string } : {}),
    });
  },
  reply: (ticket, world, { who }) =>
    writingTakes({ ticket, by: askingOf(world, who), policy: world.policy.settings.policy })
      ? given(ticket, world, who, who)
      : nothing(ticket),
  note: (ticket, world, { who }) => record(ticket, { type: 'noted', cause: 'noted', actor: actorOf(world, who), at: world.at }),
};
