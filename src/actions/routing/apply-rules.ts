import type { Chat } from '../../domain/chat';
import { type Content, wordsOf } from '../../domain/content';
import { type Decision, SYSTEM } from '../../domain/events';
import type { FieldValues } from '../../domain/fields';
import { localMinute } from '../../domain/local-time';
import { record } from '../../domain/record';
import { applyRules, type RuleFacts, type RuleMatch } from '../../domain/routing-rules';
import { teamNow } from '../../domain/team';
import type { Instant, Ticket } from '../../domain/ticket';
import { move, type Step } from '../../domain/transitions';
import type { House, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { named } from '../teams/teams';

type Knowing = Pick<Desk, 'languages'>;

interface Beginning {
  readonly channelId: string;
  readonly at: Instant;
  readonly said: readonly Content[];
  readonly known: boolean;
  readonly phone: string | null;
  readonly fields: FieldValues | null;
}

/** What the rules are asked about a ticket as it begins. */
export function factsOf({ languages }: Knowing, { settings }: House, { at, said, ...facts }: Beginning): RuleFacts {
  const text = () => said.map(spoken).join('\n');
  return { ...facts, said: text, language: () => languages.of(text()), minute: () => localMinute(settings.locale.timeZone, at) };
}

/** What the desk itself calls a content that it can't read is nobody's words. */
const spoken = (content: Content): string => (content.type === 'unsupported' ? '' : wordsOf(content));

/** The rule that a ticket which opens in this chat now goes by; null when there is none. */
export function ruleFor(desk: Knowing, ledger: Ledger, chat: Chat): RuleMatch | null {
  const { house, at } = ledger;
  if (house.rules.length === 0) return null;
  const said = ledger.looseIn(chat.id).filter(({ author }) => author.kind === 'customer');
  const about = {
    channelId: chat.channelId,
    at,
    said: said.map(({ content }) => content),
    known: chat.lastTicketId !== null,
    phone: chat.address.phone ?? null,
    fields: ledger.fieldsOf(chat.contactId),
  };
  return applyRules(house.rules, factsOf(desk, house, about));
}

/** Reads the fields of these chats' people, if a rule asks for any. */
export async function recallFields(tx: Tx, ledger: Ledger, chats: readonly Chat[]): Promise<void> {
  if (chats.length === 0 || !ledger.house.rules.some(({ on, when }) => on && when.contact?.field)) return;
  ledger.takeFields(await tx.contactFields(chats.map(({ contactId }) => contactId)));
}

/** Does to a ticket that has just opened what its rule says, with the decision. */
export function follow(ledger: Ledger, ticket: Ticket, match: RuleMatch, keepTeam: boolean): Ticket {
  const { rule, conditions } = match;
  const decision = { rule: 'routing_rule', facts: { ruleId: rule.id, name: rule.name, conditions } };
  const step = ruled(ledger, ticket, match, keepTeam, decision);
  // One that only closes tells so by the close.
  const routed = rule.then.close && Object.keys(step.events[0]?.data ?? {}).length === 0 ? ticket : ledger.apply(step);
  if (!rule.then.close) return routed;
  return ledger.apply(move(routed, { cause: 'unassignable', actor: SYSTEM, at: ledger.at, decision }));
}

function ruled({ at, house }: Ledger, ticket: Ticket, { rule }: RuleMatch, keepTeam: boolean, decision: Decision): Step {
  const { teamId, priority = ticket.priority, tags = [] } = rule.then;
  const team = keepTeam ? null : teamNow(teamId ?? null, house.teams);
  const patch = { priority, tags: [...new Set([...ticket.tags, ...tags])], ...(team ? { teamId: team.id } : {}) };
  const data = {
    ...(team ? { team: { from: null, to: named(team) } } : {}),
    ...(priority === ticket.priority ? {} : { priority: { from: ticket.priority, to: priority } }),
    ...(patch.tags.length === ticket.tags.length ? {} : { tags: { from: ticket.tags, to: patch.tags } }),
  };
  return record(ticket, { type: 'updated', cause: 'routed_by_rule', actor: SYSTEM, at, patch, decision, data });
}
