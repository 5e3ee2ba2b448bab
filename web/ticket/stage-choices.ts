import type { Stage, Ticket } from '../api/types';

export interface Choice {
  readonly stage: Stage;
  readonly now: boolean;
  /** What choosing it does besides. */
  readonly also: 'snoozed' | 'closed' | 'open' | null;
}

type Staged = Pick<Ticket, 'status' | 'stage' | 'allowedActions'>;

/**
 * The stages that can be chosen now: the admin's own and Open, then Snoozed and Closed where they may be. Auto closed is
 * only ever set by the desk; a closed ticket is reopened or stays.
 */
export function stageChoices(stages: readonly Stage[], { status, stage: { key: now }, allowedActions }: Staged): Choice[] {
  const may: Readonly<Record<string, boolean>> = {
    snoozed: allowedActions.includes('snooze'),
    closed: allowedActions.includes('close'),
    auto_closed: false,
    open: status !== 'closed' || allowedActions.includes('reopen'),
  };
  const own = status !== 'closed' && (now !== 'snoozed' || allowedActions.includes('wake'));
  return inOrder(stages)
    .filter(({ key }) => key === now || (may[key] ?? own))
    .map((stage) => ({ stage, now: stage.key === now, also: stage.key === now ? null : alsoOf(stage.key, status) }));
}

function alsoOf(key: string, status: Ticket['status']): Choice['also'] {
  if (key === 'snoozed' || key === 'closed') return key;
  return key === 'open' && status === 'closed' ? 'open' : null;
}

const LAST = ['snoozed', 'closed', 'auto_closed'];
const inOrder = (stages: readonly Stage[]): Stage[] => [...stages].sort((one, other) => LAST.indexOf(one.key) - LAST.indexOf(other.key));
