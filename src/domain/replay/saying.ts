import { give } from '../assignment';
import { isClosingQuestion, withdrawQuestion } from '../closing-question';
import { heardAgent, unanswered } from '../conversation';
import { type Actor, SYSTEM } from '../events';
import type { Message } from '../message';
import { writingTakes } from '../permissions';
import type { Instant, Ticket } from '../ticket';
import { type fatesOf, openFor } from './hearing';
import { apply, endWait, keep, type Scene } from './scene';

const DAY = 24 * 60 * 60_000;
const APP: Actor = { kind: 'channel_app', id: null, name: null };

type Fate = ReturnType<ReturnType<typeof fatesOf>>;

/** Somebody writes to the customer: an agent, the business's own app, a bot or the desk. */
export function say(scene: Scene, message: Message, fate: Fate): void {
  scene.chat = { ...scene.chat, seq: message.seq };
  const { author, heardAt: at } = message;
  if (author.kind === 'agent') keep(scene, heardAgent(written(scene, message), message), at);
  else if (author.kind === 'channel_app') keep(scene, { ...heardAgent(answeredFrom(scene, message, fate), message), idleFrom: at }, at);
  else if (!scene.open) scene.loose.push(message);
}

/** Whoever answers what nobody has, takes it; who would have found the ticket closed begins one. */
function written(scene: Scene, { id, author, heardAt: at }: Message): Ticket {
  const agentId = author.id ?? '';
  const role = scene.staff.roleOf(agentId);
  const actor: Actor = { kind: role ?? 'agent', id: author.id, name: author.name };
  if (!scene.open) return openFor(scene, { at, name: id, was: null, status: 'proactive', by: actor, assigneeId: role && agentId });
  const policy = scene.rules.policyAt(at);
  const by = { id: agentId, role: role ?? 'agent', online: true, machine: role === null };
  const takes = scene.staff.isOnline(agentId, at) && writingTakes({ ticket: scene.open, by, policy: policy.settings.policy });
  return takes ? apply(scene, give(scene.open, { agentId, actor, at, policy }), at) : scene.open;
}

function answeredFrom(scene: Scene, { id, heardAt: at }: Message, fate: Fate): Ticket {
  const { lastCustomerSeq, lastClosedSeq, windowFrom } = scene.chat;
  const asked = lastCustomerSeq > lastClosedSeq && windowFrom !== null && at - windowFrom < DAY;
  const was = fate.is === 'opened' ? fate.event : null;
  return scene.open ?? openFor(scene, { at, name: id, was, status: asked ? 'pending' : 'proactive', by: APP });
}

/** The network took it: an answer starts the idle timer, a closing question the time to answer it. */
export function accept(scene: Scene, message: Message, at: Instant): void {
  const { open } = scene;
  if (!open) return;
  if (isClosingQuestion(message, open)) return void keep(scene, { ...open, confirmSentAt: at }, at);
  if (message.author.kind !== 'agent' || message.seq <= scene.chat.lastCustomerSeq || message.heardAt < (open.openedAt ?? 0)) return;
  scene.accepted.set(message.id, at);
  keep(scene, { ...open, idleFrom: Math.max(open.idleFrom ?? 0, at) }, at);
}

/** It never reached the customer: they wait again, and the closing question stands no longer. */
export function failToSend(scene: Scene, message: Message, at: Instant): void {
  const { open } = scene;
  if (!open || message.heardAt < (open.openedAt ?? 0)) return;
  if (isClosingQuestion(message, open)) {
    apply(scene, withdrawQuestion(open, { cause: 'close_question_failed', actor: SYSTEM, at }), at);
  } else if (message.author.kind === 'agent') {
    scene.accepted.delete(message.id);
    if (message.heardAt === open.lastAgentMessageAt) endWait(scene, open.id, message.heardAt, at);
    const idleFrom = scene.accepted.size > 0 ? Math.max(...scene.accepted.values()) : null;
    keep(scene, { ...unanswered(open, { anotherReached: idleFrom !== null }), idleFrom }, at);
  }
}
