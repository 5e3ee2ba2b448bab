import { policyFor } from '../../actions/rules';
import type { TicketEvent } from '../../domain/events';
import { nextOf, standsNow, storyOf } from '../../domain/why/story';
import { clockOf } from '../../domain/why/times';
import type { House, Reads, TicketView } from '../../ports/store';
import type { Call } from '../route';
import type { WhyJson } from '../schemas/why';
import { namesOf } from './names';
import { iso } from './time';

const AT_ONCE = 200;

/** The story of a ticket for people, by the workspace's clock. */
export async function whyJson({ desk, house }: Pick<Call<unknown, unknown>, 'desk' | 'house'>, view: TicketView): Promise<WhyJson> {
  const { ticket, contact, address } = view;
  const events = await everyEvent(desk.store.reads, ticket.id);
  const nameOf = await namesOf(desk.store.reads, [ticket.assigneeId, ...events.flatMap(agentsIn)]);
  const { timeZone } = house.settings.locale;
  const [moment, now] = [clockOf(timeZone), desk.clock.now()];
  const name = (id: string | null | undefined): string | null => (id ? nameOf(id)?.name || null : null);
  const story = storyOf(events, {
    customer: contact.name ?? address.display,
    moment,
    nameOf: name,
    stageOf: (key) => stageIn(house, key),
  });
  const next = nextOf(ticket, policyFor(house, ticket.channelId), now, moment);
  const stands = standsNow(ticket, name(ticket.assigneeId), now, moment);
  const lines = story.map(({ at, says }) => `${moment(at)}: ${says}`);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    zone: timeZone,
    story: story.map((line) => ({ ...line, at: iso(line.at), passedOver: [...line.passedOver] })),
    now: stands,
    next: next.map((one) => ({ ...one, dueAt: iso(one.dueAt) })),
    text: [...lines, stands, ...next.map(({ says }) => says)].join('\n'),
  };
}

const agentsIn = ({ assignee, decision }: TicketEvent): (string | null | undefined)[] => [
  assignee?.from,
  assignee?.to,
  decision?.facts.assigneeId as string | null | undefined,
];

const stageIn = ({ stages }: House, key: string | null | undefined): string => stages.find((stage) => stage.key === key)?.name ?? 'Open';

async function everyEvent(reads: Pick<Reads, 'events'>, ticketId: string): Promise<TicketEvent[]> {
  const all: TicketEvent[] = [];
  let cursor: string | null = null;
  do {
    const page = await reads.events(ticketId, { limit: AT_ONCE, cursor });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all.sort((a, b) => a.seq - b.seq);
}
