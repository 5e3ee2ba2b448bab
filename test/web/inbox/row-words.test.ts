import { largestUnit, lastWords, rowSentence, spokenIn, waitOf } from '../../../web/inbox/row-words';
import { en } from '../../../web/words/en';
import { aTicket } from './a-ticket';

const NOW = Date.parse('2026-11-23T11:42:00.000Z');
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
const last = (is: object) => ({ id: 'm1', direction: 'in', author: 'customer', type: 'text', text: '', at: ago(14), ...is }) as never;

describe('a row of the list', () => {
  test('reads as one sentence', () => {
    const ticket = aTicket({ waiting: true, waitingSince: ago(14), unread: 2 });
    const said = rowSentence(ticket, { now: NOW, words: en, lasting: spokenIn('en'), when: '', said: 'Paguei o frete…', gone: false });
    expect(said).toBe('Bruno Salles, WhatsApp, waits 14 minutes, 2 unread, Active, stage Open, Paguei o frete…');
  });

  test('says when the reply window is about to end, and that it is over', () => {
    const sentence = (closesAt: string) =>
      rowSentence(aTicket({ replyWindow: { closesAt, state: 'open' } }), {
        now: NOW,
        words: en,
        lasting: spokenIn('en'),
        when: 'now',
        said: '',
        gone: true,
      });
    expect(sentence(ago(-120))).toContain('reply window ends in 2 hours');
    expect(sentence(ago(-600))).not.toContain('window');
    expect(sentence(ago(1))).toContain('reply window closed, no longer in this view');
  });

  test('somebody waits from their message on; late is what has missed its target, or after ten minutes without one', () => {
    const target = (dueAt: string, kind = 'next_answer') => [{ kind, dueAt, state: 'running', endedAt: null }] as never;
    expect(waitOf(aTicket({ waitingSince: ago(6) }), NOW)).toEqual({ ms: 6 * MINUTE, late: false });
    expect(waitOf(aTicket({ waitingSince: ago(14) }), NOW)?.late).toBe(true);
    expect(waitOf(aTicket({ waitingSince: ago(14), targets: target(ago(-1)) }), NOW)?.late).toBe(false);
    expect(waitOf(aTicket({ waitingSince: ago(6), targets: target(ago(0)) }), NOW)?.late).toBe(true);
    expect(waitOf(aTicket({ waitingSince: ago(14), targets: target(ago(-1), 'resolution') }), NOW)?.late).toBe(true);
    expect(waitOf(aTicket({ waitingSince: null }), NOW)).toBeNull();
  });

  test('a wait is said in its largest unit', () => {
    const said = (ms: number) => en.common.lasting(largestUnit(ms));
    expect([20_000, 14.5 * MINUTE, 23.9 * 60 * MINUTE, 30 * 60 * MINUTE, 50 * 60 * MINUTE].map(said)).toEqual([
      '1 min',
      '14 min',
      '23 h',
      '1 d 6 h',
      '2 d',
    ]);
  });

  test('the last words say whose they are', () => {
    const words = (is: object, more = {}) => lastWords(aTicket({ lastMessage: last(is), ...more }), 'marta', en);
    expect(words({ text: 'Hello' })).toBe('Hello');
    expect(words({ author: 'agent', direction: 'out', text: 'On its way' })).toBe('You: On its way');
    expect(words({ author: 'agent', direction: 'out', text: 'On its way' }, { assignee: { id: 'luis', name: 'Luis' } })).toBe(
      'Agent: On its way',
    );
    expect(words({ author: 'agent', direction: 'note', text: 'Ask Priya' })).toBe('Note: Ask Priya');
    expect(words({ author: 'bot', direction: 'out', text: 'Hi' })).toBe('Bot: Hi');
  });

  test('what has no words is named', () => {
    const words = (type: string, text = '') => lastWords(aTicket({ lastMessage: last({ type, text }) }), 'marta', en);
    expect(words('voice')).toBe('Voice message');
    expect(words('document', 'Return label.pdf')).toBe('Document: Return label.pdf');
    expect(words('button_reply', 'Yes')).toBe('Yes');
    expect(words('unsupported', 'poll')).toBe('poll');
    expect(words('unsupported')).toBe('Message');
  });
});
