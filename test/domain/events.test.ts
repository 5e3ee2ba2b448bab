import { PRESENCES } from '../../src/domain/agent';
import { Refusal } from '../../src/domain/errors';
import { ANNOUNCED, EVENT_TYPES } from '../../src/domain/events';
import { STAGE_COLORS, SYSTEM_STAGES } from '../../src/domain/stages';
import { OPEN_STATUSES, PRIORITIES, STATUSES } from '../../src/domain/ticket';
import { TIMERS } from '../../src/domain/time';

/** Names that scripts and other systems hold on to: a change here breaks them. */
describe('the public names', () => {
  // biome-ignore format: a table is read in columns
  it.each([
    ['statuses',        STATUSES,      'pending active proactive in_progress idle closed'],
    ['open statuses',   OPEN_STATUSES, 'pending active proactive in_progress idle'],
    ['priorities',      PRIORITIES,    'low medium high urgent'],
    ['presences',       PRESENCES,     'online away offline'],
    ['system stages',   SYSTEM_STAGES, 'open closed snoozed auto_closed'],
    ['colours',         STAGE_COLORS,  'ink sky teal moss ochre clay rose violet'],
    ['timers',          TIMERS,        'idle idle_close idle_reminder auto_close in_progress wake unassigned confirm_close'],
    ['types of events', EVENT_TYPES,   'created status_changed assigned stage_changed snoozed woken updated noted decided'],
    ['announcements',   ANNOUNCED,     'ticket.created ticket.updated ticket.status_changed ticket.stage_changed ticket.assigned ticket.due_soon ticket.overdue queue.alarm ticket.window_closing delivery.late message.created message.updated agent.presence_changed channel.state_changed channel.health_changed report.changed report.ready'],
  ])('%s', (_, names, expected) => {
    expect(names.join(' ')).toBe(expected);
  });
});

it('a refusal has a code, words and facts, if only none', () => {
  expect(new Refusal('gone', 'It was there.')).toMatchObject({ name: 'Refusal', code: 'gone', message: 'It was there.', facts: {} });
});
