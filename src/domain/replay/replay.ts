import { act, leave } from './acting';
import { fatesOf, hear } from './hearing';
import { type Ahead, addBlind, look, nameOf, noteBlind, passUntil } from './passing';
import type { ChatRecord, Clockwork, Course, Rules, Staff } from './record';
import { accept, failToSend, say } from './saying';
import { courseOf, type Scene, sceneOf } from './scene';
import { type Item, sequenceOf } from './sequence';

interface Given {
  readonly record: ChatRecord;
  readonly rules: Rules;
  readonly staff: Staff;
}

/**
 * A chat once more, on a virtual clock, through the same rules of the domain. What people, customers, bots and routing did comes
 * from the record at its moment; what time does, and what follows from it, is worked out anew. A long chat takes long: it stops
 * after every thing that came, so that others can have their turn.
 */
export function* replayChat({ record, rules, staff }: Given, { until, free }: Clockwork): Generator<void, Course> {
  const scene = sceneOf(record, rules, staff);
  const items = sequenceOf(record, rules).filter(({ at }) => at < until);
  const ahead = aheadIn(items);
  const come = comingTo(scene, ahead);
  let now = items[0]?.at ?? until;
  for (const item of items) {
    passUntil(scene, now, item.at + Number(isRouting(item)), ahead, free);
    if (!free) noteBlind(scene, item.at, ahead);
    come(item);
    now = Math.max(now, item.at);
    yield;
  }
  passUntil(scene, now, until, ahead, free);
  if (!free) noteBlind(scene, until, ahead);
  return courseOf(scene, until);
}

/** It follows what happened at its moment, in one transaction. */
const isRouting = (item: Item): boolean => item.what === 'act' && item.event.actor.kind === 'system';

function aheadIn(items: readonly Item[]): Ahead {
  const looks = new Map<string, number>();
  const told = new Set<string>();
  for (const item of items) {
    if (item.what === 'look') looks.set(nameOf(item.fired), (looks.get(nameOf(item.fired)) ?? 0) + 1);
    if (item.what === 'leaving') told.add(`${item.leaving.agentId} ${item.at}`);
  }
  return { looks, told };
}

function comingTo(scene: Scene, ahead: Ahead): (item: Item) => void {
  const fateOf = fatesOf(scene.record);
  return (item) => {
    switch (item.what) {
      case 'heard':
        return hear(scene, item.message, fateOf(item.message));
      case 'said':
        return say(scene, item.message, fateOf(item.message));
      case 'accepted':
        return accept(scene, item.message, item.at);
      case 'failed':
        return failToSend(scene, item.message, item.at);
      case 'act':
        return act(scene, item.event, item.onClosed);
      case 'leaving':
        return leave(scene, item.leaving);
      case 'look':
        addBlind(scene, item.fired.dueAt, item.at);
        return look(scene, item.fired, item.at, ahead);
      case 'rules':
        return;
    }
  };
}
