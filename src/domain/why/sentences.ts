import type { Told } from './told';

type Sentence = (told: Told) => string;

const because: Readonly<Record<string, string>> = {
  round_robin: 'who had been without a new ticket for longest',
  least_busy: 'who had the most room',
  sticky: 'who helped this customer last',
  last_assignee: 'who had it before the snooze',
};

function assigned(t: Told): string {
  const { event, to, by, fact } = t;
  if (by !== null) return by === to ? `${by} took it.` : `${by} gave it to ${to}.`;
  const why = because[event.decision?.rule ?? ''];
  const load = typeof fact('capacity') === 'number' ? ` and had ${fact('load')} of ${fact('capacity')} tickets` : '';
  const waited = t.since('waitingSince');
  const after = waited === '' || waited === 'less than a second' ? '' : ` It had waited for ${waited}.`;
  return `Given to ${to}${why ? `, ${why}` : ''}${load}.${after}`;
}

function changed({ event, by }: Told): string {
  const changes = Object.entries(event.data ?? {}).flatMap(([field, change]) => {
    const said = (value: unknown) =>
      value === null || value === '' ? 'nothing' : Array.isArray(value) ? value.join(', ') || 'none' : String(value);
    const isChange = typeof change === 'object' && change !== null && 'to' in change;
    if (!isChange) return [];
    const { to } = change as { to: unknown };
    return [typeof to === 'object' && to !== null && !Array.isArray(to) ? field : `${field} to ${said(to)}`];
  });
  return `${by ?? 'The desk'} changed ${changes.join(', ') || 'it'}.`;
}

const toTeam = ({ data }: Told): string => {
  const team = data('team') as { readonly to?: { readonly name?: string } | null } | undefined;
  return team?.to?.name ? ` to ${team.to.name}` : '';
};

const unavailable = (t: Told): string => {
  const [presence, who] = [t.fact('presence'), t.from ?? t.nameOf(t.fact('assigneeId'))];
  if (presence === 'removed') return `${who} left the desk, so it went back to the queue.`;
  const [since, gone] = [t.time('since'), t.time('noConnectionSince')];
  if (gone) return `${who} had no connection to the desk since ${gone}, so it went back to the queue.`;
  return typeof presence === 'string'
    ? `${who} was ${presence}${since ? ` since ${since}` : ''}, so it went back to the queue.`
    : `${who} was not online, so it went back to the queue.`;
};

const idled = (t: Told): string => {
  const [answered, after] = [t.time('acceptedAt'), t.lasting('idleAfter')];
  return `Gone idle: ${t.customer} had not answered for ${after || 'the set time'}${answered ? ` since our message of ${answered}` : ''}.`;
};

const autoClosed = (t: Told): string => {
  const [heard, after] = [t.time('lastCustomerMessageAt'), t.lasting('autoCloseAfter')];
  return `Closed by itself: nothing from ${t.customer}${heard ? ` since ${heard}` : ''}; open tickets close after ${after || 'the set time'}.`;
};

const reminded = (t: Told): string => {
  const [before, idle] = [t.lasting('idleReminderBefore'), t.since('idleSince')];
  return `${t.customer} was reminded${before && `, ${before} before the close`}.${idle && ` It had been idle for ${idle}.`}`;
};

const target: Readonly<Record<string, string>> = { first_answer: 'first answer', next_answer: 'next answer', resolution: 'solution' };
const missed = (t: Told, how: string): string => {
  const [due, within] = [t.time('dueAt'), t.lasting('within')];
  return `The ${target[String(t.fact('target'))] ?? 'target'} ${how}${due && ` at ${due}`}${within && `, within ${within}${hoursOf(t)}`}.`;
};

const hoursOf = ({ fact }: Told): string => (fact('inWorkingHours') === true ? ' of working time' : '');

const alarmed = (t: Told): string => {
  const since = t.time('waitingSince');
  return `Alarm: it had waited in the queue${since && ` since ${since}`}${t.lasting('queueAlarmAfter') && `, longer than ${t.lasting('queueAlarmAfter')}${hoursOf(t)}`}.`;
};

const ruled = (t: Told): string => {
  const priority = t.data('priority') as { readonly to: string } | undefined;
  const tags = t.data('tags') as { readonly to: readonly string[] } | undefined;
  const does = [
    toTeam(t) && `it went${toTeam(t)}`,
    priority && `its priority became ${priority.to}`,
    tags && `it was tagged ${tags.to.join(', ')}`,
  ];
  const done = does.filter(Boolean).join(', ');
  const name = t.fact('name');
  return `The routing rule ${typeof name === 'string' ? `“${name}” ` : ''}fitted${done && `: ${done}`}.`;
};

/** What happened, by type and cause: the result first, the numbers that decided it behind. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  'created.customer_wrote': ({ customer, data }) =>
    `Opened: ${customer} wrote.${data('writtenBeforeClose') === true ? ' The message was written before the former ticket had closed.' : ''}`,
  'created.handed_off': ({ fact }) =>
    Number(fact('misses')) > 0
      ? `Opened: the bot handed over after not understanding ${fact('misses')} times.`
      : 'Opened: the bot handed over by its rules.',
  'created.bot_failed': ({ fact }) => `Opened: the bot gave no answer (${String(fact('reason') ?? 'it failed').replaceAll('_', ' ')}).`,
  'created.echo': () => 'Opened: somebody answered from the business’s own phone or app.',
  'created.agent_wrote': ({ by }) => `${by ?? 'An agent'} wrote first.`,
  'status_changed.assigned': assigned,
  'status_changed.set_in_progress': ({ by }) => `${by ?? 'Somebody'} set it aside: nobody has it.`,
  'status_changed.customer_silent': idled,
  'status_changed.closed_by_person': ({ by }) => `${by ?? 'Somebody'} closed it.`,
  'status_changed.assignee_unavailable': unavailable,
  'status_changed.released': ({ by }) => `${by ?? 'Its agent'} gave it back to the queue.`,
  'status_changed.transferred': (t) => `${t.by ?? 'Somebody'} sent it${toTeam(t) || ' back to the queue'}.`,
  'status_changed.in_progress_expired': (t) =>
    `Back to the queue: it had been set aside for ${t.lasting('inProgressAfter') || 'the set time'}.`,
  'status_changed.woken': () => 'Back to the queue: its snooze was over.',
  'status_changed.customer_replied': ({ customer }) => `${customer} answered, so it is active.`,
  'status_changed.idle_expired': (t) =>
    `Closed by itself: idle since ${t.time('idleSince') || 'long'}, and idle tickets close after ${t.lasting('idleCloseAfter') || 'the set time'}.`,
  'status_changed.reopened': ({ by }) => `${by ?? 'Somebody'} reopened it.`,
  'status_changed.customer_returned': ({ customer }) => `Reopened: ${customer} came back.`,
  'status_changed.auto_closed': autoClosed,
  'status_changed.unassignable': (t) =>
    t.lasting('closeUnassignedAfter')
      ? `Closed by itself: nobody could take it for ${t.lasting('closeUnassignedAfter')}.`
      : 'Closed by itself: a routing rule says so.',
  'status_changed.confirmed': ({ customer }) => `Closed: ${customer} was asked and said yes.`,
  'status_changed.confirmation_expired': (t) =>
    `Closed by itself: ${t.customer} was asked${t.time('askedAt') && ` at ${t.time('askedAt')}`} whether it may be, and had not answered for ${t.lasting('confirmCloseAfter') || 'the set time'}.`,
  'assigned.reassigned': (t) => (t.by === t.to ? `${t.by} took it.` : `${t.by ?? 'The desk'} gave it to ${t.to}.`),
  'assigned.transferred': ({ by, to }) => `${by ?? 'Somebody'} transferred it to ${to}.`,
  'assigned.taken_over': ({ from, to }) => `${to} took it over from ${from}.`,
  'assigned.agent_removed': ({ from }) => `Nobody has it any more: ${from} left the desk.`,
  'assigned.handed_over': (t) => `${t.by ?? 'The desk'} handed over everything of ${t.from ?? 'an agent'}: ${t.to ?? 'nobody'} has it now.`,
  'updated.transferred': (t) => `${t.by ?? 'Somebody'} sent it${toTeam(t) || ' to no team'}; it kept its place in the queue.`,
  'updated.routed_by_rule': ruled,
  'updated.team_deleted': () => 'Its team was deleted.',
  'updated.message_sent_again': ({ by }) => `${by ?? 'Somebody'} had a message sent again that may have arrived.`,
  'updated.message_seen_sent': ({ by }) => `${by ?? 'Somebody'} saw that a message had arrived of which nobody knew.`,
  'updated.contact_merged': ({ by }) =>
    by ? `${by} found that two contacts are this customer.` : 'The network said that two contacts are this customer.',
  'updated.contact_parted': ({ by }) => `${by ?? 'Somebody'} parted this customer from another contact.`,
  'updated.contact_blocked': ({ by }) => `${by ?? 'Somebody'} blocked the customer.`,
  'updated.contact_unblocked': ({ by }) => `${by ?? 'Somebody'} unblocked the customer.`,
  'stage_changed.stage_chosen': ({ by, stage }) => `${by ?? 'Somebody'} chose the stage ${stage}.`,
  'stage_changed.stage_deleted': ({ stage }) => `Its stage was deleted, so it stands in ${stage}.`,
  'snoozed.snoozed': ({ by }) => `${by ?? 'Somebody'} snoozed it.`,
  'woken.woken': ({ by }) => (by ? `${by} ended the snooze.` : 'The snooze was over.'),
  'woken.by_customer': ({ customer }) => `${customer} wrote, which ended the snooze.`,
  'woken.assigned': () => 'Being assigned ended the snooze.',
  'updated.changed_by_person': changed,
  'updated.exclusion_lifted': () => 'It may go idle and close by itself again.',
  'updated.reminded': reminded,
  'updated.reminder_skipped': ({ event }) =>
    `No reminder was sent: ${event.decision?.facts.why === 'window_closed' ? 'the network takes templates or nothing by then' : 'it was more than an hour late'}.`,
  'updated.close_asked': ({ by, customer }) => `${by ?? 'Somebody'} asked ${customer} whether it may be closed.`,
  'updated.close_declined': ({ customer }) => `${customer} said that it may not be closed yet.`,
  'updated.close_question_failed': ({ customer }) => `The closing question did not reach ${customer}.`,
  'noted.noted': ({ by }) => `${by ?? 'Somebody'} left a note.`,
  'decided.bot_silenced': ({ fact }) =>
    `The bot kept silent, because ${fact('reason') === 'thread_held' ? 'another app held the conversation' : 'a person had come meanwhile'}.`,
  'decided.thread_held': (t) => {
    const [since, app] = [t.time('since'), t.fact('appId')];
    return `Another app${typeof app === 'string' ? ` (${app})` : ''} took the conversation${since && ` at ${since}`}: bots and automatic texts keep out.`;
  },
  'decided.thread_back': () => 'The conversation is with this desk again.',
  'decided.target_soon': (t) => missed(t, 'was due soon'),
  'decided.target_missed': (t) => missed(t, 'was not met: it was due'),
  'decided.queue_alarm': alarmed,
  'decided.delivery_late': (t) => {
    const [why, since] = [t.fact('why'), t.time('queuedAt')];
    return `Alarm: what was written had waited to be sent${since && ` since ${since}`}${t.lasting('queuedAlarmAfter') && `, longer than ${t.lasting('queuedAlarmAfter')}`}${typeof why === 'string' ? ` (${why.replaceAll('_', ' ')})` : ''}.`;
  },
  'decided.delivery_flows': () => 'What had waited to be sent has left the queue.',
  'decided.window_soon': ({ customer }) => `${customer} was still waiting, and the time to answer freely was nearly over.`,
  'decided.window_closed': () => 'An answer was not sent: it waited until the answer window had closed.',
  'decided.window_fallback': ({ event }) =>
    `An answer waited until the window had closed, so ${nameOfTemplate(event.decision?.facts.template)} went out instead.`,
};

const nameOfTemplate = (name: unknown): string => (typeof name === 'string' ? `the template ${name}` : 'a template');

/** Said of what has no sentence of its own. */
export const plainly: Sentence = ({ event }) => `${event.type.replaceAll('_', ' ')}: ${event.cause.replaceAll('_', ' ')}.`;
