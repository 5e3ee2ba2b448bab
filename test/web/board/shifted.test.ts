import type { Counts, Status } from '../../../web/api/types';
import { shifted } from '../../../web/board/shifted';

const byStatus: Record<Status, number> = { pending: 1, active: 2, proactive: 0, in_progress: 0, idle: 0, closed: 4 };
const counts: Counts = {
  mine: 1,
  unassigned: 1,
  queue: 1,
  oldestInQueueSince: null,
  open: 3,
  snoozed: 0,
  closed: 4,
  unread: 0,
  mentions: 0,
  byTeam: [],
  byStatus,
};

test('A card that comes is counted, and one that leaves no more', () => {
  expect(shifted(counts, null, { status: 'active' })).toMatchObject({ open: 4, closed: 4, byStatus: { active: 3 } });
  expect(shifted(counts, { status: 'closed' }, null)).toMatchObject({ open: 3, closed: 3, byStatus: { closed: 3 } });
});

test('A card that stays with another status is counted once, there', () => {
  expect(shifted(counts, { status: 'active' }, { status: 'closed' })).toMatchObject({
    open: 2,
    closed: 5,
    byStatus: { active: 1, closed: 5 },
  });
  expect(counts.byStatus.active).toBe(2);
});
