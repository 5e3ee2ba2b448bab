import { nextLines } from '../../../web/ticket/next-lines';
import { en } from '../../../web/words/en';
import { es } from '../../../web/words/es';
import { ptBr } from '../../../web/words/pt-br';
import { timesIn } from '../../../web/words/times-in';

const NOW = Date.parse('2026-11-23T10:42:00Z');
const times = timesIn('en', 'Europe/Madrid', en.common.times);
const durations = { idleAfter: 'PT30M', idleCloseAfter: 'PT24H', autoCloseAfter: 'P7D', inProgressAfter: null };

type Told = Parameters<typeof nextLines>[0]['ticket'];
const ticket = (more: Partial<Told>): Told => ({
  status: 'active',
  stage: { key: 'open', name: 'Open', color: 'sky' },
  timers: [],
  targets: [],
  snoozedUntil: null,
  excludeFromClosing: false,
  replyWindow: null,
  ...more,
});
const lines = (more: Partial<Told>) =>
  nextLines({ ticket: ticket(more), name: 'Elena', durations, now: NOW, zone: 'Madrid' }, en, times).map(({ head, says }) => [head, says]);

test('The first is said as distance and moment, the others as their moment and what they hang on', () => {
  const told = lines({
    timers: [
      { kind: 'auto_close', dueAt: '2026-11-30T10:16:00Z' },
      { kind: 'idle', dueAt: '2026-11-23T10:54:00Z' },
    ],
    replyWindow: { closesAt: '2026-11-24T10:16:00Z', state: 'open' },
  });
  expect(told).toEqual([
    ['Goes idle in 12 min', 'At 11:54, if Elena stays silent.'],
    ['Free replies end tomorrow, 11:16', 'Until Elena writes again.'],
    ['Closes in any case on Mon Nov 30, 11:16', 'After 7 d without a word from Elena.'],
  ]);
});

test('What is due this minute is said so, and not as none or as gone', () => {
  expect(lines({ timers: [{ kind: 'idle', dueAt: '2026-11-23T10:41:00Z' }] })[0]?.[0]).toBe('Goes idle any moment now');
});

test('A ticket that is kept open says that its timers are off, before what still runs', () => {
  const told = lines({ status: 'in_progress', excludeFromClosing: true, timers: [{ kind: 'in_progress', dueAt: '2026-11-23T12:42:00Z' }] });
  expect(told).toEqual([
    ['Stays open', 'Timers are off for this ticket.'],
    ['Goes back to the queue in 2 h', 'At 13:42.'],
  ]);
});

test('A snooze says when it ends: at its time, or when the customer writes', () => {
  const stage = { key: 'snoozed', name: 'Snoozed', color: 'violet' } as const;
  expect(lines({ stage })).toEqual([['Wakes when Elena writes', 'Not before.']]);
  const told = lines({ stage, snoozedUntil: '2026-11-23T11:42:00Z', timers: [{ kind: 'wake', dueAt: '2026-11-23T11:42:00Z' }] });
  expect(told).toEqual([['Wakes in 1 h', 'At 12:42, or when Elena writes. Your time, Madrid.']]);
});

test('Where nothing happens by itself that is said; a closed ticket has no future', () => {
  expect(lines({ status: 'proactive' })).toEqual([['Nothing by itself', 'It stays as it is until somebody acts.']]);
  expect(lines({ status: 'closed' })).toEqual([]);
});

test('A window that is over is no future either', () => {
  expect(lines({ replyWindow: { closesAt: '2026-11-23T10:00:00Z', state: 'open' } })[0]?.[0]).toBe('Nothing by itself');
});

test.each([
  ['es', es],
  ['pt-BR', ptBr],
] as const)('In %s every kind of timer has its two sentences', (language, words) => {
  const spoken = timesIn(language, 'UTC', words.common.times);
  const kinds = ['idle', 'idle_close', 'idle_reminder', 'auto_close', 'in_progress', 'wake', 'unassigned'] as const;
  for (const kind of kinds) {
    const one = ticket({ timers: [{ kind, dueAt: '2026-11-25T09:00:00Z' }] });
    const [line] = nextLines({ ticket: one, name: 'Elena', durations, now: NOW, zone: 'Madrid' }, words, spoken);
    expect(`${line?.head} ${line?.says}`).not.toMatch(/undefined|null|NaN/);
  }
});

test('What the desk says is missed is missed, also while the page’s clock is behind', () => {
  const target = { kind: 'first_answer' as const, dueAt: '2026-11-23T10:42:20Z', state: 'missed' as const, endedAt: null };
  expect(lines({ targets: [target] })[0]?.[0]).toBe('First answer missed');
});

test('What is to be done in time comes first, the first due before the others; what is done is not said', () => {
  const target = (kind: 'first_answer' | 'next_answer' | 'resolution', dueAt: string, endedAt: string | null = null) => ({
    kind,
    dueAt,
    state: 'running' as const,
    endedAt,
  });
  const told = lines({
    timers: [{ kind: 'idle', dueAt: '2026-11-23T10:43:00Z' }],
    targets: [
      target('first_answer', '2026-11-23T10:00:00Z', '2026-11-23T09:50:00Z'),
      target('resolution', '2026-11-23T12:42:00Z'),
      target('next_answer', '2026-11-23T10:32:00Z'),
    ],
  });
  expect(told).toEqual([
    ['Next answer missed', 'It was due at 11:32.'],
    ['Solution due in 2 h', 'At 13:42, if it is not closed before.'],
    ['Goes idle in 1 min', 'At 11:43, if Elena stays silent.'],
  ]);
});
