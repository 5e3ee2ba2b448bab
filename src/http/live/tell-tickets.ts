import { isSeenBy, type SeenBy, seenBy } from '../../domain/access';
import { isOnline } from '../../domain/agent';
import { ANNOUNCED, type Standing } from '../../domain/events';
import type { TicketView } from '../../ports/store';
import { groupBy } from '../group';
import { actionsFor, ticketsJson } from '../present/ticket';
import type { TicketJson } from '../schemas/ticket';
import type { Rung } from './gathering';
import type { Telling } from './tell';
import { type Viewer, withScope } from './viewers';
import { hearsName, hearsTicket } from './watch';

/** Each changed ticket is read once, made once, and encoded once for all who may do the same with it. */
export async function tellTickets(telling: Telling, rung: ReadonlyMap<string, Rung>): Promise<void> {
  const { desk, house } = telling;
  const viewers = withScope(telling.viewers, 'tickets:read');
  const [anybody] = viewers;
  if (rung.size === 0 || !anybody) return;
  const views = await desk.store.reads.ticketsByIds([...rung.keys()]);
  const tickets = await ticketsJson({ desk, house, person: anybody.person }, views);
  const eyes = viewers.map((viewer) => ({ viewer, sight: seenBy(viewer.person, { house }) }));
  for (const [at, view] of views.entries()) {
    const [json, about] = [tickets[at], rung.get(view.ticket.id)];
    if (json && about) tellTicket(telling, eyes, { view, json, rung: about });
  }
  const there = new Set(views.map(({ ticket }) => ticket.id));
  for (const [id, { was }] of rung) if (was && !there.has(id)) tellErased(telling, eyes, { id, ...was });
}

/** What was erased is gone for everybody who saw it. */
function tellErased({ emit }: Telling, eyes: readonly Eye[], was: Standing & { readonly id: string }): void {
  const losing = eyes
    .filter(({ viewer, sight }) => hearsTicket(viewer.watch, was, was) && isSeenBy(was, sight))
    .map(({ viewer }) => viewer);
  emit(idsOf(losing, 'ticket.updated'), 'ticket.updated', { id: was.id, gone: true });
}

interface Eye {
  readonly viewer: Viewer;
  readonly sight: SeenBy | null;
}

interface Changed {
  readonly view: TicketView;
  readonly json: TicketJson;
  readonly rung: Rung;
}

function tellTicket({ house, emit }: Telling, eyes: readonly Eye[], { view: { ticket }, json, rung }: Changed): void {
  const { names, was } = rung;
  const hearing = eyes.filter(({ viewer }) => hearsTicket(viewer.watch, ticket, was));
  const seeing = hearing.filter(({ sight }) => isSeenBy(ticket, sight)).map(({ viewer }) => viewer);
  for (const alike of groupBy(
    seeing,
    ({ person }) => `${person.role} ${person.scopes === undefined} ${isOnline(person)} ${person.id === ticket.assigneeId}`,
  ).values()) {
    const payload = { ...json, allowedActions: alike[0] ? actionsFor(house, alike[0].person, ticket) : [] };
    for (const name of ANNOUNCED.filter((one) => names.has(one))) emit(idsOf(alike, name), name, payload);
  }
  if (!was) return;
  const losing = hearing.filter(({ sight }) => isSeenBy(was, sight) && !isSeenBy(ticket, sight)).map(({ viewer }) => viewer);
  emit(idsOf(losing, 'ticket.updated'), 'ticket.updated', { id: ticket.id, gone: true });
}

const idsOf = (viewers: readonly Viewer[], name: (typeof ANNOUNCED)[number]): string[] =>
  viewers.filter(({ watch }) => hearsName(watch, name)).map(({ id }) => id);
