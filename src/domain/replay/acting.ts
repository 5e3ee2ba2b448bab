import { clearAssignee, give, liftExclusion, sendToTeam } from '../assignment';
import { askToClose, closingQuestion } from '../closing-question';
import { Refusal } from '../errors';
import type { TicketEvent } from '../events';
import { inTurn, nothing, type Recordable, record } from '../record';
import { snooze, wake } from '../stages';
import { isOpen, isSnoozed, type Ticket } from '../ticket';
import { type Cause, move, type Step } from '../transitions';
import { openFor } from './hearing';
import type { Leaving } from './record';
import { apply, type Scene } from './scene';

type Act = (ticket: Ticket, event: TicketEvent, scene: Scene) => Step;

/**
 * What people, bots, routing and rules did: the same once more, as far as the chat's ticket as it stands allows. `onClosed`: it was
 * about a closed ticket, and nothing of the open one.
 */
export function act(scene: Scene, event: TicketEvent, onClosed: boolean): void {
  if (event.type === 'created') begin(scene, event);
  else redo(scene, event, onClosed || event.cause === 'reopened' ? closedOf(scene, event) : scene.open);
}

function redo(scene: Scene, event: TicketEvent, ticket: Ticket | null): void {
  if (!ticket) return;
  const done = tried(() => (ACTS[event.cause] ?? idle)(ticket, event, scene), ticket);
  if (done.events.length > 0) apply(scene, included(scene, ticket, done, event), event.at);
}

const idle: Act = (ticket) => nothing(ticket);

/** Reopening is about the chat's last one, whichever that is here, while none is open. */
function closedOf({ open, tickets, chat }: Scene, { cause, ticketId }: TicketEvent): Ticket | null {
  const itself = tickets.get(ticketId) ?? null;
  if (cause !== 'reopened') return itself;
  return open ? null : (itself ?? tickets.get(chat.lastTicketId ?? '') ?? null);
}

/** A bot hands off, or an agent writes first. Where a ticket is open, the one has not been asked, and the other answers in it. */
function begin(scene: Scene, event: TicketEvent): void {
  if (scene.open) return;
  const status = event.status?.to === 'proactive' ? 'proactive' : 'pending';
  openFor(scene, { at: event.at, name: event.ticketId, was: event, status, by: event.actor });
}

/** What the table of transitions does not know is not done. */
function tried(work: () => Step, ticket: Ticket): Step {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return nothing(ticket);
    throw error;
  }
}

/** A person who changes the status or hands the ticket over lifts an exclusion from closing. */
function included(scene: Scene, before: Ticket, done: Step, { actor, at }: TicketEvent): Step {
  const { status, assigneeId, teamId } = done.ticket;
  const moved = status !== before.status || assigneeId !== before.assigneeId || teamId !== before.teamId;
  if (!moved || !isOpen(done.ticket) || actor.kind === 'system') return done;
  const lifted = liftExclusion(done.ticket, { actor, at, policy: scene.rules.policyAt(at) });
  return { ticket: lifted.ticket, events: [...done.events, ...lifted.events] };
}

const again: Act = (ticket, { cause, actor, at, decision }) =>
  move(ticket, { cause: cause as Cause, actor, at, ...(decision ? { decision } : {}) });

/** Routing gives only what waits; a person gives what there is. Without somebody: nobody has it any more. */
const assign: Act = (ticket, { actor, at, assignee, cause, decision, data }, { rules }) => {
  const agentId = assignee?.to ?? null;
  if (!isOpen(ticket)) return nothing(ticket);
  if (agentId === null)
    return ticket.status === 'idle' || ticket.status === 'proactive' ? clearAssignee(ticket, { actor, at, cause }) : nothing(ticket);
  if (actor.kind === 'system' && (ticket.status !== 'pending' || isSnoozed(ticket))) return nothing(ticket);
  const why = { ...(decision ? { decision } : {}), ...(data ? { data } : {}) };
  return give(ticket, { agentId, actor, at, policy: rules.policyAt(at), ...(cause === 'assigned' ? {} : { cause }), ...why });
};

const toTeam: Act = (ticket, event, scene) => {
  if (event.assignee?.to != null) return assign(ticket, event, scene);
  const { actor, at, data } = event;
  const fits = ticket.status === 'active' || ticket.status === 'pending';
  return fits ? sendToTeam(ticket, { teamId: toIn(data?.team), actor, at, data: data ?? {} }) : nothing(ticket);
};

const handOver: Act = (ticket, event, scene) => {
  const sent = ticket.status === 'active' && event.assignee?.to == null;
  return sent ? toTeam(ticket, { ...event, assignee: null }, scene) : assign(ticket, event, scene);
};

const toIn = (change: unknown): string | null => (change as { to?: { id?: string } | null } | undefined)?.to?.id ?? null;

const CHANGED = ['priority', 'tags', 'subject', 'excludeFromClosing'] as const;

const update: Act = (ticket, { cause, actor, at, data }) => {
  const changes = (data ?? {}) as Record<string, { to?: unknown } | undefined>;
  const named = CHANGED.flatMap((name) => (changes[name] ? [[name, changes[name].to]] : []));
  const team = cause === 'changed_by_person' || !changes.team ? {} : { teamId: toIn(changes.team) };
  const patch = { ...(Object.fromEntries(named) as Recordable), ...team };
  return Object.keys(patch).length === 0 ? nothing(ticket) : record(ticket, { type: 'updated', cause, actor, at, patch });
};

const chooseStage: Act = (ticket, { cause, actor, at, stage }) => {
  const fits = isOpen(ticket) && !isSnoozed(ticket) && (cause === 'stage_chosen' || ticket.stage === stage?.from);
  return fits && stage?.to ? record(ticket, { type: 'stage_changed', cause, actor, at, patch: { stage: stage.to } }) : nothing(ticket);
};

const sleep: Act = (ticket, { actor, at, data }) =>
  isOpen(ticket) ? snooze(ticket, { until: (data?.until as number | null | undefined) ?? null, actor, at }) : nothing(ticket);

const rouse: Act = (ticket, { actor, at, stage }, { rules }) =>
  wake(ticket, { actor, at, policy: rules.policyAt(at), ...(stage?.to ? { stage: stage.to } : {}) });

const reopen: Act = (ticket, { actor, at }, { staff }) => {
  const { lastAssigneeId } = ticket;
  const online = lastAssigneeId !== null && staff.isOnline(lastAssigneeId, at);
  return move(ticket, { cause: 'reopened', actor, at, lastAssigneeOnline: online, ...(online ? { agentId: lastAssigneeId } : {}) });
};

/** The question is the desk's message of that moment. */
const ask: Act = (ticket, { actor, at }, { record: { messages } }) => {
  const wanted = JSON.stringify(closingQuestion(ticket, null, 'en').buttons[0]?.id);
  const question = messages.findLast(
    ({ author, content, heardAt }) => author.kind === 'system' && heardAt <= at + SKEW && JSON.stringify(content).includes(wanted),
  );
  return askToClose(ticket, { actor, at, askedAt: question?.heardAt ?? at });
};
const SKEW = 1000;

const ACTS: Readonly<Record<string, Act>> = {
  assigned: assign,
  reassigned: assign,
  taken_over: assign,
  handed_over: handOver,
  transferred: toTeam,
  released: again,
  set_in_progress: again,
  closed_by_person: again,
  unassignable: again,
  reopened: reopen,
  snoozed: sleep,
  woken: rouse,
  stage_chosen: chooseStage,
  stage_deleted: chooseStage,
  changed_by_person: update,
  routed_by_rule: update,
  team_deleted: update,
  close_asked: ask,
};

/** An agent turns away, goes offline or is removed: what that does to a ticket of theirs. */
export function leave(scene: Scene, { agentId, presence, at }: Leaving): void {
  const ticket = scene.open;
  if (!ticket || ticket.assigneeId !== agentId) return;
  const policy = scene.rules.policyAt(at);
  const actor = { kind: 'system', id: null, name: null } as const;
  const lift = (now: Ticket) => liftExclusion(now, { actor, at, policy });
  const decision = { rule: 'assignee_unavailable', facts: { assigneeId: agentId, presence } };
  const isReleased = ticket.status === 'active' && (presence === 'removed' || !policy.settings.routing.keepOnAway);
  if (isReleased)
    apply(
      scene,
      inTurn(ticket, (now) => move(now, { cause: 'assignee_unavailable', actor, at, decision }), lift),
      at,
    );
  else if (presence === 'removed') apply(scene, clearAssignee(ticket, { actor, at, cause: 'agent_removed' }), at);
  else if (presence === 'offline') apply(scene, lift(ticket), at);
}
