import { troubleWith } from '../../../../web/settings/channels/address';
import { barsOf, HEIGHT, inTens } from '../../../../web/settings/channels/bars';
import { counted, eventName, whatHappened } from '../../../../web/settings/channels/event-words';
import { fieldsIn } from '../../../../web/settings/channels/fields';
import type { Webhook } from '../../../../web/settings/channels/queries';
import { meaningOf } from '../../../../web/settings/channels/rejections';
import { stampsIn } from '../../../../web/settings/channels/stamps';
import { channels } from '../../../../web/words/en/channels';

const { log, paste } = channels;

test.each([
  ['http://127.0.0.1:3000/webhooks/a', 'private'],
  ['http://localhost/webhooks/a', 'private'],
  ['https://desk/webhooks/a', 'private'],
  ['https://192.168.1.20/webhooks/a', 'private'],
  ['https://172.20.0.3/webhooks/a', 'private'],
  ['http://[::1]:3000/webhooks/a', 'private'],
  ['https://desk.local/webhooks/a', 'private'],
  ['http://desk.example.com/webhooks/a', 'plain'],
  ['https://172.32.0.3/webhooks/a', null],
  ['https://desk.example.com/webhooks/a', null],
])('Whether Meta can reach %s: %s', (url, trouble) => {
  expect(troubleWith(url)).toBe(trouble);
});

const receipt = {
  entry: [{ changes: [{ field: 'messages', value: { statuses: [{ status: 'delivered' }] } }] }],
};

test('An event says what it was more closely, and what became of it', () => {
  const base = { account: '1029', raw: receipt, reason: null };
  expect(eventName({ kind: 'receipt', raw: receipt }, log)).toEqual({ kind: 'receipt', detail: 'delivered' });
  expect(whatHappened({ ...base, kind: 'receipt', outcome: 'applied' }, log)).toBe('A message is now delivered');
  expect(whatHappened({ ...base, kind: 'message', outcome: 'ignored', reason: 'redelivered' }, log)).toMatch(/already stored/);
  expect(whatHappened({ ...base, kind: 'message', outcome: 'unrouted' }, log)).toContain('1029');
  expect(whatHappened({ ...base, kind: 'unreadable', outcome: 'failed', reason: 'the message has no sender' }, log)).toBe(
    'the message has no sender',
  );
});

test('A notice says the name that it carries, and an unknown reason stands as it is', () => {
  const raw = {};
  expect(eventName({ kind: 'unknown_field:new_thing', raw }, log)).toEqual({ kind: 'unknown_field', detail: 'new_thing' });
  const notice = { kind: 'unknown_field:new_thing', outcome: 'ignored', reason: 'unknown_field:new_thing', account: null, raw } as const;
  expect(whatHappened(notice, log)).toBe('A field that the desk does not use: new_thing');
  expect(whatHappened({ ...notice, reason: 'never_heard_of' }, log)).toBe('never_heard_of');
});

test('What a provider sends may have any shape', () => {
  for (const raw of [null, 7, [], { entry: {} }, { entry: [null] }, { entry: [{ changes: [{ value: 1 }] }] }])
    expect(eventName({ kind: 'message', raw }, log)).toEqual({ kind: 'message', detail: null });
});

test('A count that the desk stops at has a plus', () => {
  expect(counted(99_999, 100_000, 'en')).toBe('99,999');
  expect(counted(100_000, 100_000, 'en')).toBe('100,000+');
});

const at = (time: string) => `2026-11-22T${time}Z`;
const webhook = (more: Partial<Webhook>) => ({ firstEvent: null, lastEvent: null, fieldsSeen: [], ...more }) as unknown as Webhook;

test('A field is missed only once events come, and only where something is lost without it', () => {
  const fields = ['messages', 'smb_message_echoes', 'security'];
  const states = (seen: Webhook | undefined) => fieldsIn(fields, seen, paste.without).map(({ state }) => state);
  expect(states(undefined)).toEqual(['quiet', 'quiet', 'quiet']);
  expect(states(webhook({}))).toEqual(['quiet', 'quiet', 'quiet']);
  const begun = webhook({
    firstEvent: { at: at('10:00:00'), kind: 'message' },
    fieldsSeen: [{ field: 'messages', lastAt: at('10:00:00') }],
  });
  expect(states(begun)).toEqual(['seen', 'missing', 'quiet']);
});

test('An unknown secret asks for a change, unless an event with a known one has come since', () => {
  const refused = { code: 'unknown_secret', reason: '', count: 3, lastAt: at('11:31:00'), from: null } as const;
  const last = (time: string) => ({ lastEvent: { at: at(time), kind: 'message', outcome: 'applied' } }) as const;
  expect(meaningOf(refused, last('11:30:00'))).toBe('secretNow');
  expect(meaningOf(refused, { lastEvent: null })).toBe('secretNow');
  expect(meaningOf(refused, last('11:33:00'))).toBe('secretThen');
  expect(meaningOf({ ...refused, code: 'no_signature' }, last('11:30:00'))).toBe('stranger');
});

test('Bars stand on one ground, the busiest minute is the tallest, and a quiet one leaves a mark', () => {
  const bars = barsOf([0, 1, 4]);
  expect(bars.map(({ y, height }) => y + height)).toEqual([HEIGHT, HEIGHT, HEIGHT]);
  expect(bars[0]?.height).toBe(1);
  expect(bars[2]?.height).toBeGreaterThan(bars[1]?.height ?? 0);
});

test('Sixty minutes are read out as six tens, the oldest first', () => {
  const tens = inTens(Array.from({ length: 60 }, (_, minute) => (minute < 10 ? 2 : minute === 59 ? 5 : 0)));
  expect(tens[0]).toEqual({ from: 60, to: 50, count: 20 });
  expect(tens.at(-1)).toEqual({ from: 10, to: 0, count: 5 });
});

test('A moment of the log has milliseconds in the reader’s zone, and its day only when it is another', () => {
  const stamps = stampsIn('en', 'Europe/Madrid', Date.parse(at('10:00:00')));
  expect(stamps.exact('2026-11-22T09:41:56.204Z')).toEqual({ day: null, time: '10:41:56.204' });
  expect(stamps.seconds('2026-11-12T09:12:08.000Z')).toBe('Nov 12, 10:12:08');
  expect(stamps.seconds('2025-11-22T09:12:08.000Z')).toContain('2025');
});
