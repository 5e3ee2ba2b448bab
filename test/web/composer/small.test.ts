import type { Message } from '../../../web/api/types';
import { afterReply } from '../../../web/composer/after';
import { COLUMNS, movedIn, recentAfter } from '../../../web/composer/emoji';
import { lastOwn } from '../../../web/composer/own';
import { isComposing, sendsBy } from '../../../web/composer/send-keys';

const pressed = (code: string, change: Partial<KeyboardEvent> = {}) => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: () => false,
  ...change,
});

describe('the key that sends', () => {
  test('is Enter with Ctrl, and Enter alone only by choice', () => {
    expect(sendsBy(pressed('Enter', { ctrlKey: true }), 'mod_enter')).toBe(true);
    expect(sendsBy(pressed('NumpadEnter', { ctrlKey: true }), 'enter')).toBe(true);
    expect(sendsBy(pressed('Enter'), 'mod_enter')).toBe(false);
    expect(sendsBy(pressed('Enter'), 'enter')).toBe(true);
  });

  test('breaks the line with Shift', () => {
    expect(sendsBy(pressed('Enter', { shiftKey: true }), 'enter')).toBe(false);
  });

  test('chooses letters while they are being composed', () => {
    expect([isComposing({ isComposing: true, keyCode: 13 }), isComposing({ isComposing: false, keyCode: 229 })]).toEqual([true, true]);
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});

describe('what can follow a reply', () => {
  const policy = { agentsMayTake: true, agentsMayTakeOver: false, autoAssignOnReply: true } as never;
  const me = { id: 'me', role: 'agent', presence: 'online' } as const;
  const mine = { id: 'me', name: 'Me' };

  test('is what is allowed now', () => {
    const ticket = { status: 'active', assignee: mine, allowedActions: ['reply', 'in-progress', 'snooze', 'close'] } as const;
    expect(afterReply({ ticket: { ...ticket, allowedActions: [...ticket.allowedActions] }, me, policy })).toEqual([
      'close',
      'in-progress',
      'snooze',
    ]);
  });

  test('is also what is allowed once the answer has taken the ticket', () => {
    const waits = { status: 'pending' as const, assignee: null, allowedActions: ['reply' as const, 'close' as const] };
    expect(afterReply({ ticket: waits, me, policy })).toEqual(['close', 'in-progress', 'snooze']);
    expect(afterReply({ ticket: { ...waits, status: 'proactive' }, me, policy })).toEqual(['close', 'snooze']);
  });

  test('is no more than that where answering takes nothing', () => {
    const waits = { status: 'pending' as const, assignee: null, allowedActions: ['reply' as const] };
    const keeps = { agentsMayTake: true, agentsMayTakeOver: false, autoAssignOnReply: false } as never;
    expect(afterReply({ ticket: waits, me, policy: keeps })).toEqual([]);
  });
});

describe('one’s own last message', () => {
  const said = (id: string, by: string, change: object = {}) =>
    ({ direction: 'out', author: { kind: 'agent', id: by }, content: { type: 'text', text: id }, deletedAt: null, ...change }) as Message;

  test('is neither a colleague’s, nor a note, nor deleted, nor without words', () => {
    const messages = [
      said('first', 'me'),
      said('mine', 'me'),
      said('theirs', 'other'),
      said('a note', 'me', { direction: 'note' }),
      said('gone', 'me', { deletedAt: '2026-11-23T12:00:00.000Z' }),
      said('', 'me', { content: { type: 'template', name: 'x', language: 'en', components: [] } }),
    ];
    expect(lastOwn(messages, 'me')).toBe('mine');
    expect(lastOwn([], 'me')).toBeNull();
  });
});

describe('the emoji', () => {
  test('of late come first, each once', () => {
    expect(recentAfter(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
    expect(recentAfter(Array.from({ length: 40 }, String), 'x')).toHaveLength(2 * COLUMNS);
  });

  test('are walked by rows, and a group begins on a row of its own', () => {
    const sizes = [3, 10];
    const walk = (at: number, ...keys: string[]) => keys.reduce((now, key) => movedIn(sizes, now, key), at);
    expect(walk(1, 'ArrowDown')).toBe(4);
    expect(walk(10, 'ArrowDown')).toBe(12);
    expect(walk(9, 'ArrowUp')).toBe(2);
    expect(walk(0, 'ArrowUp', 'ArrowLeft')).toBe(0);
    expect([walk(5, 'Home'), walk(5, 'End'), walk(12, 'ArrowRight'), walk(4, 'a')]).toEqual([0, 12, 12, 4]);
  });
});
