import { applyRules, type RoutingRule } from '../../domain/routing-rules';
import { teamNow } from '../../domain/team';
import type { House, Opened } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { factsOf } from './apply-rules';
import { mustFit, type WantedRule, withIds } from './save-rules';

interface Trying {
  readonly rules: readonly WantedRule[];
  /** How many of the newest tickets. */
  readonly tickets: number;
}

/** What the rules would have made of a ticket, beside what it is. */
export interface TriedTicket {
  readonly opened: Opened;
  readonly rule: RoutingRule | null;
  readonly conditions: readonly string[];
  /** The team that it would have begun in. */
  readonly teamId: string | null;
  readonly closes: boolean;
  /** It came to another team, or was not closed as `unassignable`. */
  readonly differs: boolean;
}

export interface Tried {
  readonly rules: readonly RoutingRule[];
  readonly tickets: readonly TriedTicket[];
}

/** Asks rules about tickets of the past, as they were when they opened. Changes nothing. */
export async function tryRules(desk: Desk, { rules: wanted, tickets }: Trying): Promise<Tried> {
  const house = await desk.house.refresh();
  const rules = withIds(desk, wanted);
  mustFit(house, rules);
  const opened = await desk.store.reads.opened(tickets);
  return { rules, tickets: opened.map((one) => tried(desk, house, rules, one)) };
}

function tried(desk: Desk, house: House, rules: readonly RoutingRule[], opened: Opened): TriedTicket {
  const { ticket, contact, said, created } = opened;
  const { phone, fields } = contact;
  const beginning = { channelId: ticket.channelId, at: ticket.createdAt, said, known: ticket.previousTicketId !== null, phone, fields };
  const match = applyRules(rules, factsOf(desk, house, beginning));
  const byBot = created.data?.teamOf === 'bot' ? teamIn(created.data) : null;
  const teamId = live(house, byBot) ?? live(house, match?.rule.then.teamId) ?? live(house, channelIn(house, ticket.channelId)?.teamId);
  const closes = match?.rule.then.close === true;
  const differs = closes ? ticket.closeCause !== 'unassignable' : teamId !== live(house, ticket.teamId);
  return { opened, rule: match?.rule ?? null, conditions: match?.conditions ?? [], teamId, closes, differs };
}

const live = ({ teams }: House, teamId: string | null | undefined): string | null => teamNow(teamId ?? null, teams)?.id ?? null;

/** The team that an event tells of. */
const teamIn = (data: Readonly<Record<string, unknown>> | null): string | null =>
  (data?.team as { readonly to: { readonly id: string } | null } | undefined)?.to?.id ?? null;
