import { isSeenBy, seenBy } from '../../domain/access';
import type { Announcement } from '../../domain/events';
import type { Instant } from '../../domain/ticket';
import type { Push, PushTarget } from '../../ports/push';
import type { PushSubscription, TicketView } from '../../ports/store';
import type { Desk } from '../desk';
import { preferencesOf } from '../personal/preferences';
import { transact } from '../transact';
import { pushKeys } from './push-keys';

/** At most one push in so long for one ticket to one person. */
const APART = 10_000;

type Kind = 'assigned' | 'due' | 'message' | 'mention';

/** What was heard of one ticket: for whom holds it, and for those whom a note in it names. */
interface Heard {
  kind: Exclude<Kind, 'mention'> | null;
  readonly named: Set<string>;
}

interface Needs {
  readonly desk: Desk;
  readonly push: Push;
  /** Whether this agent has the web app open, where it rings by itself. */
  readonly isWatching?: (agentId: string) => boolean;
}

export interface Pushing {
  /** Resolves when what was heard until now has been told. */
  settled(): Promise<void>;
  /** Begins no more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Rings at agents' browsers while they don't look: for a ticket that somebody else gave them, and for what the customer writes
 * in their own, for what is soon due there or missed, and for a note that names them. After the commit and at most once: a lost push is a lost doorbell, the ticket waits where it was.
 */
export function openPushing({ desk, push, isWatching = () => false }: Needs): Pushing {
  const rung = new Map<string, Instant>();
  const under = new Set<Promise<unknown>>();
  let heard = new Map<string, Heard>();
  let looking: Promise<void> | null = null;

  /** What is heard while it looks is looked at next, all at once. */
  async function look(): Promise<void> {
    while (heard.size > 0) {
      const found = heard;
      heard = new Map();
      await ring(found).catch((cause: unknown) => desk.log.error('nobody was pushed to', { cause: String(cause) }));
    }
    looking = null;
  }

  async function ring(found: ReadonlyMap<string, Heard>): Promise<void> {
    if (!(await desk.store.reads.anyPushSubscription())) return;
    const views = await desk.store.reads.ticketsByIds([...found.keys()]);
    const rings = views.flatMap((view) => ringsFor(view, found.get(view.ticket.id))).filter((one) => mayRing(one));
    const agents = [...new Set(rings.map(({ agentId }) => agentId))];
    const browsers = await desk.store.reads.pushSubscriptions(agents, desk.clock.now());
    for (const one of rings) {
      const theirs = browsers.filter(({ agentId }) => agentId === one.agentId);
      if (theirs.length === 0 || !(await isWanted(desk, one))) continue;
      rung.set(placeOf(one), desk.clock.now());
      for (const browser of theirs) keep(send(desk, push, browser, one));
    }
  }

  function mayRing(one: Ring): boolean {
    const now = desk.clock.now();
    for (const [id, at] of rung) if (now - at >= APART) rung.delete(id);
    return !rung.has(placeOf(one)) && !isWatching(one.agentId);
  }

  function keep(one: Promise<unknown>): void {
    under.add(one);
    void one.finally(() => under.delete(one));
  }

  const deafen = desk.bus.listen((announcements) => {
    for (const one of announcements) note(heard, one);
    if (heard.size > 0) looking ??= look();
  });
  const settled = async (): Promise<void> => {
    await looking;
    await Promise.all(under);
  };
  return {
    settled,
    stop() {
      deafen();
      return settled();
    },
  };
}

function note(heard: Map<string, Heard>, { name, ticketId, to }: Announcement): void {
  if (ticketId === undefined || !RINGS.has(name)) return;
  const known = heard.get(ticketId) ?? { kind: null, named: new Set() };
  heard.set(ticketId, known);
  if (to !== undefined) known.named.add(to);
  else if (name === 'ticket.assigned') known.kind = 'assigned';
  else if (DUE.has(name)) known.kind = known.kind === 'assigned' ? 'assigned' : 'due';
  else known.kind ??= 'message';
}

const DUE: ReadonlySet<Announcement['name']> = new Set(['ticket.due_soon', 'ticket.overdue']);
const RINGS: ReadonlySet<Announcement['name']> = new Set(['ticket.assigned', 'message.created', 'mention.created', ...DUE]);

interface Ring {
  readonly kind: Kind;
  readonly agentId: string;
  readonly view: TicketView;
}

const placeOf = ({ agentId, view }: Ring): string => `${view.ticket.id} ${agentId}`;

function ringsFor(view: TicketView, heard: Heard | undefined): Ring[] {
  if (!heard) return [];
  const named = [...heard.named].map((agentId) => ({ kind: 'mention', agentId, view }) as const);
  const others = heard.kind ? ringFor(view, heard.kind) : [];
  return [...named, ...others.filter(({ agentId }) => !heard.named.has(agentId))];
}

/** Nobody has it, or not the customer spoke last: nothing rings. */
function ringFor(view: TicketView, kind: Kind): Ring[] {
  const { assigneeId, lastMessage } = view.ticket;
  if (assigneeId === null || (kind === 'message' && lastMessage?.author !== 'customer')) return [];
  return [{ kind, agentId: assigneeId, view }];
}

/** They have it switched on, and did not take the ticket themselves. */
async function isWanted(desk: Desk, { kind, agentId, view }: Ring): Promise<boolean> {
  if (!(await preferencesOf(desk, { id: agentId })).pushNotifications) return false;
  if (kind === 'mention') return maySee(desk, agentId, view);
  return kind !== 'assigned' || (await desk.store.reads.lastAssignedBy(view.ticket.id)) !== agentId;
}

/** The ticket may have changed hands since the note. */
async function maySee(desk: Desk, agentId: string, { ticket }: TicketView): Promise<boolean> {
  const [agent] = await desk.store.reads.agentsByIds([agentId]);
  return agent !== undefined && isSeenBy(ticket, seenBy(agent, { house: desk.house.current() }));
}

/** No word of what was said leaves the desk: who it is about, and where to look. */
async function send(desk: Desk, push: Push, browser: PushSubscription, { kind, view }: Ring): Promise<void> {
  const { ticket, contact } = view;
  try {
    const { publicKey, privateKey } = await pushKeys(desk);
    const target: PushTarget = { endpoint: browser.endpoint, keys: JSON.parse(desk.vault.open(browser.keys)) };
    const payload = JSON.stringify({ kind, ticketId: ticket.id, number: ticket.number, contactName: contact.name });
    const end = await push.send(target, { publicKey, privateKey: desk.vault.open(privateKey) }, { topic: ticket.id, payload });
    if (end === 'gone') await transact(desk, (tx) => tx.removePushSubscription(browser.id, browser.agentId));
  } catch (cause) {
    desk.log.error('a push could not be made', { ticketId: ticket.id, cause: String(cause) });
  }
}
