import { pluralIn } from '../plural';

const plural = pluralIn('en');
const characters = (count: number) => plural(count, { one: '1 character', other: `${count.toLocaleString('en')} characters` });

export const composer = {
  label: 'Write',
  reply: 'Reply',
  note: 'Note',
  template: 'Template',
  replyTo: (name: string | null) => `Reply to ${name ?? 'the customer'}`,
  answerOrSlash: (name: string | null) => `Answer ${name ?? 'the customer'}, or / for a canned reply`,
  theCustomer: 'the customer',
  noteFor: 'Note: only colleagues see it',
  writeNote: 'Write a note instead',
  writeReply: 'Write a reply instead',
  send: 'Send',
  sending: 'Sending…',
  addNote: 'Add note',
  moreWays: 'More ways to send',
  after: { close: 'Send and close', 'in-progress': 'Send and set aside', snooze: 'Send and snooze…' },
  tools: {
    more: 'Attach, canned replies, more',
    emoji: 'Emoji',
    canned: 'Canned replies',
    template: 'Templates',
    choices: 'Buttons and lists',
  },
  off: {
    empty: 'Write something first.',
    offline: 'Offline: nothing is sent until the desk answers again. Your text is kept.',
    long: (over: number) => `${characters(over)} too many.`,
    parts: (count: number, most: number) => `This would be ${count.toLocaleString('en')} messages; at most ${most} go at once. Shorten it.`,
    now: 'This can’t be sent now. Your text is kept.',
  },
  parts: (count: number) => `Goes out as ${count} messages`,
  freeUntil: (network: string, hours: number, until: string) =>
    `${network} lets you answer freely for ${hours} hours after the customer’s last message, until ${until}.`,
  leftToAnswer: (left: string) => `${left} left to answer freely`,
  until: (moment: string) => `until ${moment}`,
  ended: (moment: string) => `Free reply ended ${moment}`,
  human: (name: string, hours: number, network: string, until: string) =>
    `${name} wrote more than ${hours} hours ago: ${network} now takes only what a person writes, until ${until}.`,
  held: {
    since: (moment: string) => `Another app holds this conversation since ${moment}.`,
    how: (customer: string) =>
      `Your answers may be refused. It comes back when it is handed over there, or when ${customer} writes here again.`,
  },
  templateOnly: (name: string, hours: number, network: string) =>
    `${name} wrote more than ${hours} hours ago. ${network} now takes only an approved template; after the next answer you can write freely again.`,
  templateFirst: (name: string, network: string) =>
    `${name} has not written yet. ${network} takes only an approved template first; after an answer you can write freely.`,
  shut: ({ name, Name }: { readonly name: string; readonly Name: string }, hours: number, network: string) =>
    `${Name} wrote more than ${hours} hours ago, and ${network} takes no answer any more. When ${name} writes again, you can answer. A note is always possible.`,
  shutFirst: (name: string, network: string) =>
    `${name} has not written yet, and ${network} lets nobody write first. A note is always possible.`,
  barred: {
    closed: 'This ticket is closed.',
    colleague: (name: string) => `${name} has this ticket.`,
    presence: 'Go online first: this ticket would be yours.',
    disconnected: 'The channel was disconnected: nothing can be sent through it.',
  },
  take: 'Take',
  reopen: 'Reopen',
  goOnline: 'Go online',
  makeNote: 'Make it a note',
  failed: { reply: 'Not sent', note: 'Note not added', presence: 'Not online' },
  retry: 'Retry',
  answering: (who: string | null) => `Answer to ${who ?? 'the customer'}`,
  unquote: 'Answer no message in particular',
  canned: {
    label: 'Canned replies',
    found: (count: number) => plural(count, { one: '1 canned reply', other: `${count} canned replies` }),
    none: 'No canned reply has these words.',
    nothing: 'There are no canned replies yet.',
    manage: 'Manage canned replies',
    failed: 'Canned replies not loaded',
  },
  emoji: { recent: 'Recent', faces: 'Faces', hands: 'Hands', hearts: 'Hearts and signs', things: 'Things' },
  choices: {
    title: 'Buttons and lists',
    form: 'Form',
    buttons: 'Buttons',
    list: 'List',
    text: 'Text above',
    opens: 'Word on the button that opens the list',
    opensDefault: 'Choose',
    button: (at: number) => `Button ${at}`,
    section: (at: number) => `Section ${at}`,
    sectionTitle: 'Title of the section',
    row: (at: number) => `Choice ${at}`,
    description: 'Description, if it needs one',
    addButton: 'Add a button',
    addRow: 'Add a choice',
    addSection: 'Add a section',
    removeButton: (at: number) => `Remove button ${at}`,
    removeRow: (at: number) => `Remove choice ${at}`,
    removeSection: (at: number) => `Remove section ${at}`,
    most: (count: number, network: string) => `${network} takes ${count} at most.`,
    preview: 'As the customer sees it',
    over: (over: number, most: number) => `${characters(over)} too many; ${most} fit.`,
    needsText: 'Write the text above.',
    needsTitle: 'Every choice needs a title.',
    needsOpens: 'The button that opens the list needs a word.',
    needsSections: 'Several sections need a title each.',
    twice: 'No two may have the same title.',
    unfit: 'Something here is too long.',
  },
  templates: {
    title: 'Send a template',
    send: 'Send the template',
  },
};
export type ComposerWords = typeof composer;
