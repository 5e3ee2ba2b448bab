export const keys = {
  help: 'Keys',
  back: 'One level back: menu, box, conversation, list',
  round: 'Next part of the page',
  roundBack: 'Former part of the page',
  groups: { ticket: 'The open ticket', list: 'The list', write: 'Writing', desk: 'Everywhere' },
  fixed: {
    send: 'Send',
    canned: 'Canned replies, at the start of a word',
    mention: 'Name a colleague, in a note',
    last: 'The last own message, in an empty box',
    up: 'Up',
    down: 'Down',
    open: 'Open, and write',
    select: 'Select, or not',
    range: 'Select also the next',
  },
};
export type KeysWords = typeof keys;
