import { undoClose, undoLetGo, undoStage } from '../../../web/ticket/undo';

const stage = (key: string) => ({ key, name: key, color: 'sky' as const });
const was = { status: 'active' as const, stage: stage('open'), assignee: { id: 'me', name: 'Ana' }, snoozedUntil: null };
const all = ['take', 'assign', 'wake', 'reopen'] as ('take' | 'assign' | 'wake' | 'reopen')[];

test('What I set aside or snoozed comes back to me', () => {
  expect(undoLetGo(was, { status: 'in_progress', allowedActions: all }, 'me')).toEqual({ action: 'take' });
});

test('What a colleague had goes back to that colleague, where I may assign', () => {
  expect(undoLetGo(was, { status: 'in_progress', allowedActions: all }, 'admin')).toEqual({ action: 'assign', agentId: 'me' });
  expect(undoLetGo(was, { status: 'in_progress', allowedActions: ['take'] }, 'admin')).toBeNull();
});

test('A snooze that moved no status is undone by waking', () => {
  expect(undoLetGo({ ...was, status: 'pending', assignee: null }, { status: 'pending', allowedActions: all }, 'me')).toEqual({
    action: 'wake',
  });
});

test('Closing is undone only by who may reopen', () => {
  expect(undoClose({ status: 'closed', allowedActions: ['reopen'] })).toEqual({ action: 'reopen' });
  expect(undoClose({ status: 'closed', allowedActions: ['note'] })).toBeNull();
});

test('A stage is undone by the one before; a snooze by the same snooze; a reopening not at all', () => {
  const now = { status: 'active' as const, allowedActions: all };
  expect(undoStage({ ...was, stage: stage('parts') }, now)).toEqual({ action: 'change', change: { stage: 'parts' } });
  expect(undoStage({ ...was, stage: stage('snoozed'), snoozedUntil: '2026-11-23T09:00:00Z' }, now)).toEqual({
    action: 'snooze',
    until: { until: '2026-11-23T09:00:00Z' },
  });
  expect(undoStage({ ...was, stage: stage('snoozed') }, now)).toEqual({ action: 'snooze', until: { untilReply: true } });
  expect(undoStage({ ...was, stage: stage('closed') }, now)).toBeNull();
});
