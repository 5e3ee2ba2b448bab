import { ACTIONS, allowedActions } from '../../../src/domain/permissions';
import { policyOf } from '../../../src/domain/policy';
import { DEFAULT_SETTINGS, withSettings } from '../../../src/domain/settings';
import { STATUSES, type Ticket } from '../../../src/domain/ticket';
import { whyNot } from '../../../web/ticket/why-not';

const policyWith = (policy: object) => policyOf(withSettings(DEFAULT_SETTINGS, { policy }), {}, 1);

const POLICIES = [{}, { agentsMayClose: false, agentsMayTake: false }, { agentsMayReopen: true, agentsMayTakeOver: true }];

function* cases() {
  for (const status of STATUSES)
    for (const stage of status === 'closed' ? ['closed'] : ['open', 'snoozed'])
      for (const assigneeId of ['me', 'colleague', null])
        for (const role of ['admin', 'agent'] as const)
          for (const online of [true, false])
            for (const policy of POLICIES)
              yield { ticket: { status, stage, assigneeId } as Ticket, by: { id: 'me', role, online }, policy };
}

function reasons({ ticket, by, policy }: ReturnType<typeof cases> extends Generator<infer Case> ? Case : never) {
  const rules = policyWith(policy);
  const shown = {
    status: ticket.status,
    stage: { key: ticket.stage, name: ticket.stage, color: 'ink' as const },
    assignee: ticket.assigneeId === null ? null : { id: ticket.assigneeId, name: 'Luis' },
    allowedActions: allowedActions(ticket, by, rules),
  };
  return ACTIONS.map((action) => ({
    action,
    allowed: shown.allowedActions.includes(action),
    why: whyNot(action, { ticket: shown, me: by, policy: { ...rules.settings.policy } }),
  }));
}

test('Every action that the desk refuses has a reason, and one that it allows has none', () => {
  for (const one of cases()) for (const { allowed, why } of reasons(one)) expect(why === null).toBe(allowed);
});

test('No reason is left to guessing while the desk’s own rules refuse', () => {
  for (const one of cases()) for (const { why } of reasons(one)) expect(why).not.toBe('rules');
});

test.each([
  ['release', { status: 'idle', assigneeId: 'me' }, 'status'],
  ['take', { status: 'active', assigneeId: 'me' }, 'yours'],
  ['take', { status: 'active', assigneeId: 'luis' }, 'colleague'],
  ['snooze', { status: 'active', assigneeId: 'luis' }, 'colleague'],
  ['close', { status: 'closed', assigneeId: null }, 'closed'],
  ['reopen', { status: 'active', assigneeId: 'me' }, 'isOpen'],
  ['wake', { status: 'active', assigneeId: 'me' }, 'notSnoozed'],
  ['in-progress', { status: 'active', assigneeId: null }, 'takeFirst'],
] as const)('To an agent %s of %o is refused: %s', (action, { status, assigneeId }, reason) => {
  const one = {
    ticket: { status, assigneeId, stage: 'open' } as Ticket,
    by: { id: 'me', role: 'agent' as const, online: true },
    policy: {},
  };
  expect(reasons(one).find((row) => row.action === action)?.why).toBe(reason);
});

test('What only the rules of a channel refuse is said to be so', () => {
  const ticket = {
    status: 'active',
    stage: { key: 'open', name: 'Open', color: 'sky' },
    assignee: { id: 'me', name: 'I' },
    allowedActions: [],
  } as const;
  expect(
    whyNot('close', {
      ticket: { ...ticket, allowedActions: [] },
      me: { id: 'me', role: 'agent', online: true },
      policy: { agentsMayClose: true },
    }),
  ).toBe('rules');
});
