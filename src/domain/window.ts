import type { Instant } from './ticket';

export interface ReplyWindow {
  readonly closesAt: Instant | null;
  readonly state: 'open' | 'template_only' | 'human_agent' | 'closed';
}

/**
 * A network's rule as data: for how long after the customer's last message what may be sent (CHANNELS §2.6, §3.3), in
 * milliseconds. null = no limit. Free entry points change what a network charges, and no window.
 */
export interface WindowRule {
  readonly freeText: number | null;
  /** Up to here a person may still answer; never a bot, a machine or the desk. */
  readonly humanAgent: number | null;
  /** Templates may be sent outside the window. */
  readonly templates: boolean;
}

export const NO_WINDOW: WindowRule = { freeText: null, humanAgent: null, templates: false };

/** What may be sent now, and until when. null for a network that has no window. `from`: when the customer last wrote. */
export function replyWindow(rule: WindowRule, from: Instant | null, now: Instant): ReplyWindow | null {
  if (rule.freeText === null) return null;
  if (from !== null && now < from + rule.freeText) return { closesAt: from + rule.freeText, state: 'open' };
  if (from !== null && rule.humanAgent !== null && now < from + rule.humanAgent)
    return { closesAt: from + rule.humanAgent, state: 'human_agent' };
  return { closesAt: null, state: rule.templates ? 'template_only' : 'closed' };
}

/** What can be sent although the words that were given can't. */
export type Possible = 'template' | 'human_agent';

interface Saying {
  readonly template: boolean;
  /** A person says it, and no bot, no machine and not the desk. */
  readonly person: boolean;
}

/** Whether it may be sent while the window stands so. */
export function mayBeSaid(rule: WindowRule, window: ReplyWindow | null, { template, person }: Saying): boolean {
  if (window === null || window.state === 'open') return true;
  return (template && rule.templates) || (person && window.state === 'human_agent');
}

export function possibleIn(rule: WindowRule, window: ReplyWindow | null): Possible[] {
  return [...(rule.templates ? (['template'] as const) : []), ...(window?.state === 'human_agent' ? (['human_agent'] as const) : [])];
}

/** When the time to write freely ends, or ended; null for who never wrote, and without a window. */
export const freeUntil = ({ freeText }: WindowRule, from: Instant | null): Instant | null =>
  from === null || freeText === null ? null : from + freeText;

/**
 * Where the window counts from once the network has said that it was closed when something was sent, whatever the desk's own
 * clock says: as if that moment had been its end.
 */
export function shutAt(rule: WindowRule, from: Instant | null, sent: Instant): Instant | null {
  const window = replyWindow(rule, from, sent);
  if (from === null || from > sent || window?.closesAt == null) return from;
  return from - (window.closesAt - sent);
}
