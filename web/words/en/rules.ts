import { pluralIn } from '../plural';

const plural = pluralIn('en');
const many = (count: number) => count.toLocaleString('en');

/** `on` and `off` are sentences; `{value}` stands for the value. Without a switch there is only `on`. */
export interface RuleWords {
  readonly name: string;
  readonly on: string;
  readonly off?: string;
}

export const rules = {
  timers: {
    silent: 'When the customer falls silent',
    always: 'In any case',
    never: 'never',
    editText: 'Edit the text',
    noText: 'There is no reminder text yet, so nothing is sent.',
    noClose: 'Idle tickets don’t close by themselves now, so nothing is sent.',
  },
  life: {
    title: 'The life of a silent ticket',
    points: {
      answer: { name: 'You answer', says: 'Active' },
      idle: { name: 'Idle', says: 'assignee stays' },
      reminder: { name: 'Reminder', says: 'sent once' },
      closed: { name: 'Closed', says: 'the bot is back' },
      tooOld: { name: 'Closed', says: 'too old' },
    },
    silence: (time: string) => `${time} silence`,
    begins: 'Your agent answers',
    steps: {
      idle: (time: string) => `${time} later the ticket goes idle`,
      reminder: (time: string) => `${time} later the customer is reminded`,
      closed: (time: string) => `${time} later it closes`,
      tooOld: (time: string) => `${time} later it closes, because it is too old`,
    },
    stays: 'it stays so until somebody writes or closes it',
  },
  routing: {
    who: 'Who gets the next ticket',
    away: 'Who goes away',
    now: 'Now',
    nobody: 'Nobody is online. Tickets wait in the queue.',
    takes: (names: string) => `${names} can be given tickets.`,
    byHand: 'Nobody is given a ticket until a person assigns it.',
  },
  policy: { agents: 'What agents may do', customers: 'When customers write', bot: 'After a close' },
  general: { place: 'Where the desk is', now: (time: string) => `It is ${time} there now.` },
  delivery: {
    says: 'How answers reach customers, and what the desk says when they don\u2019t.',
    chooseTemplate: 'Choose a template',
    noTemplate: 'No template can go out by itself',
  },
  texts: {
    says: 'What the desk says by itself, in its own name.',
    preview: 'As the customer sees it',
    none: 'Nothing is sent.',
    left: (count: number) => plural(count, { one: '1 character left', other: `${count.toLocaleString('en')} characters left` }),
  },
  says: {
    'timers.idleAfter': {
      name: 'Go idle',
      on: 'When a customer has not answered our last message for {value}, the ticket goes idle. Its agent keeps it.',
      off: 'A ticket stays active however long the customer is silent.',
    },
    'timers.idleReminderBefore': {
      name: 'Remind',
      on: 'An idle ticket sends the reminder text {value} before it closes, once.',
      off: 'No reminder is sent before an idle ticket closes.',
    },
    'timers.idleCloseAfter': {
      name: 'Close what is idle',
      on: 'When it has been idle for {value}, the ticket closes and the bot answers again.',
      off: 'An idle ticket stays open until somebody writes or closes it.',
    },
    'timers.autoCloseAfter': {
      name: 'Close everything old',
      on: 'An open ticket closes {value} after it was opened, or {value} after the customer’s last message if that is later.',
      off: 'No ticket closes only because it is old.',
    },
    'timers.inProgressAfter': {
      name: 'Bring back what was set aside',
      on: 'A ticket in progress returns to the queue after {value}.',
      off: 'A ticket in progress stays there until somebody takes it.',
    },
    'timers.closeUnassignedAfter': {
      name: 'Close what nobody could take',
      on: 'A pending ticket closes when nobody could take it for {value}.',
      off: 'A pending ticket waits until an agent is free.',
    },
    'timers.confirmCloseAfter': {
      name: 'Ask before closing',
      on: 'Agents may ask the customer whether a ticket may be closed; without an answer for {value} it closes.',
      off: 'Customers are not asked before a ticket closes.',
    },
    'timers.catchUp': {
      name: 'Listen first after a downtime',
      on: 'After a downtime of more than five minutes nothing goes idle or closes for {value}, so that late messages are heard first.',
    },
    'routing.strategy': { name: 'The next ticket goes to', on: '' },
    'routing.capacity': {
      name: 'Room of an agent',
      on: 'An agent without a number of their own is given tickets until they have {value} active and proactive ones.',
    },
    'routing.sticky': {
      name: 'Same agent again',
      on: 'The agent who handled the customer last comes first.',
      off: 'Who handled the customer before makes no difference.',
    },
    'routing.stickyPatience': {
      name: 'Wait for that agent',
      on: 'While they are online but full, a ticket waits {value} for them before others may have it.',
      off: 'When they are full, the ticket goes to somebody else at once.',
    },
    'routing.hours': {
      name: 'Working hours',
      on: 'Tickets of teams without hours of their own are given out in these hours.',
      off: 'Tickets are given out around the clock, unless their team has hours of its own.',
    },
    'routing.queueAlarmAfter': {
      name: 'Raise an alarm',
      on: 'When a ticket has waited in the queue for {value}, the desk says so.',
      off: 'However long a ticket waits, no alarm is raised.',
    },
    'routing.warnBefore': {
      name: 'Warn before a target is missed',
      on: '{value} before an answer or a solution is due, the desk says so.',
    },
    'routing.offlineGrace': {
      name: 'Count as offline',
      on: 'An agent whose last open window of the desk has been gone for {value} counts as offline.',
    },
    'routing.keepOnAway': {
      name: 'Keep tickets while away',
      on: 'Agents who go away or offline keep their active tickets.',
      off: 'The active tickets of agents who go away or offline find another agent.',
    },
    'delivery.queuedAlarmAfter': {
      name: 'Raise an alarm',
      on: 'When a message has waited {value} to be sent, its ticket says so.',
      off: 'However long a message waits to be sent, no alarm is raised.',
    },
    'delivery.windowWarnBefore': {
      name: 'Warn before the window closes',
      on: '{value} before a waiting customer can no longer be answered freely, the desk says so.',
      off: 'Nothing is said before the time to answer freely ends.',
    },
    'delivery.fallbackTemplate': {
      name: 'Template for answers that came too late',
      on: 'When the window closes on a waiting answer, the template {value} goes out instead. It has no places to fill, or the customer\u2019s name alone.',
      off: 'When the window closes on a waiting answer, the answer fails and the customer waits again.',
    },
    'delivery.reactionsOpenWindow': {
      name: 'Reactions open the window',
      on: 'A customer\u2019s reaction lets you answer freely, like a message.',
      off: 'A customer\u2019s reaction changes nothing about when you may answer freely.',
    },
    'policy.agentsMayClose': { name: 'Close', on: 'Agents may close tickets.', off: 'Only admins close tickets.' },
    'policy.agentsMayTake': {
      name: 'Take what was set aside',
      on: 'Agents may take a ticket that is in progress.',
      off: 'Only admins give out tickets that are in progress.',
    },
    'policy.agentsMayTakeOver': {
      name: 'Take over from a colleague',
      on: 'Agents may take a ticket that a colleague has.',
      off: 'A colleague’s ticket changes hands only when the colleague or an admin transfers it.',
    },
    'policy.agentsMayReopen': { name: 'Reopen', on: 'Agents may reopen closed tickets.', off: 'Only admins reopen closed tickets.' },
    'policy.agentsSee': { name: 'Agents see', on: '' },
    'policy.autoAssignOnReply': {
      name: 'Answering takes the ticket',
      on: 'An agent who answers a pending ticket, or one in progress, takes it.',
      off: 'An answer to a pending ticket, or one in progress, leaves it where it is.',
    },
    'policy.wakeOnReply': {
      name: 'Wake by a message',
      on: 'A customer’s message wakes a snoozed ticket.',
      off: 'A snoozed ticket sleeps until its time, whatever the customer writes.',
    },
    'policy.quietClose': {
      name: 'Let thanks rest',
      on: 'A sticker or up to three emoji within ten minutes after a close open nothing.',
      off: 'A sticker or emoji after a close counts like any message.',
    },
    'policy.keepExclusion': {
      name: 'Keep “Keep this ticket open”',
      on: 'A ticket that is kept open stays so after a change of status or agent.',
      off: 'A change of status by hand, a transfer, or its agent going offline ends keeping a ticket open.',
    },
    'policy.reopenWithin': {
      name: 'Reopen for who comes back',
      on: 'A customer who writes within {value} after a close gets the former ticket back.',
      off: 'A customer who writes after a close gets a new ticket.',
    },
    'policy.staleAfter': {
      name: 'Leave old messages to people',
      on: 'The bot does not answer a message that is older than {value}; it opens a ticket.',
    },
    'texts.greeting': { name: 'Greeting', on: 'Sent when a customer’s ticket opens.', off: 'Nothing is sent when a ticket opens.' },
    'texts.away': {
      name: 'Away',
      on: 'Sent when a customer’s ticket opens and nobody is online.',
      off: 'Nothing is sent when a ticket opens and nobody is online.',
    },
    'texts.outOfHours': {
      name: 'Outside working hours',
      on: 'Sent once per ticket when it waits outside working hours, in place of Away and Delay.',
      off: 'Nothing is sent because of the hour.',
    },
    'texts.delay': {
      name: 'Delay',
      on: 'Sent when a ticket opens and every agent who is online is busy.',
      off: 'Nothing is sent when every agent is busy.',
    },
    'texts.closing': {
      name: 'Closing',
      on: 'Sent when a ticket closes while the network still takes free text.',
      off: 'Nothing is sent when a ticket closes.',
    },
    'texts.confirmClose': {
      name: 'Closing question',
      on: 'Asked, with a yes and a no to tap, before a ticket closes; when, the timers say.',
      off: 'When it is asked, a short question of the desk’s own is sent.',
    },
    'texts.reminder': {
      name: 'Reminder',
      on: 'Sent once before an idle ticket closes by itself; when, the timers say.',
      off: 'No reminder is sent, whatever the timers say.',
    },
    'locale.timeZone': { name: 'Time zone', on: 'Days begin and figures are grouped by its clock.' },
    'locale.language': { name: 'Language', on: 'The desk’s own; everybody chooses theirs in their preferences.' },
  } as Readonly<Record<string, RuleWords>>,
  choices: {
    'routing.strategy': {
      round_robin: { name: 'Agents in turn', on: 'Online, with room; who has waited longest for one comes next.' },
      least_busy: { name: 'Whoever has the least', on: 'Online, with room; who has the most of it comes next.' },
      manual: { name: 'Nobody by itself', on: 'Tickets wait in the queue until a person assigns or takes them.' },
    },
    'policy.agentsSee': {
      all: { name: 'All tickets', on: 'Everybody can help everybody.' },
      team: { name: 'Own ones, their teams’ and free ones', on: 'Free ones: unassigned, without a team.' },
      own: { name: 'Own ones only', on: 'Every other ticket is as if it did not exist.' },
    },
  } as Readonly<Record<string, Readonly<Record<string, RuleWords>>>>,
  wrong: {
    duration: 'A whole number, from 1 second to 3 years.',
    reminder: 'The reminder must come before the close: choose less than the time until an idle ticket closes.',
    integer: (min: number, max: number) => `A whole number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`,
    text: (max: number) => `Words, ${max.toLocaleString('en')} characters at most. To send nothing, switch it off.`,
    other: 'This can’t be used.',
  },
  was: (value: string) => `was ${value}`,
  wasOff: 'was off',
  amountOf: (name: string) => `${name}: number`,
  unitOf: (name: string) => `${name}: unit`,
  preview: {
    would: 'This would move',
    openTickets: (count: number) => plural(count, { one: '1 open ticket', other: `${count.toLocaleString('en')} open tickets` }),
    others: (count: number) =>
      plural(count, {
        one: 'now. The other one stays as it is. Nothing moves until you save.',
        other: `now. The other ${count.toLocaleString('en')} stay as they are. Nothing moves until you save.`,
      }),
    noOthers: 'now. Nothing moves until you save.',
    nothing: 'Nothing would move',
    nothingSays: 'No open ticket would change because of this now.',
    unchanged: 'Change a timer: the tickets that it would move now stand here before you save.',
    wrong: 'Something here can’t be saved as it is.',
    notLooked: 'Not looked up',
    looking: 'Looking…',
    redated: (count: number) =>
      plural(count, {
        one: '1 more would be due at another time.',
        other: `${count.toLocaleString('en')} more would be due at another time.`,
      }),
    later: (time: string) => `at ${time}, when late messages have been heard`,
    any: 'Any open',
    reminded: 'Reminder is sent',
    awake: 'Woken',
    notes: {
      idle_close: 'silent too long',
      auto_close: 'too old',
      unassigned: 'nobody free',
      confirm_close: 'no answer to the question',
    } as Readonly<Record<string, string>>,
    examples: 'For example',
    due: (time: string) => `due ${time} ago`,
  },
  replay: {
    title: (period: string) => `Had it been so ${period}`,
    inMonth: (month: string) => `in ${month}`,
    lastWeek: 'last week',
    week: 'Last week',
    period: 'Period',
    start: 'Replay it',
    going: 'Replaying…',
    progress: (done: number, chats: number) => `${many(done)} of ${many(chats)} chats`,
    unchanged: 'Change a timer: what it would have done to a past week or month can be replayed here.',
    offer: 'What customers and agents did then is run through the new timers. Nothing moves.',
    stale: 'This was replayed before your last change.',
    notDone: 'Not replayed',
    failed: 'Not replayed: something broke on the way. Replay it once more.',
    cancelled: 'Cancelled. Nothing of it was kept.',
    figures: {
      wentIdle: 'Went idle',
      closedByThemselves: 'Closed by themselves',
      backWithinDay: 'Customer back within a day',
      waitingSeconds: 'Customers waited, in all',
      ticketsPerAgent: 'Tickets per agent at a time, median',
    },
    fromTo: (from: string, to: string) => `${from} then, ${to} instead`,
    none: 'none',
    unclear: (count: number) =>
      plural(count, {
        one: '1 chat counts on both sides as it was: its record can’t be replayed.',
        other: `${many(count)} chats count on both sides as they were: their records can’t be replayed.`,
      }),
    see: (count: number) => plural(count, { one: 'See the ticket that differs', other: `See the ${many(count)} tickets that differ` }),
    sameTitle: 'Nothing differs',
    same: 'No ticket would have gone otherwise.',
    empty: 'No ticket was open in this time.',
    listTitle: 'Tickets that would differ',
    over: (from: string, to: string) => `${from} to ${to}`,
    columns: { ticket: 'Ticket', since: 'Differs since', before: 'As it was', after: 'With the changes' },
    estimated: 'partly estimated',
    noTicket: 'No ticket',
    wentIdle: (count: number) => plural(count, { one: 'idle once', other: `idle ${many(count)} times` }),
    reopened: (count: number) => plural(count, { one: 'reopened once', other: `reopened ${many(count)} times` }),
    waited: (lasting: string) => `customer waited ${lasting}`,
    more: 'More',
    all: (count: number) => plural(count, { one: 'The whole list: 1 ticket', other: `All ${many(count)} tickets` }),
    versions: 'Changed before',
    changed: (moment: string) => `On ${moment}`,
    by: (name: string) => `by ${name}`,
    changedFrom: (from: string, to: string) => `from ${from} to ${to}`,
    off: 'off',
    on: 'on',
    wouldMove: (count: number) => plural(count, { one: '1 ticket would move now', other: `${many(count)} tickets would move now` }),
  },
  scope: {
    label: 'For whom these hold',
    all: 'All channels',
    differ: (count: number) => plural(count, { one: '1 differs', other: `${count} differ` }),
  },
  bar: {
    changes: (count: number) => plural(count, { one: '1 change for all channels.', other: `${count} changes for all channels.` }),
    own: (names: string, count: number) =>
      plural(count, { one: `${names} keeps what it has of its own.`, other: `${names} keep what they have of their own.` }),
    discard: 'Discard',
    saveAndMove: (count: number) =>
      plural(count, { one: 'Save and move 1 ticket', other: `Save and move ${count.toLocaleString('en')} tickets` }),
  },
};
export type RulesWords = typeof rules;
