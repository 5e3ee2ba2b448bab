import { type AtTurn, answered, beginTurn, botStateOf, endTurn, silenced, unanswered } from '../../src/domain/bot';
import type { Chat } from '../../src/domain/chat';
import type { Message } from '../../src/domain/message';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const AT = 10 * DAY;
const STATE = { answeredSeq: 0, waiting: false, welcomed: false, misses: 0, missedAt: null };

const chat = (over: Partial<Chat> = {}) => ({ id: 'c', turn: 4, lastClosedSeq: 2, bot: null, ...over }) as Chat;
const said = (seq: number, kind: Message['author']['kind'] = 'customer') => ({ seq, author: { kind, id: null, name: null } }) as Message;
const now = (over: Partial<AtTurn> = {}): AtTurn => ({ chat: chat(), open: null, botId: 'b', at: AT, ...over });
const turn = (over: object = {}) => ({ turn: 4, attempts: 0, beganAt: null, asked: 'b', ...over });

describe('what a chat remembers of its bot', () => {
  it('begins fresh, and forgets misses after a day', () => {
    expect(botStateOf(chat(), AT)).toEqual(STATE);
    const missed = { ...STATE, welcomed: true, misses: 2, missedAt: AT - DAY + 1 };
    expect(botStateOf(chat({ bot: missed }), AT)).toEqual(missed);
    expect(botStateOf(chat({ bot: missed }), AT + 1)).toEqual({ ...missed, misses: 0, missedAt: null });
  });

  it('is what the last answer made of it; a miss has its time', () => {
    const waiting = chat({ bot: { ...STATE, waiting: true } });
    expect(answered(waiting, { answeredSeq: 7, welcomed: true, misses: 1 }, AT)).toEqual({
      answeredSeq: 7,
      waiting: true,
      welcomed: true,
      misses: 1,
      missedAt: AT,
    });
    expect(answered(chat(), { answeredSeq: 7, welcomed: true, misses: 0 }, AT).missedAt).toBeNull();
  });
});

describe('what is unanswered', () => {
  const all = [said(6), said(1), said(3), said(4, 'bot'), said(5)];
  it('is the customer\u2019s since the last close, in order', () => {
    expect(unanswered(chat(), all).map(({ seq }) => seq)).toEqual([3, 5, 6]);
  });
  it('is what came since the last answer, when that is later', () => {
    expect(unanswered(chat({ bot: { ...STATE, answeredSeq: 5 } }), all).map(({ seq }) => seq)).toEqual([6]);
    expect(unanswered(chat({ lastClosedSeq: 5, bot: { ...STATE, answeredSeq: 3 } }), all).map(({ seq }) => seq)).toEqual([6]);
  });
});

it('a bot speaks into a closed chat at the same turn only', () => {
  expect(silenced(chat(), null, 4)).toBeNull();
  expect(silenced(chat(), { id: 't' }, 4)).toBe('ticket_open');
  expect(silenced(chat(), null, 3)).toBe('turn_moved');
});

describe('a turn', () => {
  const one = { said: [said(3)], blocked: false };

  it('begins with what is unanswered, and has a minute', () => {
    const waiting = chat({ bot: { ...STATE, waiting: true } });
    expect(beginTurn(now({ chat: waiting }), turn(), one)).toEqual({ verdict: 'ask', messages: [said(3)], state: STATE, within: MINUTE });
    expect(beginTurn(now(), turn({ attempts: 2, beganAt: AT - 59_000 }), one)).toMatchObject({ verdict: 'ask', within: 1000 });
  });

  // biome-ignore format: a table is read in columns
  it.each([
    ['a ticket is open',                      now({ open: { id: 't' } }), turn(),                           one,                            { verdict: 'silence', reason: 'ticket_open' }],
    ['a person has been there',               now(),                      turn({ turn: 3 }),                one,                            { verdict: 'silence', reason: 'turn_moved' }],
    ['all is answered',                       now(),                      turn(),                           { said: [], blocked: false },   { verdict: 'nothing' }],
    ['the person is blocked',                 now(),                      turn(),                           { ...one, blocked: true },      { verdict: 'nothing' }],
    ['the bot is switched off',               now({ botId: null }),       turn(),                           one,                            { verdict: 'fail', reason: 'switched_off' }],
    ['its minute is over',                    now(),                      turn({ beganAt: AT - MINUTE }),   one,                            { verdict: 'fail', reason: 'too_slow' }],
    ['it has begun three times',              now(),                      turn({ attempts: 3 }),            one,                            { verdict: 'fail', reason: 'threw' }],
  ])('does not begin when %s', (_, at, begun, given, expected) => {
    expect(beginTurn(at, begun, given)).toEqual(expected);
  });

  // biome-ignore format: a table is read in columns
  it.each([
    ['speaks',                                now(),                      turn({ attempts: 1 }), { turn: 4 },          { verdict: 'speak' }],
    ['is silent in an open chat',             now({ open: { id: 't' } }), turn({ attempts: 1 }), { turn: 4 },          { verdict: 'silence', reason: 'ticket_open' }],
    ['is silent when the turn has moved',     now({ chat: chat({ turn: 6 }) }), turn({ attempts: 1 }), { turn: 4 },    { verdict: 'silence', reason: 'turn_moved' }],
    ['must hand back the turn it was given',  now(),                      turn({ attempts: 1 }), { turn: 3 },          { verdict: 'silence', reason: 'turn_moved' }],
    ['has failed when it was switched off',   now({ botId: null }),       turn({ attempts: 1 }), { turn: 4 },          { verdict: 'fail', reason: 'switched_off' }],
    ['has failed when another took its place', now({ botId: 'other' }),   turn({ attempts: 1 }), { turn: 4 },          { verdict: 'fail', reason: 'switched_off' }],
    ['has failed when it was too slow',       now(),                      turn({ attempts: 1 }), 'too_slow' as const,  { verdict: 'fail', reason: 'too_slow' }],
    ['is asked again after a second',         now(),                      turn({ attempts: 1 }), 'threw' as const,     { verdict: 'again', dueAt: AT + 1000 }],
    ['is asked again after two',              now(),                      turn({ attempts: 2 }), 'threw' as const,     { verdict: 'again', dueAt: AT + 2000 }],
    ['has failed at the third time',          now(),                      turn({ attempts: 3 }), 'threw' as const,     { verdict: 'fail', reason: 'threw' }],
  ])('that ends %s', (_, at, begun, end, expected) => {
    expect(endTurn(at, begun, end)).toEqual(expected);
  });
});
