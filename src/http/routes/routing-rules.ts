import { saveRules, type WantedRule } from '../../actions/routing/save-rules';
import { tryRules } from '../../actions/routing/try-rules';
import type { RoutingRule } from '../../domain/routing-rules';
import { ruleJson, triedJson } from '../present/routing-rule';
import { type Route, route } from '../route';
import { RuleList, RuleShape, RulesToTry, TriedShape } from '../schemas/routing-rule';
import { listOf } from '../schemas/shared';

const row = { for: 'admins', tag: 'routing', path: '/routing-rules', status: 200 } as const;

const json = (rules: readonly RoutingRule[]) => ({ data: rules.map(ruleJson), nextCursor: null });

/** Missing and undefined are one to the domain. */
const wanted = (rules: unknown) => rules as readonly WantedRule[];

export const ROUTING_RULES: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    says: 'The rules by which new tickets find their team, in the order in which they are asked: the first that fits counts.',
    answer: listOf(RuleShape),
    handle: async ({ house }) => json(house.rules),
  }),
  route({
    ...row,
    method: 'put',
    says: 'Save the rules: the whole list in place of the former. They hold for tickets that open from then on.',
    body: RuleList,
    answer: listOf(RuleShape),
    handle: async ({ desk, body }) => json(await saveRules(desk, { rules: wanted(body.rules) })),
  }),
  route({
    ...row,
    method: 'post',
    path: '/routing-rules/try',
    says: 'What rules would have made of the newest tickets. Nothing is changed.',
    body: RulesToTry,
    answer: TriedShape,
    handle: async ({ desk, body }) => {
      const tried = await tryRules(desk, { rules: wanted(body.rules), tickets: body.tickets });
      return triedJson(desk.house.current(), tried);
    },
  }),
];
