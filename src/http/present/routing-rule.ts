import type { Tried, TriedTicket } from '../../actions/routing/try-rules';
import type { RoutingRule } from '../../domain/routing-rules';
import { teamNow } from '../../domain/team';
import type { House } from '../../ports/store';
import { groupBy } from '../group';
import type { RuleJson, TriedJson } from '../schemas/routing-rule';
import type { Named } from './names';
import { iso } from './time';

export const ruleJson = (rule: RoutingRule): RuleJson => rule as RuleJson;

export function triedJson(house: House, { rules, tickets }: Tried): TriedJson {
  const differing = (some: readonly TriedTicket[]): number => some.filter(({ differs }) => differs).length;
  const stays = tickets.filter(({ closes }) => !closes);
  return {
    tickets: tickets.length,
    unmatched: tickets.filter(({ rule }) => rule === null).length,
    differing: differing(tickets),
    rules: rules.map(({ id, name }) => {
      const its = tickets.filter(({ rule }) => rule?.id === id);
      return { id, name, tickets: its.length, differing: differing(its) };
    }),
    teams: [...groupBy(stays, ({ teamId }) => teamId)].map(([teamId, its]) => ({ team: teamOf(house, teamId), tickets: its.length })),
    data: tickets.map((one) => ticketJson(house, one)),
  };
}

const ticketJson = (house: House, { opened, rule, conditions, teamId, closes, differs }: TriedTicket): TriedJson['data'][number] => ({
  ticket: {
    id: opened.ticket.id,
    number: opened.ticket.number,
    contact: opened.contact.name,
    createdAt: iso(opened.ticket.createdAt),
    team: teamOf(house, opened.ticket.teamId),
  },
  rule: rule && { id: rule.id, name: rule.name },
  conditions: [...conditions],
  team: teamOf(house, teamId),
  closes,
  differs,
});

function teamOf({ teams }: House, teamId: string | null): Named | null {
  const team = teamNow(teamId, teams);
  return team && { id: team.id, name: team.name };
}
