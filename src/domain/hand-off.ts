import type { TicketEvent } from './events';

/** What a bot or hub of the network is to be told of a hand-off; `id` is its own name of it, null for one that a bot of ours asks for. */
export interface HandOffStep {
  readonly state: 'asked' | 'accepted' | 'completed' | 'failed';
  readonly id: string | null;
}

type Seen = Pick<TicketEvent, 'seq' | 'type' | 'cause' | 'actor' | 'status' | 'assignee' | 'decision'>;

/** Whether something may have to be told of it: a bot of ours asks, somebody takes the ticket, it closes, or it was taken when a bot asked. */
export const mayTellHandOff = (event: Seen): boolean =>
  asksByOurs(event) || idIn(event) !== null || event.assignee?.to != null || event.status?.to === 'closed';

const asksByOurs = ({ type, cause, actor, decision }: Seen): boolean =>
  type === 'created' && cause === 'handed_off' && actor.id !== null && typeof decision?.facts.handOff !== 'string';

const idIn = ({ decision }: Seen): string | null => {
  const id = decision?.rule === 'handed_off' ? decision.facts.handOff : null;
  return typeof id === 'string' ? id : null;
};

/**
 * What this event of a ticket means for whoever handed the conversation over: a person has it now, is done with it, or it was closed
 * and nobody had come. null: nothing. Each is told once, whoever has the ticket after.
 */
export function handOffStep(events: readonly Seen[], seq: number): HandOffStep | null {
  let open: string | null = null;
  let taken = false;
  let assignee: string | null = null;
  for (const event of [...events].sort((one, other) => one.seq - other.seq)) {
    const asked = idIn(event);
    if (asked !== null) [open, taken] = [asked, false];
    if (event.assignee) assignee = event.assignee.to;
    const isTaken: boolean = open !== null && !taken && assignee !== null;
    const isOver: boolean = open !== null && event.status?.to === 'closed';
    if (event.seq === seq) return stepAt(event, { open, taken, isTaken, isOver });
    taken ||= isTaken;
    if (isOver) open = null;
  }
  return null;
}

interface Standing {
  readonly open: string | null;
  readonly taken: boolean;
  readonly isTaken: boolean;
  readonly isOver: boolean;
}

function stepAt(event: Seen, { open, taken, isTaken, isOver }: Standing): HandOffStep | null {
  if (asksByOurs(event)) return { state: 'asked', id: null };
  if (isOver) return { state: taken ? 'completed' : 'failed', id: open };
  return isTaken ? { state: 'accepted', id: open } : null;
}
