import { Refusal, type RefusalCode } from './errors';
import type { Policy } from './policy';
import { isOpen, isSnoozed, type Status, type Ticket } from './ticket';
import { illegalWords } from './transitions';

export const ACTIONS = [
  'assign',
  'take',
  'release',
  'transfer',
  'in-progress',
  'snooze',
  'wake',
  'close',
  'reopen',
  'reply',
  'note',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a person does; one action may be two acts that fit different tickets. */
export type Act = Action | 'transfer-to-team';

/** Who asks, and what the desk knows of them now. */
export interface Asking {
  readonly id: string;
  readonly role: 'admin' | 'agent';
  readonly online: boolean;
  /** A token acts for a machine: what it writes takes no ticket. */
  readonly machine?: boolean;
}

interface Case {
  readonly ticket: Ticket;
  readonly by: Asking;
  readonly policy: Policy['settings']['policy'];
}

type Check = (about: Case) => boolean;

interface Rule {
  /** Statuses in which the table, or LIFECYCLE's "Not a status change", knows this action. */
  readonly fits: Check;
  /** Whether this role may, under the settings. */
  readonly may: Check;
  /** The person must be online: they will have the ticket. */
  readonly online: Check;
  /** Refused to an agent when the ticket is a colleague's. */
  readonly ownOnly: boolean;
}

const any: Check = () => true;
const never: Check = () => false;
const admin: Check = ({ by }) => by.role === 'admin';
const allowed =
  (setting: 'agentsMayClose' | 'agentsMayReopen'): Check =>
  (about) =>
    admin(about) || about.policy[setting];
const within =
  (...statuses: readonly Status[]): Check =>
  ({ ticket }) =>
    statuses.includes(ticket.status);

const OPEN = ['pending', 'active', 'proactive', 'in_progress', 'idle'] as const;
const HELD = ['active', 'idle', 'proactive'] as const;
const mine: Check = ({ ticket, by }) => ticket.assigneeId === by.id;
const colleagues: Check = ({ ticket, by }) => ticket.assigneeId !== null && ticket.assigneeId !== by.id;

/** Its assignee decides, or an admin. What nobody has, an agent takes first (T2, T5, T8: "the assignee, an admin"). */
const led: Check = (about) => admin(about) || about.ticket.assigneeId !== null;
const setsAside: Check = (about) => within('active', 'idle')(about) && led(about);

const mayAssign: Check = (about) => admin(about) || within(...HELD)(about) || !isOpen(about.ticket);
const mayTake: Check = (about) => {
  if (admin(about)) return true;
  if (about.ticket.status === 'in_progress') return about.policy.agentsMayTake;
  return !(within(...HELD)(about) && colleagues(about)) || about.policy.agentsMayTakeOver;
};
/** Writing takes what nobody has, and, with `autoAssignOnReply`, what waits or was set aside. */
export const writingTakes: Check = (about) => {
  if (about.by.machine || about.ticket.assigneeId !== null) return false;
  if (within(...HELD)(about)) return true;
  return isOpen(about.ticket) && about.policy.autoAssignOnReply && mayTake(about);
};

// biome-ignore format: a table is read in columns
const RULES: Record<Act, Rule> = {
  assign:        { fits: (c) => within(...OPEN)(c) && led(c),                       may: mayAssign,                  online: never,        ownOnly: true },
  take:          { fits: (c) => within(...OPEN)(c) && !mine(c),                     may: mayTake,                    online: any,          ownOnly: false },
  release:       { fits: (c) => within('active')(c) && led(c),                      may: any,                        online: never,        ownOnly: true },
  transfer:      { fits: (c) => within(...OPEN)(c) && led(c),                       may: mayAssign,                  online: never,        ownOnly: true },
  // T5 for an active one; a pending one changes its team and nothing else. From idle and proactive no row leads to the queue.
  'transfer-to-team': { fits: (c) => within('active', 'pending')(c) && led(c),      may: mayAssign,                  online: never,        ownOnly: true },
  'in-progress': { fits: setsAside,                                                  may: any,                        online: never,        ownOnly: true },
  snooze:        { fits: (c) => within('pending', 'proactive', 'in_progress')(c) || setsAside(c), may: any,                        online: never,        ownOnly: true },
  wake:          { fits: ({ ticket }) => isSnoozed(ticket),                         may: any,                        online: never,        ownOnly: false },
  close:         { fits: within(...OPEN),                                           may: allowed('agentsMayClose'),  online: never,        ownOnly: false },
  reopen:        { fits: within('closed'),                                          may: allowed('agentsMayReopen'), online: never,        ownOnly: false },
  reply:         { fits: any,                                                       may: any,                        online: writingTakes, ownOnly: true },
  note:          { fits: any,                                                       may: any,                        online: never,        ownOnly: false },
};

const WORDS: Record<Act, string> = {
  assign: 'assigned',
  take: 'taken',
  release: 'released',
  transfer: 'transferred',
  'transfer-to-team': 'transferred to a team',
  'in-progress': 'set_in_progress',
  snooze: 'snoozed',
  wake: 'woken',
  close: 'closed',
  reopen: 'reopened',
  reply: 'answered',
  note: 'noted',
};

/** 403: whether this role may never do this under the settings. Comes before everything that depends on the moment. */
export function forbidden(action: Act, ticket: Ticket, by: Asking, policy: Policy): Refusal | null {
  if (RULES[action].may({ ticket, by, policy: policy.settings.policy })) return null;
  return new Refusal('forbidden', `Your role may not do this (${action}) under the current settings.`, { action });
}

/** 409: why the action does not fit the ticket now, in the order of LIFECYCLE §3; null when it does. */
export function unfit(action: Act, ticket: Ticket, by: Asking, policy: Policy): Refusal | null {
  const why = misfit(action, { ticket, by, policy: policy.settings.policy });
  return why && new Refusal(why.code, why.words, { action, from: ticket.status, allowedActions: allowedActions(ticket, by, policy) });
}

/** What this person may do with this ticket now. */
export function allowedActions(ticket: Ticket, by: Asking, policy: Policy): Action[] {
  const about = { ticket, by, policy: policy.settings.policy };
  return ACTIONS.filter((action) => RULES[action].may(about) && misfit(action, about) === null);
}

function misfit(action: Act, about: Case): { readonly code: RefusalCode; readonly words: string } | null {
  const { fits, online, ownOnly } = RULES[action];
  if (!fits(about)) return { code: 'illegal_transition', words: illegalWords(about.ticket.status, WORDS[action]) };
  if (online(about) && !about.by.online) return { code: 'agent_not_online', words: 'Go online first: this ticket would be yours.' };
  if (action === 'reply' && !isOpen(about.ticket))
    return { code: 'ticket_closed', words: 'This ticket is closed. Reopen it, or start a new one.' };
  if (ownOnly && about.by.role === 'agent' && colleagues(about))
    return { code: 'assigned_to_other', words: 'A colleague has this ticket.' };
  return null;
}
