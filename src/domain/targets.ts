import type { Priority } from './ticket';

export const TARGET_KINDS = ['first_answer', 'next_answer', 'resolution'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How soon tickets of a priority and a team are to be answered and resolved, in working hours. Durations are ISO 8601; null = no target. */
export interface Target {
  /** null = every team that has no row of its own. */
  readonly teamId: string | null;
  /** null = every priority that has no row of its own. */
  readonly priority: Priority | null;
  readonly firstAnswer: string | null;
  readonly nextAnswer: string | null;
  readonly resolution: string | null;
}
