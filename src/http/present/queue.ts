import { policyFor } from '../../actions/rules';
import type { Waiting } from '../../domain/eligible';
import type { Decision } from '../../domain/events';
import { whyWaiting } from '../../domain/routing';
import { isSnoozed } from '../../domain/ticket';
import { waitingWords } from '../../domain/why-waiting';
import type { QueuePlace, TicketView } from '../../ports/store';
import type { Call } from '../route';
import type { QueueEntryJson } from '../schemas/queue';
import { withIso } from './event';
import { ticketsJson } from './ticket';
import { iso } from './time';

type Eyes = Pick<Call<unknown, unknown>, 'desk' | 'house' | 'person'>;

interface Standing extends QueuePlace {
  readonly view: TicketView;
}

/** Places of the queue with their tickets, and why nobody has them; what has left it meanwhile is left out. */
export async function queueJson(eyes: Eyes, places: readonly QueuePlace[]): Promise<QueueEntryJson[]> {
  const standing = await ticketsAt(eyes, places);
  const tickets = await ticketsJson(
    eyes,
    standing.map(({ view }) => view),
  );
  const why = await whyOf(eyes, standing);
  const now = eyes.desk.clock.now();
  return standing.flatMap(({ place, view: { ticket } }, at) => {
    const [json, decision] = [tickets[at], why.get(ticket.id)];
    if (!json || !decision) return [];
    const seconds = Math.max(0, Math.floor((now - ticket.statusSince) / 1000));
    return [{ place, waitingSince: iso(ticket.statusSince), seconds, ticket: json, why: whyJson(eyes, ticket.channelId, decision) }];
  });
}

async function ticketsAt({ desk }: Eyes, places: readonly QueuePlace[]): Promise<Standing[]> {
  if (places.length === 0) return [];
  const views = new Map(
    (await desk.store.reads.ticketsByIds(places.map(({ ticketId }) => ticketId))).map((view) => [view.ticket.id, view]),
  );
  return places.flatMap((place) => {
    const view = views.get(place.ticketId);
    return view && view.ticket.status === 'pending' && !isSnoozed(view.ticket) ? [{ ...place, view }] : [];
  });
}

async function whyOf({ desk, house }: Eyes, standing: readonly Standing[]): Promise<Map<string, Decision>> {
  if (standing.length === 0) return new Map();
  const waiting = standing.map(
    ({ view: { ticket }, lastHandledBy }): Waiting => ({ ticket, policy: policyFor(house, ticket.channelId), lastHandledBy }),
  );
  const left = whyWaiting(waiting, await desk.store.reads.agentsAtWork(), desk.clock.now());
  return new Map(left.map(({ ticketId, decision }) => [ticketId, decision]));
}

function whyJson({ desk, house }: Eyes, channelId: string, decision: Decision): QueueEntryJson['why'] {
  const { rule, facts, passedOver = [] } = decision;
  return {
    rule: rule as QueueEntryJson['why']['rule'],
    words: waitingWords(decision, policyFor(house, channelId), desk.clock.now()),
    facts: withIso(facts),
    passedOver: passedOver.map(({ agentId, name, why }) => ({ agentId, name, why })),
  };
}
