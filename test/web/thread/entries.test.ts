import type { Message, TicketEvent } from '../../../web/api/types';
import { entriesOf } from '../../../web/thread/entries';
import type { Entry } from '../../../web/thread/entry';
import { aMessage, anEvent, at, BOT, MARTA } from './a-message';

interface Given {
  readonly messages?: readonly Message[];
  readonly events?: readonly TicketEvent[];
  readonly ticketId?: string;
  readonly opened?: readonly string[];
}

const shown = ({ messages = [], events = [], ticketId = 't1', opened = [] }: Given): Entry[] =>
  entriesOf({ messages, events, ticketId, dayOf: (moment) => moment.slice(0, 10), opened: new Set(opened) });

/** One word a line: what it is, and which. */
const told = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => {
    if (entry.kind === 'message') return entry.message.id;
    if (entry.kind === 'event') return `event ${entry.events.map(({ seq }) => seq).join('+')}`;
    if (entry.kind === 'ticket') return `${entry.where} ${entry.ticketId}`;
    if (entry.kind === 'fold') return `fold of ${entry.messages.length}`;
    return 'day';
  });

const runs = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'message' ? [`${entry.message.id}${entry.first ? ' first' : ''}${entry.last ? ' last' : ''}`] : [],
  );

const marta = (seq: number, minutes: number, more: Partial<Message> = {}) => aMessage(seq, minutes, { author: MARTA, ...more });
const bot = (seq: number, minutes: number, more: Partial<Message> = {}) => aMessage(seq, minutes, { author: BOT, ...more });

it('says of a day that it begins with what the phone\u2019s history brought', () => {
  const messages = [aMessage(1, -2 * 1440, { ticketId: null, importedAt: at(5) }), aMessage(2, 0), aMessage(3, 1, { importedAt: at(5) })];
  const days = shown({ messages }).flatMap((entry) => (entry.kind === 'day' ? [entry.imported] : []));
  expect(days).toEqual([true, false]);
});

describe('runs', () => {
  it('show one face for what one person says within two minutes', () => {
    expect(runs(shown({ messages: [aMessage(1, 0), aMessage(2, 1), aMessage(3, 3)] }))).toEqual(['m1 first', 'm2', 'm3 last']);
  });

  it('end after two minutes of silence', () => {
    expect(runs(shown({ messages: [aMessage(1, 0), aMessage(2, 2.1)] }))).toEqual(['m1 first last', 'm2 first last']);
  });

  it('end where another voice begins, and not where the same one leaves a note', () => {
    const messages = [aMessage(1, 0), marta(2, 1), marta(3, 1, { direction: 'note' }), aMessage(4, 2)];
    expect(runs(shown({ messages }))).toEqual(['m1 first last', 'm2 first', 'm3 last', 'm4 first last']);
  });

  it('end at an event and at midnight', () => {
    const messages = [aMessage(1, 0), aMessage(2, 1), aMessage(3, 839.5), aMessage(4, 840)];
    expect(runs(shown({ messages, events: [anEvent(1, 0.5)] }))).toEqual([
      'm1 first last',
      'm2 first last',
      'm3 first last',
      'm4 first last',
    ]);
  });
});

describe('days', () => {
  it('break the thread once each, before the first thing of the day', () => {
    const messages = [aMessage(1, 0), aMessage(2, 900), aMessage(3, 910)];
    expect(told(shown({ messages }))).toEqual(['day', 'm1', 'day', 'm2', 'm3']);
    expect(told(shown({ messages: [aMessage(1, 900)], events: [anEvent(1, 850)] }))).toEqual(['day', 'event 1', 'm1']);
  });
});

describe('events', () => {
  it('stand where they happened, after what was said at the same instant', () => {
    const messages = [aMessage(1, 0), aMessage(2, 2), aMessage(3, 3)];
    expect(told(shown({ messages, events: [anEvent(1, 2), anEvent(2, 9)] })).slice(1)).toEqual(['m1', 'm2', 'event 1', 'm3', 'event 2']);
  });

  it('say an opening and who got it in one line', () => {
    const opened = anEvent(1, 0, { type: 'created', cause: 'handed_off', to: 'pending' });
    const given = anEvent(2, 0, { assignee: { from: null, to: { id: 'a1', name: 'Marta' } } });
    expect(told(shown({ events: [opened, given] }))).toEqual(['day', 'event 1+2']);
    expect(told(shown({ events: [opened, { ...given, at: at(1) }] }))).toEqual(['day', 'event 1', 'event 2']);
  });

  it('say a snooze and the setting aside that comes with it in one line', () => {
    const aside = anEvent(1, 0, { cause: 'set_in_progress' });
    expect(told(shown({ events: [aside, anEvent(2, 0, { type: 'snoozed', cause: 'snoozed' })] }))).toEqual(['day', 'event 1+2']);
  });

  it('leave notes to the messages', () => {
    expect(shown({ events: [anEvent(1, 0, { type: 'noted', cause: 'noted' })] })).toEqual([]);
  });
});

describe('the conversation with the bot', () => {
  const talk = [aMessage(1, 0), bot(2, 0), aMessage(3, 1), bot(4, 2), aMessage(5, 3), marta(6, 4)];

  it('is folded up to the last words of the bot', () => {
    expect(told(shown({ messages: talk }))).toEqual(['day', 'fold of 4', 'm5', 'm6']);
  });

  it('unfolds in place', () => {
    const [fold] = shown({ messages: talk }).filter(({ kind }) => kind === 'fold');
    expect(told(shown({ messages: talk, opened: [fold?.key ?? ''] }))).toEqual(['day', 'fold of 4', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  });

  it('keeps its key while older messages come in above, so that it stays as the reader left it', () => {
    const key = (messages: readonly Message[]) => shown({ messages }).find(({ kind }) => kind === 'fold')?.key;
    expect(key(talk.slice(2))).toBe(key(talk));
  });

  it('stays open where no ticket came of it yet', () => {
    const now = [aMessage(7, 9, { ticketId: null }), bot(8, 9, { ticketId: null })];
    expect(told(shown({ messages: [...talk, ...now] })).slice(-2)).toEqual(['m7', 'm8']);
  });
});

describe('other tickets of the chat', () => {
  const old = (seq: number, minutes: number) => aMessage(seq, minutes, { ticketId: 't0' });

  it('end with a line above the one that is shown', () => {
    expect(told(shown({ messages: [old(1, 0), old(2, 1), aMessage(3, 9)] }))).toEqual(['day', 'm1', 'm2', 'before t0', 'm3']);
  });

  it('begin with a line below it', () => {
    const messages = [old(1, 0), aMessage(2, 5), aMessage(3, 6, { ticketId: 't2' })];
    expect(told(shown({ messages }))).toEqual(['day', 'm1', 'before t0', 'm2', 'after t2', 'm3']);
  });

  it('begin below the end of the one that is shown', () => {
    const messages = [aMessage(1, 0), aMessage(2, 9, { ticketId: 't2' })];
    expect(told(shown({ messages, events: [anEvent(1, 4)] }))).toEqual(['day', 'm1', 'event 1', 'after t2', 'm2']);
  });

  it('have one line each, also when a late message of one stands among those of another', () => {
    expect(told(shown({ messages: [old(1, 0), aMessage(2, 1), old(3, 2), aMessage(4, 3)] }))).toEqual([
      'day',
      'm1',
      'm2',
      'm3',
      'before t0',
      'm4',
    ]);
  });
});

it('keep what came after the ticket was made out of the fold, while the bot’s last words were on their way', () => {
  const messages = [aMessage(1, 0), bot(2, 1), aMessage(3, 3), bot(4, 4)];
  const events = [anEvent(1, 2, { type: 'created' })];
  expect(told(shown({ messages, events }))).toEqual(['day', 'fold of 3', 'event 1', 'm3']);
});

it('keep out of the fold what the bot’s last words do not answer', () => {
  const messages = [aMessage(1, 0), bot(2, 1), aMessage(3, 2), aMessage(4, 3), bot(5, 4)];
  const events = [anEvent(1, 5, { type: 'created' })];
  expect(told(shown({ messages, events }))).toEqual(['day', 'fold of 4', 'm4', 'event 1']);
});
