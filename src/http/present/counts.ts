import type { z } from 'zod';
import { STATUSES } from '../../domain/ticket';
import type { Reads } from '../../ports/store';
import type { Counts } from '../schemas/ticket';
import { iso } from './time';

type Group = Awaited<ReturnType<Reads['ticketCounts']>>[number];

/** The numbers beside the views, for this agent. */
export function countsOf(groups: readonly Group[], me: string, mentions: number): z.input<typeof Counts> {
  const sum = (fits: (group: Group) => boolean, of: 'tickets' | 'unread' = 'tickets') =>
    groups.filter(fits).reduce((total, group) => total + group[of], 0);
  const open = ({ status }: Group) => status !== 'closed';
  const snoozed = ({ stage }: Group) => stage === 'snoozed';
  const queued = (group: Group) => group.status === 'pending' && !snoozed(group);
  return {
    mine: sum((group) => open(group) && group.assigneeId === me),
    unassigned: sum((group) => open(group) && group.assigneeId === null),
    queue: sum(queued),
    oldestInQueueSince: oldest(groups.filter(queued)),
    open: sum(open),
    snoozed: sum(snoozed),
    closed: sum((group) => !open(group)),
    unread: sum(open, 'unread'),
    mentions,
    byTeam: teamsIn(groups).map((teamId) => ({
      teamId,
      open: sum((group) => open(group) && group.teamId === teamId),
      queue: sum((group) => group.teamId === teamId && queued(group)),
    })),
    byStatus: Object.fromEntries(STATUSES.map((status) => [status, sum((group) => group.status === status)])) as z.input<
      typeof Counts
    >['byStatus'],
  };
}

const teamsIn = (groups: readonly Group[]): string[] =>
  [...new Set(groups.map(({ teamId }) => teamId))].filter((teamId): teamId is string => teamId !== null).sort();

function oldest(groups: readonly Group[]): string | null {
  const since = groups.flatMap(({ oldestSince }) => (oldestSince === null ? [] : [oldestSince]));
  return since.length === 0 ? null : iso(Math.min(...since));
}
