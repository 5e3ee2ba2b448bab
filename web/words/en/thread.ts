import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** What an event knows, in words: names are marked by who asks, and empty where nobody is meant. */
export interface Told {
  readonly by: string;
  readonly to: string;
  readonly from: string;
  readonly customer: string;
  readonly bot: string;
  readonly stage: string;
  /** How long, such as 30 min; empty when nobody said. */
  readonly lasting: string;
  /** A moment that is to come; empty: until the customer answers. */
  readonly until: string;
  readonly changes: string;
  /** The team that it came to, and the routing rule that said so; empty when there is none. */
  readonly team: string;
  readonly rule: string;
  /** What is to be done in time, and when it was or is due. */
  readonly target: string;
  readonly due: string;
}

const closedByItself = 'Closed by itself';

export const thread = {
  log: (name: string) => `Messages with ${name}`,
  none: { title: 'Choose a ticket', says: 'The conversation opens here.' },
  gone: { title: 'Nothing to show', says: 'This ticket is gone, or it is not yours to see.' },
  nothingSaid: 'Nothing has been said yet.',
  notLoaded: 'The conversation was not loaded',
  eventsNotLoaded: 'The events of this ticket were not loaded',
  olderNotLoaded: 'Older messages were not loaded',
  lookingOlder: 'Looking for older messages…',
  begins: 'The conversation begins here.',
  newBelow: (count: number) => plural(count, { one: '1 new', other: `${count} new` }),
  fold: {
    before: 'before the ticket',
    says: (count: number, from: string, to: string) =>
      `${plural(count, { one: '1 message', other: `${count} messages` })}, ${from === to ? from : `${from} to ${to}`}`,
    show: 'Show',
    hide: 'Fold',
  },
  former: {
    ended: (number: string, how: string, date: string) => `${number} closed ${how} on ${date}`,
    by: (name: string) => `by ${name}`,
    byItself: 'by itself',
    open: (number: string) => `${number}, a ticket of this chat`,
    unseen: 'An earlier ticket',
    later: (number: string, date: string) => `${number} began on ${date}`,
    laterUnseen: 'A later ticket',
  },
  voices: { you: 'You', phoneApp: 'Phone app', system: 'Automatic', bot: 'Bot', note: 'Note', agent: 'An agent' },
  says: (who: string, what: string) => `${who}: ${what}`,
  edited: (at: string, edited: string) => `${at}, edited ${edited}`,
  deleted: (at: string, sent: string) => `${at}, was sent ${sent}`,
  deletedBy: (name: string) => `Message deleted by ${name}`,
  deletedByUs: 'Message deleted by us',
  /** Of a day that begins with what the phone's history brought. */
  imported: 'Imported from the phone',
  wordings: {
    show: 'What it said before',
    hide: 'Hide what it said before',
    until: (at: string) => `until ${at}`,
  },
  answerTo: (quote: string) => `Answer to \u201c${quote}\u201d`,
  answerToOlder: 'Answer to an older message',
  reactions: { us: 'Us', from: (emoji: string, who: string) => `${emoji} from ${who}` },
  menu: {
    open: 'What to do with this message',
    title: 'Message',
    reply: 'Reply',
    copy: 'Copy text',
    react: (emoji: string) => `React with ${emoji}`,
    takeBack: 'Take the reaction back',
    notReacted: 'The reaction was not set',
  },
  contents: {
    image: 'Photo',
    video: 'Video',
    audio: 'Audio',
    voice: 'Voice message',
    document: 'File',
    sticker: 'Sticker',
    location: 'Place',
    contacts: 'Contact',
    order: 'Order',
    form: 'Form',
    template: (name: string) => `Template: ${name}`,
    share: 'Shared',
    story: 'Answer to a story',
    chose: 'by button',
    chosen: 'chosen',
    piece: (count: number, product: string) => `${count} \u00d7 ${product}`,
    unsupported: (kind: string) => `A message of a kind that we can\u2019t show yet: ${kind}`,
  },
  /** Type and cause of an event, as one sentence: result first, reason after a colon. */
  events: {
    'created.customer_wrote': (t: Told) => `Opened: ${t.customer} wrote`,
    'created.handed_off': (t: Told) => (t.bot ? `${t.bot} handed over` : 'The bot handed over'),
    'created.bot_failed': () => 'Opened: the bot gave no answer',
    'created.echo': () => 'Opened: an answer came from the phone app',
    'created.agent_wrote': (t: Told) => `Started by ${t.by}`,
    'status_changed.assigned': (t: Told) => (t.by ? `Assigned to ${t.to} by ${t.by}` : `Assigned to ${t.to}`),
    'status_changed.set_in_progress': (t: Told) => `Set aside by ${t.by}`,
    'status_changed.customer_silent': (t: Told) =>
      t.lasting ? `Gone idle: ${t.customer} was silent for ${t.lasting}` : `Gone idle: ${t.customer} was silent`,
    'status_changed.closed_by_person': (t: Told) => `Closed by ${t.by}`,
    'status_changed.assignee_unavailable': (t: Told) => `Back to the queue: ${t.from} went away`,
    'status_changed.released': (t: Told) => `Back to the queue: given back by ${t.by}`,
    'status_changed.transferred': (t: Told) =>
      t.team ? `Sent to the queue of ${t.team} by ${t.by}` : `Back to the queue: handed over by ${t.by}`,
    'updated.transferred': (t: Told) => `Sent to ${t.team ? `the queue of ${t.team}` : 'another queue'} by ${t.by}; it keeps its place`,
    'updated.routed_by_rule': (t: Told) => `By ${t.rule ? `the rule ${t.rule}` : 'a routing rule'}: ${t.changes}`,
    'updated.team_deleted': () => 'In no team now: its team was deleted',
    'assigned.handed_over': (t: Told) =>
      t.to
        ? `Everything of ${t.from} was handed over by ${t.by}: this came to ${t.to}`
        : `Everything of ${t.from} was handed over by ${t.by}: nobody has it now`,
    'status_changed.in_progress_expired': (t: Told) =>
      t.lasting ? `Back to the queue: set aside for ${t.lasting}` : 'Back to the queue: its time aside was over',
    'status_changed.woken': () => 'Back to the queue: the snooze ended',
    'status_changed.customer_replied': (t: Told) => `Active: ${t.customer} answered`,
    'status_changed.idle_expired': (t: Told) =>
      t.lasting ? `${closedByItself}: idle for ${t.lasting}` : `${closedByItself}: idle for too long`,
    'status_changed.reopened': (t: Told) => `Reopened by ${t.by}`,
    'status_changed.customer_returned': (t: Told) => `Reopened: ${t.customer} came back`,
    'status_changed.auto_closed': (t: Told) =>
      t.lasting ? `${closedByItself}: nothing from ${t.customer} for ${t.lasting}` : `${closedByItself}: too old`,
    'status_changed.unassignable': (t: Told) =>
      t.lasting ? `${closedByItself}: nobody was free for ${t.lasting}` : `${closedByItself}: nobody was free`,
    'assigned.reassigned': (t: Told) => (t.by ? `Assigned to ${t.to} by ${t.by}` : `Assigned to ${t.to}`),
    'assigned.transferred': (t: Told) => `Transferred to ${t.to} by ${t.by}`,
    'assigned.taken_over': (t: Told) => `Taken over from ${t.from} by ${t.to}`,
    'assigned.agent_removed': (t: Told) => `Nobody has it now: ${t.from} has left the desk`,
    'stage_changed.stage_chosen': (t: Told) => `Moved to ${t.stage} by ${t.by}`,
    'stage_changed.stage_deleted': (t: Told) => `Moved to ${t.stage}: its stage was deleted`,
    'snoozed.snoozed': (t: Told) => (t.until ? `Snoozed until ${t.until} by ${t.by}` : `Snoozed by ${t.by} until ${t.customer} answers`),
    'woken.woken': (t: Told) => (t.by ? `Snooze ended by ${t.by}` : 'Snooze over'),
    'woken.by_customer': (t: Told) => `Snooze ended: ${t.customer} wrote`,
    'woken.assigned': () => 'Snooze ended: it was assigned',
    'updated.changed_by_person': (t: Told) => `${t.changes}, by ${t.by}`,
    'updated.contact_merged': (t: Told) =>
      t.by ? `Made one with another contact by ${t.by}` : 'Made one with another contact: the network says that they are the same',
    'updated.contact_parted': (t: Told) => (t.by ? `Parted from another contact by ${t.by}` : 'Parted from another contact'),
    'updated.contact_blocked': (t: Told) => `Contact blocked by ${t.by}`,
    'updated.contact_unblocked': (t: Told) => `Contact unblocked by ${t.by}`,
    'updated.exclusion_lifted': () => 'May go idle and close by itself again',
    'updated.reminded': (t: Told) => `Reminder sent: ${t.customer} was silent`,
    'updated.reminder_skipped': () => 'Reminder not sent: it was more than an hour late',
    'updated.close_asked': (t: Told) => `${t.customer} was asked by ${t.by} whether it may be closed`,
    'updated.close_declined': (t: Told) => `Stays open: ${t.customer} said no`,
    'updated.close_question_failed': (t: Told) => `The closing question did not reach ${t.customer}`,
    'status_changed.confirmed': (t: Told) => `Closed: ${t.customer} said yes`,
    'status_changed.confirmation_expired': (t: Told) =>
      t.lasting ? `${closedByItself}: no answer to our question for ${t.lasting}` : `${closedByItself}: no answer to our question`,
    'noted.noted': (t: Told) => `Note by ${t.by}`,
    'decided.target_soon': (t: Told) => (t.due ? `${t.target} due soon, ${t.due}` : `${t.target} due soon`),
    'decided.target_missed': (t: Told) => (t.due ? `${t.target} missed: it was due ${t.due}` : `${t.target} missed`),
    'decided.delivery_late': (t: Told) => (t.lasting ? `Waiting to be sent for more than ${t.lasting}` : 'Waiting to be sent for too long'),
    'decided.delivery_flows': () => 'What waited to be sent has left the queue',
    'updated.message_sent_again': (t: Told) => `Sent again by ${t.by}, though it may have arrived`,
    'updated.message_seen_sent': (t: Told) => `Seen to have arrived by ${t.by}`,
    'decided.queue_alarm': (t: Told) => (t.lasting ? `In the queue for more than ${t.lasting}` : 'In the queue for too long'),
    'decided.bot_silenced': () => 'The bot kept silent: a person had the ticket',
    'decided.bot_silenced_held': () => 'The bot kept silent: another app holds the conversation',
    'decided.thread_held': () => 'Another app holds the conversation now: bot and automatic texts keep out',
    'decided.thread_back': () => 'The conversation is with this desk again',
    taken: (t: Told) => `Taken by ${t.to}`,
    unknown: () => 'Changed',
    /** Two things that one act did. */
    and: (first: string, then: string) => `${first}; ${then}`,
    assignedThen: (to: string) => `assigned to ${to}`,
    you: 'you',
    writtenBefore: 'written before the close',
  },
  changes: {
    priority: (value: string) => `Priority ${value}`,
    team: (value: string) => (value ? `Team ${value}` : 'No team'),
    tags: (value: string) => (value ? `Tags: ${value}` : 'No tags'),
    subject: (value: string) => (value ? `Subject: ${value}` : 'No subject'),
    field: (name: string, value: string) => (value ? `${name}: ${value}` : `No ${name}`),
    keptOpen: 'Kept open',
    notKeptOpen: 'Not kept open any more',
    other: 'Changed',
  },
  why: {
    ask: 'Why?',
    hide: 'Hide why',
    title: (what: string) => `Why: ${what}`,
    command: 'Why did this happen?',
    chosen: (load: string) => `online, ${load}.`,
    because: {
      round_robin: 'Longest without a new one.',
      least_busy: 'Had the most room.',
      sticky: 'Helped this customer last.',
      last_assignee: 'Had it before the snooze.',
    } as Readonly<Record<string, string>>,
    fact: (name: string, value: string) => `${name}: ${value}.`,
    load: (load: number, capacity: number) => `${load} of ${plural(capacity, { one: '1 ticket', other: `${capacity} tickets` })}`,
    passedOver: {
      full: (load: string) => `full: ${load}`,
      away: (time: string) => `away since ${time}`,
      offline: (time: string) => `offline since ${time}`,
      gaveBack: 'had given it back',
      recent: 'had a ticket more recently',
      notLast: 'did not help this customer last',
      busier: (load: string) => `had more to do: ${load}`,
      notInTeam: (team: string) => `not in the team ${team}`,
      offHours: (until: string) => (until ? `outside working hours until ${until}` : 'outside working hours'),
      keptFor: (name: string, until: string) => `it waits for ${name} until ${until}`,
    },
    /** The rule in one line. */
    rules: {
      round_robin: 'Rule: round robin.',
      least_busy: 'Rule: whoever has the most room comes first.',
      nobody_free: 'Nobody could take it.',
      outside_hours: 'Tickets are assigned in working hours.',
      waits_for_last_agent: 'It waits for a while for the agent who helped this customer last.',
      manual: 'A person assigns tickets here.',
      about_to_be_given: 'Somebody has room.',
      sticky: 'Rule: whoever helped this customer last comes first.',
      last_assignee: 'Rule: after a snooze the agent who had it comes first.',
      idle: 'An active ticket goes idle when the customer does not answer in time.',
      idle_close: 'An idle ticket closes when the customer stays silent.',
      idle_reminder: 'The customer is reminded once before an idle ticket closes.',
      auto_close: 'A ticket closes when nothing has come from the customer for long, however it stands.',
      in_progress: 'A ticket that was set aside comes back to the queue in time.',
      wake: 'A snooze ends at the time that was chosen.',
      unassigned: 'A ticket that nobody takes closes in time.',
      confirm_close: 'A ticket closes when the customer does not answer whether it may be closed.',
      confirmed: 'The customer was asked and said yes.',
      handed_off: 'A rule of the bot says: hand over.',
      not_understood: 'The bot hands over when it does not understand.',
      bot_failed: 'What the bot can\u2019t answer waits for a person.',
      routing_rule: 'The rules for new tickets are asked in order; the first that fits counts.',
      target_warning: 'The desk says once when a target is soon due.',
      target_missed: 'The desk says once when a target is missed.',
      delivery_late: 'The desk says once when messages wait too long to be sent.',
      queue_alarm: 'The desk says once when a ticket waits too long in the queue.',
      bot_silenced: 'The bot never speaks once a person has come.',
      thread_held: 'Who holds a conversation is decided at the network; the newest word stands.',
      thread_back: 'Who holds a conversation is decided at the network; the newest word stands.',
      assignee_unavailable: 'Active tickets of an agent who is not there find another one.',
    } as Readonly<Record<string, string>>,
    /** What the desk saw: a name and how to say the value. */
    facts: {
      priority: 'Priority',
      waitingSince: 'Waited since',
      askedAt: 'Asked',
      confirmCloseAfter: 'Closes without an answer after',
      acceptedAt: 'Our last message went out',
      idleAfter: 'Goes idle after',
      dueAt: 'Was due',
      idleSince: 'Idle since',
      lastAgentMessageAt: 'Our last message',
      idleCloseAfter: 'Closes after',
      idleReminderBefore: 'Reminds before the close by',
      countsFrom: 'Counted from',
      lastCustomerMessageAt: 'The customer\u2019s last message',
      autoCloseAfter: 'Closes after',
      setAsideAt: 'Set aside',
      inProgressAfter: 'Comes back after',
      snoozedUntil: 'Snoozed until',
      within: 'Target',
      queueAlarmAfter: 'Alarm after',
      inWorkingHours: 'In working hours',
      pendingSince: 'In the queue since',
      closeUnassignedAfter: 'Closes after',
      presence: 'Was',
      since: 'Since',
      noConnectionSince: 'No connection since',
      online: 'Online',
      reason: 'Reason',
      attempts: 'Attempts',
      misses: 'Not understood in a row',
      appId: 'Its app',
    } as Readonly<Record<string, string>>,
    values: {
      threw: 'the bot broke',
      too_slow: 'it took too long',
      switched_off: 'it was switched off meanwhile',
      unsendable: 'it said what this channel can\u2019t send',
      ticket_open: 'a person had the ticket',
      turn_moved: 'a person had come meanwhile',
      thread_held: 'another app holds the conversation',
      online: 'online',
      away: 'away',
      offline: 'offline',
      removed: 'removed from the desk',
      yes: 'yes',
      no: 'no',
    } as Readonly<Record<string, string>>,
  },
};
export type ThreadWords = typeof thread;
