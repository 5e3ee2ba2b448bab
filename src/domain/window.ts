import type { Instant } from './ticket';

export interface ReplyWindow {
  readonly closesAt: Instant | null;
  readonly state: 'open' | 'template_only' | 'human_agent' | 'closed';
}

/** A network's rule: for how long after the customer's last message what may be sent; null = no limit. */
interface Rule {
  readonly freeText: number | null;
  readonly humanAgent: number | null;
  readonly templates: boolean;
}

/** What may be sent now, and until when. null for a network that has no window. `from`: when the customer last wrote. */
export function replyWindow(rule: Rule, from: Instant | null, now: Instant): ReplyWindow | null {
  if (rule.freeText === null) return null;
  if (from !== null && now < from + rule.freeText) return { closesAt: from + rule.freeText, state: 'open' };
  if (from !== null && rule.humanAgent !== null && now < from + rule.humanAgent)
    return { closesAt: from + rule.humanAgent, state: 'human_agent' };
  return { closesAt: null, state: rule.templates ? 'template_only' : 'closed' };
}
