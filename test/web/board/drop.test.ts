import type { Action, Ticket } from '../../../web/api/types';
import { dropOn } from '../../../web/board/drop';

const ALL: Action[] = ['snooze', 'wake', 'close', 'reopen'];
const ticket = (status: Ticket['status'], key: string, allowedActions = ALL) => ({
  status,
  stage: { key, name: key, color: 'sky' as const },
  allowedActions,
});

test('A card dropped on a stage of the admin gets it, on its own nothing happens', () => {
  expect(dropOn('parts', ticket('active', 'open'))).toEqual({ does: 'stage' });
  expect(dropOn('parts', ticket('active', 'parts'))).toEqual({ does: 'nothing' });
});

test('On Closed it closes, on Snoozed it asks until when', () => {
  expect(dropOn('closed', ticket('active', 'open'))).toEqual({ does: 'close' });
  expect(dropOn('snoozed', ticket('idle', 'open'))).toEqual({ does: 'ask' });
});

test('Auto closed belongs to the desk', () => {
  expect(dropOn('auto_closed', ticket('active', 'open'))).toEqual({ does: 'refused', because: 'autoClosed' });
  expect(dropOn('auto_closed', ticket('closed', 'closed'))).toEqual({ does: 'refused', because: 'autoClosed' });
});

test('What may not be done is refused before it is asked for', () => {
  expect(dropOn('closed', ticket('active', 'open', []))).toEqual({ does: 'refused', because: 'close' });
  expect(dropOn('snoozed', ticket('active', 'open', ['close']))).toEqual({ does: 'refused', because: 'snooze' });
});

test('A closed ticket is reopened on Open and goes nowhere else', () => {
  expect(dropOn('open', ticket('closed', 'closed'))).toEqual({ does: 'stage' });
  expect(dropOn('open', ticket('closed', 'auto_closed', []))).toEqual({ does: 'refused', because: 'reopen' });
  expect(dropOn('parts', ticket('closed', 'closed'))).toEqual({ does: 'refused', because: 'isClosed' });
});

test('Who leaves Snoozed wakes, where that is allowed', () => {
  expect(dropOn('parts', ticket('active', 'snoozed'))).toEqual({ does: 'stage' });
  expect(dropOn('parts', ticket('active', 'snoozed', ['close']))).toEqual({ does: 'refused', because: 'wake' });
});
