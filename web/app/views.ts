import type { Counts } from '../api/types';
import type { IconName } from '../parts/icons';
import type { ListSearch } from './list-search';

export interface View {
  readonly key: 'mine' | 'unassigned' | 'queue' | 'mentions' | 'snoozed' | 'open' | 'closed';
  readonly icon: IconName;
  /** What its list asks GET /tickets for; filters in the address narrow it. */
  readonly query: ListSearch;
  readonly count: (counts: Counts) => number | null;
}

const OPEN = 'pending,active,proactive,in_progress,idle';

/** The views that everybody has, in the order of the rail. */
// biome-ignore format: a table is read in columns
export const VIEWS: readonly View[] = [
  { key: 'mine',       icon: 'person',    query: { status: OPEN, assignee: 'me', sort: 'waiting' },          count: ({ mine }) => mine },
  { key: 'unassigned', icon: 'personAdd', query: { status: OPEN, assignee: 'none', sort: 'waiting' },        count: ({ unassigned }) => unassigned },
  { key: 'queue',      icon: 'queue',     query: { status: 'pending', sort: 'queue' },                       count: ({ queue }) => queue },
  { key: 'mentions',   icon: 'at',        query: { mentioned: 'me', sort: '-lastMessageAt' },                count: ({ mentions }) => mentions },
  { key: 'snoozed',    icon: 'snooze',    query: { stage: 'snoozed', sort: '-lastMessageAt' },               count: ({ snoozed }) => snoozed },
  { key: 'open',       icon: 'inbox',     query: { status: OPEN, sort: '-lastMessageAt' },                   count: ({ open }) => open },
  { key: 'closed',     icon: 'check',     query: { status: 'closed', sort: '-lastMessageAt' },               count: () => null },
];

const TEAM = 'team-';

/** The view of a team's open tickets. */
export const viewOfTeam = (teamId: string): string => `${TEAM}${teamId}`;

/** The team of such a view; null for any other. */
export const teamOfView = (view: string): string | null => (view.startsWith(TEAM) ? view.slice(TEAM.length) : null);

export function queryOfTeam(view: string): ListSearch | undefined {
  const team = teamOfView(view);
  return team === null ? undefined : { status: OPEN, team, sort: 'waiting' };
}
