import type { Desk } from '../../actions/desk';
import { isSeenBy, seenBy } from '../../domain/access';
import type { Later } from './later';
import type { Emit, Viewer } from './viewers';

export const TYPING = ['reply', 'note'] as const;
export type Typing = (typeof TYPING)[number] | null;

/** Without another beat nobody types any more after so long. */
const LAPSE = 6_000;

interface Around {
  readonly desk: Desk;
  readonly later: Later;
  readonly emit: Emit;
}

/** One socket that looks at a ticket. */
interface Looking {
  readonly viewer: Viewer;
  typing: Typing;
  /** Ends the wait for the next beat. */
  calm: () => void;
  /** What it was told last, as JSON. */
  told: string | null;
}

type There = Map<string, Looking>;

export interface Here {
  /** This socket looks at a ticket now, and at no other; false when its agent may not see it. */
  come(viewer: Viewer, ticketId: string, typing: Typing): Promise<boolean>;
  leave(viewer: Viewer): Promise<void>;
  /** Tickets have changed: whoever may not see theirs any more does not look at it. */
  lookAgain(ticketIds: readonly string[]): Promise<void>;
  /** Whoever looks at this ticket is told that its customer writes just now. */
  customerTyped(ticketId: string): void;
  /** Waits for no beat any more. */
  stop(): void;
}

/**
 * Who looks at which ticket and types there, in the memory of this process: nothing of it is stored or logged. Several processes
 * would share what `come` and `leave` say; `tell` is for each process's own sockets.
 */
export function whoIsHere({ desk, later, emit }: Around): Here {
  const tickets = new Map<string, There>();
  const places = new Map<string, string>();

  /** Tells everybody who looks at a ticket of the others; who may not see it any more goes without a word. */
  async function tell(ticketId: string): Promise<void> {
    const there = tickets.get(ticketId);
    if (!there) return;
    const [view] = await desk.store.reads.ticketsByIds([ticketId]);
    const house = await desk.house.refresh();
    for (const { viewer } of [...there.values()]) if (!view || !isSeenBy(view.ticket, seenBy(viewer.person, { house }))) drop(viewer);
    for (const looking of there.values()) {
      const viewers = othersThan(looking.viewer.person.id, there);
      const json = JSON.stringify(viewers);
      if (json !== looking.told) emit([looking.viewer.id], 'ticket.viewers', { ticketId, viewers });
      looking.told = json;
    }
  }

  /** Answers where it was. */
  function drop(viewer: Viewer): string | null {
    const ticketId = places.get(viewer.id) ?? null;
    const there = ticketId === null ? undefined : tickets.get(ticketId);
    if (ticketId === null || !there) return null;
    there.get(viewer.id)?.calm();
    there.delete(viewer.id);
    if (there.size === 0) tickets.delete(ticketId);
    places.delete(viewer.id);
    return ticketId;
  }

  function put(viewer: Viewer, ticketId: string): Looking {
    const there: There = tickets.get(ticketId) ?? new Map();
    const looking: Looking = { viewer, typing: null, calm: () => undefined, told: null };
    tickets.set(ticketId, there.set(viewer.id, looking));
    places.set(viewer.id, ticketId);
    return looking;
  }

  function beat(looking: Looking, ticketId: string, typing: Typing): void {
    looking.calm();
    looking.typing = typing;
    looking.calm = typing === null ? () => undefined : later(LAPSE, () => lapse(looking, ticketId));
  }

  function lapse(looking: Looking, ticketId: string): void {
    looking.typing = null;
    tell(ticketId).catch((cause: unknown) => desk.log.error('nobody was told that somebody stopped typing', { cause: String(cause) }));
  }

  async function leave(viewer: Viewer): Promise<void> {
    const left = drop(viewer);
    if (left !== null) await tell(left);
  }

  async function maySee({ person }: Viewer, ticketId: string): Promise<boolean> {
    return (await desk.store.reads.ticket(ticketId, seenBy(person, { house: await desk.house.refresh() }))) !== null;
  }

  return {
    async come(viewer, ticketId, typing) {
      const isThere = places.get(viewer.id) === ticketId;
      if (!isThere) await leave(viewer);
      if (!isThere && !(await maySee(viewer, ticketId))) return false;
      const looking = tickets.get(ticketId)?.get(viewer.id) ?? put(viewer, ticketId);
      const changed = !isThere || looking.typing !== typing;
      beat(looking, ticketId, typing);
      if (changed) await tell(ticketId);
      return true;
    },
    leave,
    async lookAgain(ticketIds) {
      for (const id of ticketIds) if (tickets.has(id)) await tell(id);
    },
    customerTyped: (ticketId) =>
      emit(
        [...(tickets.get(ticketId)?.values() ?? [])].map(({ viewer }) => viewer.id),
        'ticket.customer_typing',
        { ticketId },
      ),
    stop: () => tickets.forEach((there) => void there.forEach(({ calm }) => void calm())),
  };
}

/** Each agent once, however many sockets they have; of several that type, one says what. */
function othersThan(agentId: string, there: There) {
  const others = new Map<string, { id: string; name: string; typing: Typing }>();
  for (const { viewer, typing } of there.values()) {
    const { id, name } = viewer.person;
    if (id !== agentId) others.set(id, { id, name, typing: typing ?? others.get(id)?.typing ?? null });
  }
  return [...others.values()];
}
