import type { SendingChannel } from '../../../web/composer/channel';
import { standingOf } from '../../../web/composer/standing';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const at = (ms: number) => new Date(ms).toISOString();

type Seen = Parameters<typeof standingOf>[0]['ticket'];

const ticket = (change: Partial<Seen> = {}): Seen => ({
  status: 'active',
  assignee: { id: 'me', name: 'Me' },
  allowedActions: ['reply', 'note'],
  replyWindow: { closesAt: at(NOW + HOUR), state: 'open' },
  lastCustomerMessageAt: at(NOW - 23 * HOUR),
  ...change,
});

const channel = (window: Partial<SendingChannel['window']>, contents: string[] = ['text']) =>
  ({ window: { freeText: 24 * HOUR, humanAgent: null, templates: false, ...window }, capabilities: { contents } }) as SendingChannel;

const whatsapp = channel({ templates: true }, ['text', 'template']);
const instagram = channel({ humanAgent: 168 * HOUR });
const me = { id: 'me', role: 'agent' as const };

describe('whether one can answer', () => {
  test('freely until the window closes', () => {
    expect(standingOf({ ticket: ticket(), channel: whatsapp, me, now: NOW })).toEqual({ kind: 'free', human: false, closesAt: NOW + HOUR });
  });

  test('for good on a network without a window', () => {
    const always = ticket({ replyWindow: null });
    expect(standingOf({ ticket: always, channel: channel({ freeText: null }), me, now: NOW })).toEqual({
      kind: 'free',
      human: false,
      closesAt: null,
    });
  });

  test('only by template at the very moment at which the window closes, whatever was read before', () => {
    const stands = standingOf({ ticket: ticket(), channel: whatsapp, me, now: NOW + HOUR });
    expect(stands).toEqual({ kind: 'template', endedAt: NOW + HOUR });
  });

  test('by a person for longer where the network knows that', () => {
    const stands = standingOf({ ticket: ticket(), channel: instagram, me, now: NOW + HOUR });
    expect(stands).toEqual({ kind: 'free', human: true, closesAt: NOW + 145 * HOUR });
  });

  test('no more when that is over too', () => {
    const read = ticket({ replyWindow: { closesAt: at(NOW + HOUR), state: 'human_agent' } });
    expect(standingOf({ ticket: read, channel: instagram, me, now: NOW + HOUR })).toMatchObject({ kind: 'shut' });
  });

  test('no more where a template is asked for that can’t be sent from here', () => {
    const read = ticket({ replyWindow: { closesAt: null, state: 'template_only' }, lastCustomerMessageAt: null });
    expect(standingOf({ ticket: read, channel: channel({ templates: true }), me, now: NOW })).toEqual({ kind: 'shut', endedAt: null });
  });

  test.each([
    ['it is closed', { status: 'closed' as const, assignee: null }, 'closed'],
    ['a colleague has it', { assignee: { id: 'other', name: 'Luis' } }, 'colleague'],
    ['one is away and it would be one’s own', { assignee: null, status: 'pending' as const }, 'presence'],
  ])('not when %s', (_, change, why) => {
    const barred = ticket({ ...change, allowedActions: ['note'] });
    expect(standingOf({ ticket: barred, channel: whatsapp, me, now: NOW })).toEqual({ kind: 'barred', why });
  });

  test('not through a channel that was disconnected', () => {
    expect(standingOf({ ticket: ticket(), channel: undefined, me, now: NOW })).toEqual({ kind: 'barred', why: 'disconnected' });
  });
});
