import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const stages = {
  order: 'Stages in order',
  about: 'What a stage is',
  aboutSays: [
    'A label that people choose. The board has a column for each, in this order.',
    'Choosing one changes no status and sends nothing.',
    'Closed closes the ticket, Open on a closed one reopens it, Snoozed asks for a time. Auto closed is set by the timers only.',
  ],
  system: {
    open: 'Every new, reopened or woken ticket.',
    closed: 'Tickets that a person closed.',
    snoozed: 'Tickets that sleep until a time or a message.',
    auto_closed: 'Tickets that time closed.',
  } as Readonly<Record<string, string>>,
  ofTheDesk: 'The desk’s own: can’t be renamed or deleted.',
  move: (name: string) => `Move ${name}`,
  moveHow: 'Space lifts it, the arrows move it, Space drops it, Esc puts it back.',
  lifted: (name: string, place: number, count: number) => `${name} is lifted: place ${place} of ${count}.`,
  movedTo: (name: string, place: number, count: number) => `${name}: place ${place} of ${count}.`,
  dropped: (name: string, place: number, count: number) => `${name} is dropped at place ${place} of ${count}.`,
  putBack: (name: string) => `${name} is back where it was.`,
  name: 'Name',
  noName: 'No name',
  color: 'Colour',
  colorOf: (name: string) => `Colour of ${name}`,
  colors: { ink: 'Ink', sky: 'Sky', teal: 'Teal', moss: 'Moss', ochre: 'Ochre', clay: 'Clay', rose: 'Rose', violet: 'Violet' },
  add: 'Add stage',
  addTitle: 'A new stage',
  adding: 'Adding…',
  notAdded: 'Not added',
  notMoved: 'Not moved',
  remove: 'Delete this stage',
  removeOf: (name: string) => `Delete ${name}`,
  removeTitle: (name: string) => `Delete the stage “${name}”?`,
  moves: (count: number) =>
    plural(count, {
      one: '1 ticket is in it: it becomes Open at once.',
      other: count === 0 ? 'No ticket is in it.' : `${count.toLocaleString('en')} tickets are in it: they become Open at once.`,
    }),
  removeSays: 'Its tickets become Open at once; their status stays. Its history stays too.',
  notRemoved: 'Not deleted',
  removed: (name: string, tickets: number) =>
    plural(tickets, {
      one: `“${name}” is deleted. 1 ticket became Open.`,
      other: `“${name}” is deleted. ${tickets.toLocaleString('en')} tickets became Open.`,
    }),
};
export type StagesWords = typeof stages;
