import { ACTIONS, type Action, type Asking, allowedActions, forbidden, unfit, writingTakes } from '../../src/domain/permissions';
import type { Settings } from '../../src/domain/settings';
import { OPEN_STATUSES, STATUSES, type Status, type Ticket } from '../../src/domain/ticket';
import { aPolicy, aSnoozedTicket, aTicket } from '../support/tickets';

const ana: Asking = { id: 'ana', role: 'agent', online: true };
const luis: Asking = { id: 'luis', role: 'agent', online: true };
const eva: Asking = { id: 'eva', role: 'admin', online: true };
const offline = (person: Asking): Asking => ({ ...person, online: false });
const under = (policy: Partial<Settings['policy']> = {}) => aPolicy({ policy });
const may = (ticket: Ticket, by: Asking, policy: Partial<Settings['policy']> = {}) => allowedActions(ticket, by, under(policy)).join(' ');

/** The code with which an action is refused, in the order in which the desk asks; `ok` when it is not. */
const answer = (action: Action, ticket: Ticket, by: Asking, policy: Partial<Settings['policy']> = {}) =>
  (forbidden(action, ticket, by, under(policy)) ?? unfit(action, ticket, by, under(policy)))?.code ?? 'ok';

describe('who may do what by default, while online', () => {
  it.each([
    ['pending', 'an agent', luis, 'take snooze close reply note'],
    ['pending', 'an admin', eva, 'assign take transfer snooze close reply note'],
    ['active', 'its assignee', ana, 'assign release transfer in-progress snooze close reply note'],
    ['active', 'a colleague', luis, 'close note'],
    ['active', 'an admin', eva, 'assign take release transfer in-progress snooze close reply note'],
    ['proactive', 'its assignee', ana, 'assign transfer snooze close reply note'],
    ['proactive', 'a colleague', luis, 'close note'],
    ['proactive', 'an admin', eva, 'assign take transfer snooze close reply note'],
    ['in_progress', 'an agent', luis, 'take snooze close reply note'],
    ['in_progress', 'an admin', eva, 'assign take transfer snooze close reply note'],
    ['idle', 'its assignee', ana, 'assign transfer in-progress snooze close reply note'],
    ['idle', 'a colleague', luis, 'close note'],
    ['idle', 'an admin', eva, 'assign take transfer in-progress snooze close reply note'],
    ['closed', 'who had it last', ana, 'note'],
    ['closed', 'an admin', eva, 'reopen note'],
  ] as [Status, string, Asking, string][])('%s: %s', (status, _, by, actions) => {
    expect(may(aTicket({ status }), by)).toBe(actions);
  });

  it.each([
    ['active', luis, 'take close reply note'],
    ['idle', luis, 'take close reply note'],
    ['proactive', luis, 'take snooze close reply note'],
    ['idle', eva, 'assign take transfer in-progress snooze close reply note'],
  ] as [Status, Asking, string][])('%s that nobody has: %j', (status, by, actions) => {
    expect(may(aTicket({ status, assigneeId: null }), by)).toBe(actions);
  });

  it('lets anybody wake a ticket that sleeps', () => {
    expect(may(aSnoozedTicket(), luis)).toBe('take snooze wake close reply note');
    expect(may(aSnoozedTicket({ status: 'proactive' }), luis)).toBe('wake close note');
  });

  it('takes nothing while offline, and answers only what is theirs already', () => {
    expect(may(aTicket({ status: 'pending' }), offline(luis))).toBe('snooze close note');
    expect(may(aTicket({ status: 'in_progress' }), offline(eva))).toBe('assign transfer snooze close note');
    expect(may(aTicket(), offline(ana))).toBe(may(aTicket(), ana));
    expect(may(aTicket(), offline(eva))).toBe(may(aTicket(), eva).replace('take ', ''));
  });
});

describe('what the settings change', () => {
  it.each([
    ['agentsMayClose', false, 'close', OPEN_STATUSES, 'forbidden', 'ok'],
    ['agentsMayClose', true, 'close', OPEN_STATUSES, 'ok', 'ok'],
    ['agentsMayReopen', false, 'reopen', ['closed'], 'forbidden', 'ok'],
    ['agentsMayReopen', true, 'reopen', ['closed'], 'ok', 'ok'],
    ['agentsMayTake', false, 'take', ['in_progress'], 'forbidden', 'ok'],
    ['agentsMayTake', false, 'take', ['pending'], 'ok', 'ok'],
    ['agentsMayTakeOver', false, 'take', ['active', 'idle', 'proactive'], 'forbidden', 'ok'],
    ['agentsMayTakeOver', true, 'take', ['active', 'idle', 'proactive'], 'ok', 'ok'],
    ['agentsMayTakeOver', false, 'take', ['pending', 'in_progress'], 'ok', 'ok'],
  ] as [keyof Settings['policy'], boolean, Action, Status[], string, string][])(
    '%s %s: %s of %j is %s for agents, %s for admins',
    (setting, value, action, statuses, forAgents, forAdmins) => {
      const answers = (by: Asking) => new Set(statuses.map((status) => answer(action, aTicket({ status }), by, { [setting]: value })));
      expect(answers(luis)).toEqual(new Set([forAgents]));
      expect(answers(eva)).toEqual(new Set([forAdmins]));
    },
  );
});

describe('refusals', () => {
  it.each([
    ['assign', aTicket({ status: 'pending' }), ana, 'forbidden'],
    ['transfer', aTicket({ status: 'in_progress' }), ana, 'forbidden'],
    ['assign', aTicket({ status: 'closed' }), ana, 'illegal_transition'],
    ['assign', aTicket({ status: 'idle', assigneeId: null }), luis, 'illegal_transition'],
    ['transfer', aTicket({ status: 'idle', assigneeId: null }), luis, 'illegal_transition'],
    ['release', aTicket({ assigneeId: null }), luis, 'illegal_transition'],
    ['in-progress', aTicket({ status: 'idle', assigneeId: null }), luis, 'illegal_transition'],
    ['snooze', aTicket({ status: 'idle', assigneeId: null }), luis, 'illegal_transition'],
    ['release', aTicket({ status: 'idle' }), ana, 'illegal_transition'],
    ['in-progress', aTicket({ status: 'pending' }), eva, 'illegal_transition'],
    ['wake', aTicket(), ana, 'illegal_transition'],
    ['take', aTicket(), ana, 'illegal_transition'],
    ['take', aTicket({ status: 'closed' }), luis, 'illegal_transition'],
    ['close', aTicket({ status: 'closed' }), eva, 'illegal_transition'],
    ['reopen', aTicket(), eva, 'illegal_transition'],
    ['snooze', aTicket({ status: 'closed' }), eva, 'illegal_transition'],
    ['take', aTicket({ status: 'pending' }), offline(luis), 'agent_not_online'],
    ['take', aTicket({ status: 'idle' }), offline(eva), 'agent_not_online'],
    ['reply', aTicket({ status: 'pending' }), offline(luis), 'agent_not_online'],
    ['reply', aTicket({ status: 'proactive', assigneeId: null }), offline(eva), 'agent_not_online'],
    ['reply', aTicket({ status: 'closed' }), ana, 'ticket_closed'],
    ['reply', aTicket({ status: 'closed' }), offline(eva), 'ticket_closed'],
    ['reply', aTicket(), luis, 'assigned_to_other'],
    ['reply', aTicket(), eva, 'ok'],
    ['release', aTicket(), luis, 'assigned_to_other'],
    ['assign', aTicket(), luis, 'assigned_to_other'],
    ['transfer', aTicket(), luis, 'assigned_to_other'],
    ['in-progress', aTicket(), luis, 'assigned_to_other'],
    ['snooze', aTicket({ status: 'proactive' }), luis, 'assigned_to_other'],
    ['note', aTicket(), luis, 'ok'],
  ] as [Action, Ticket, Asking, string][])('%s %#', (action, ticket, by, code) => {
    expect(answer(action, ticket, by)).toBe(code);
  });

  it('carry the status, the action and what may be done instead', () => {
    const refusal = unfit('release', aTicket({ status: 'idle' }), ana, under());
    expect(refusal).toMatchObject({
      name: 'Refusal',
      message: "A ticket that is idle can't be released.",
      facts: { action: 'release', from: 'idle', allowedActions: allowedActions(aTicket({ status: 'idle' }), ana, under()) },
    });
    expect(forbidden('close', aTicket(), ana, under({ agentsMayClose: false }))).toMatchObject({ facts: { action: 'close' } });
  });

  it('say the same as the list of allowed actions, for everybody and every ticket', () => {
    const settings = [
      {},
      { agentsMayClose: false, agentsMayTake: false, agentsMayTakeOver: true, agentsMayReopen: true, autoAssignOnReply: false },
    ];
    const tickets = [...STATUSES.flatMap((status) => [aTicket({ status }), aTicket({ status, assigneeId: null })]), aSnoozedTicket()];
    for (const policy of settings) {
      for (const ticket of tickets) {
        for (const by of [ana, luis, eva, offline(ana), offline(eva)]) {
          expect(allowedActions(ticket, by, under(policy))).toEqual(
            ACTIONS.filter((action) => answer(action, ticket, by, policy) === 'ok'),
          );
        }
      }
    }
  });
});

describe('writing takes the ticket', () => {
  const takes = (ticket: Ticket, by: Asking, policy: Partial<Settings['policy']> = {}) =>
    writingTakes({ ticket, by, policy: under(policy).settings.policy });

  it.each([
    ['pending', true],
    ['in_progress', true],
    ['active', false],
    ['proactive', false],
    ['idle', false],
    ['closed', false],
  ] as [Status, boolean][])('%s: %s', (status, taken) => {
    expect(takes(aTicket({ status }), luis)).toBe(taken);
  });

  it.each(['active', 'proactive', 'idle'] as const)('when nobody has the %s one, whatever the setting', (status) => {
    expect(takes(aTicket({ status, assigneeId: null }), luis, { autoAssignOnReply: false })).toBe(true);
  });

  it('not while the setting is off; then it is sent and the status stays', () => {
    expect(takes(aTicket({ status: 'pending' }), luis, { autoAssignOnReply: false })).toBe(false);
    expect(answer('reply', aTicket({ status: 'pending' }), offline(luis), { autoAssignOnReply: false })).toBe('ok');
  });

  it('not what agents may not take', () => {
    expect(takes(aTicket({ status: 'in_progress' }), luis, { agentsMayTake: false })).toBe(false);
    expect(takes(aTicket({ status: 'in_progress' }), eva, { agentsMayTake: false })).toBe(true);
  });
});
