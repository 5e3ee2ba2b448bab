import type { Span } from './hours';
import type { Priority } from './ticket';

/** What a new ticket must be like; everything that is given must hold, any one entry of each. */
export interface RuleConditions {
  readonly channels?: readonly string[];
  /** Whole words of what the customer wrote, without case or accents. */
  readonly words?: readonly string[];
  /** BCP 47 primary tags of the language that the customer writes. */
  readonly languages?: readonly string[];
  readonly contact?: {
    /** Whether they have had a ticket before. */
    readonly known?: boolean;
    /** Beginnings of phone numbers, in digits. */
    readonly phones?: readonly string[];
    /** A custom field of the contact that has this value. */
    readonly field?: { readonly key: string; readonly value: string };
  };
  /** Local hours of the workspace's time zone. */
  readonly hours?: Span;
}

/** One line of the ordered list by which new tickets find their team. */
export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: RuleConditions;
  readonly then: {
    readonly teamId?: string;
    readonly priority?: Priority;
    readonly tags?: readonly string[];
    /** Closes the ticket at once as `unassignable`. */
    readonly close?: true;
  };
}

/** As many as an admin may have. */
export const MOST_RULES = 50;
