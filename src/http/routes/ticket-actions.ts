import type { z } from 'zod';
import type { Desk } from '../../actions/desk';
import { assignTicket } from '../../actions/tickets/assign-ticket';
import { closeTicket } from '../../actions/tickets/close-ticket';
import type { Asked } from '../../actions/tickets/in-hand';
import { readTicket } from '../../actions/tickets/read-ticket';
import { releaseTicket } from '../../actions/tickets/release-ticket';
import { reopenTicket } from '../../actions/tickets/reopen-ticket';
import { setInProgress } from '../../actions/tickets/set-in-progress';
import { snoozeTicket } from '../../actions/tickets/snooze-ticket';
import { takeTicket } from '../../actions/tickets/take-ticket';
import { transferTicket, transferToTeam } from '../../actions/tickets/transfer-ticket';
import { wakeTicket } from '../../actions/tickets/wake-ticket';
import { milliseconds } from '../../domain/duration';
import type { Instant } from '../../domain/ticket';
import type { ProblemCode } from '../problems';
import { type Route, route } from '../route';
import { Nothing } from '../schemas/shared';
import { Assign, Close, Snooze, TicketShape, Transfer } from '../schemas/ticket';
import { ticketInSight } from '../sight';
import { ticketAnswer } from './ticket-answer';

type Act<Body> = (desk: Desk, asked: Asked, body: Body) => Promise<{ readonly id: string }>;

/** What can be done to a ticket: to one by a route of its own, to many by `/tickets/bulk`. */
export interface Verb {
  readonly name: string;
  readonly says: string;
  readonly body: z.ZodType;
  readonly refuses: readonly ProblemCode[];
  readonly act: Act<unknown>;
}

const verb = <Body extends z.ZodType>(
  name: string,
  says: string,
  body: Body,
  refuses: readonly ProblemCode[],
  act: Act<z.output<Body>>,
): Verb => ({ name, says, body, refuses, act: act as Act<unknown> });

// biome-ignore format: a table is read in columns
export const VERBS: readonly Verb[] = [
  verb('assign',      'Give it to an agent who is online.',                      Assign,   ['agent_not_online'],      (desk, asked, { agentId }) => assignTicket(desk, { ...asked, agentId })),
  verb('take',        'Take it yourself; you must be online.',                   Nothing,  ['agent_not_online'],      takeTicket),
  verb('release',     'Give it back to the queue.',                              Nothing,  ['assigned_to_other'],     releaseTicket),
  verb('transfer',    'Hand it to a colleague who is online, or send it to a team, with a note.', Transfer, ['agent_not_online', 'assigned_to_other'], transfer),
  verb('in-progress', 'Set it aside, unassigned and not closed.',                Nothing,  ['assigned_to_other'],     setInProgress),
  verb('snooze',      'Set it aside until a time, for a while, or until the customer replies.', Snooze, ['assigned_to_other'], (desk, asked, body) => snoozeTicket(desk, { ...asked, until: untilOf(body, desk.clock.now()) })),
  verb('wake',        'End its snooze.',                                         Nothing,  [],                        wakeTicket),
  verb('close',       'Close it, or ask the customer whether it may be closed.', Close,    ['window_closed'],         (desk, asked, { ask = false }) => closeTicket(desk, { ...asked, ask })),
  verb('reopen',      'Open it again.',                                          Nothing,  ['chat_has_open_ticket'],  reopenTicket),
  verb('read',        'Say that what the customer wrote was read.',              Nothing,  [],                        readTicket),
];

/** A row for a verb: the ticket of the path, a body, and the ticket again. */
export const TICKET_ACTIONS: readonly Route[] = VERBS.map(({ name, says, body, refuses, act }) =>
  route({
    method: 'post',
    path: `/tickets/{id}/${name}`,
    for: 'agents',
    tag: 'ticket actions',
    says,
    finds: ticketInSight,
    body,
    status: 200,
    answer: TicketShape,
    refuses: ['forbidden', 'illegal_transition', ...refuses],
    versioned: true,
    handle: async (call) => {
      const asked = { ticketId: call.params.id ?? '', by: call.person, version: call.version };
      return ticketAnswer(call, await act(call.desk, asked, call.body));
    },
  }),
);

function untilOf({ until, for: lasting, untilReply }: z.output<typeof Snooze>, now: Instant): Instant | null {
  if (untilReply) return null;
  return until === undefined ? now + (milliseconds(lasting ?? null) ?? 0) : Date.parse(until);
}

/** The schema sees to it that exactly one of the two is named. */
function transfer(desk: Desk, asked: Asked, { agentId = '', teamId, note = null }: z.output<typeof Transfer>) {
  return teamId === undefined ? transferTicket(desk, { ...asked, agentId, note }) : transferToTeam(desk, { ...asked, teamId, note });
}
