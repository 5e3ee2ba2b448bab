import { pluralIn } from '../plural';

const plural = pluralIn('en');
const many = (count: number) => count.toLocaleString('en');

export const board = {
  columns: 'Columns',
  by: { stage: 'By stage', status: 'By status' },
  channels: 'All channels',
  everybody: 'Everybody',
  mine: 'Mine',
  openTickets: (count: number) => plural(count, { one: 'open ticket', other: 'open tickets' }),
  column: (name: string, count: number) => `${name}, ${plural(count, { one: '1 ticket', other: `${many(count)} tickets` })}`,
  nobody: 'Nobody',
  none: 'No tickets here',
  older: 'Older ones',
  looking: 'Looking for tickets',
  notLoaded: 'This column is not here',
  readOnly: 'The desk keeps the status: cards move by stage.',
  choose: 'Choose a column',
  card: (number: number) => `Ticket #${number}`,
  move: (number: number) => `Move #${number}`,
  moveTo: 'Move to…',
  open: 'Open the ticket',
  hint: 'Space lifts a card, arrows move it, Space drops it, Escape puts it back.',
  snooze: (number: number) => `Snooze #${number}`,
  lifted: (number: number, column: string) => `#${number} lifted, in ${column}.`,
  over: (number: number, column: string) => `#${number} over ${column}.`,
  dropped: (number: number, column: string) => `#${number} is in ${column} now.`,
  back: (number: number, column: string) => `#${number} is back in ${column}.`,
  stays: (number: number) => `#${number} stays`,
  because: {
    autoClosed: 'the desk itself puts tickets here, when time closes them.',
    isClosed: (open: string) => `it is closed. On ${open} it is reopened.`,
  },
  dismiss: 'Hide this',
};
export type BoardWords = typeof board;
