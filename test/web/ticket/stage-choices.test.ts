import type { Stage, Ticket } from '../../../web/api/types';
import { stageChoices } from '../../../web/ticket/stage-choices';
import { statusSince } from '../../../web/ticket/status-since';
import { withTag } from '../../../web/ticket/with-tag';

const stage = (key: string): Stage => ({ key, name: key, color: 'sky' });
const STAGES = ['open', 'snoozed', 'closed', 'auto_closed', 'parts'].map(stage);
const staged = (key: string, status: Ticket['status'], allowedActions: Ticket['allowedActions']) => ({
  stage: stage(key),
  status,
  allowedActions,
});
const said = (one: ReturnType<typeof staged>) =>
  stageChoices(STAGES, one).map(({ stage: { key }, now, also }) => `${key}${now ? '*' : ''}${also ? ` (${also})` : ''}`);

test('The admin’s stages come first, then what snoozes and what closes; Auto closed is never chosen', () => {
  expect(said(staged('parts', 'active', ['snooze', 'close']))).toEqual(['open', 'parts*', 'snoozed (snoozed)', 'closed (closed)']);
});

test('What this person may not do is not offered', () => {
  expect(said(staged('open', 'active', []))).toEqual(['open*', 'parts']);
});

test('A closed ticket stays as it is, or is reopened by who may', () => {
  expect(said(staged('closed', 'closed', []))).toEqual(['closed*']);
  expect(said(staged('auto_closed', 'closed', ['reopen']))).toEqual(['open (open)', 'auto_closed*']);
});

test('The status lasts since the last event that gave it, whatever happened beside it', () => {
  const event = (to: string | null, at: string) => ({ to, at }) as Parameters<typeof statusSince>[0][number];
  const events = [event('pending', '10:00'), event('active', '10:06'), event(null, '10:30')];
  expect(statusSince(events, 'active')).toBe('10:06');
  expect(statusSince(events, 'idle')).toBeNull();
});

test('A tag is added once, without spaces around it, whatever its case', () => {
  expect(withTag(['breakage'], '  replacement  part ')).toEqual(['breakage', 'replacement part']);
  expect(withTag(['breakage'], 'Breakage')).toEqual(['breakage']);
  expect(withTag([], '  ')).toEqual([]);
});
