import { replyWindow } from '../../src/domain/window';
import type { Agent, Ticket } from '../api/types';
import type { SendingChannel } from './channel';

/** Whether the customer can be written to now, and if not freely, what stands in the way. Times in milliseconds. */
export type Standing =
  | { readonly kind: 'free'; readonly human: boolean; readonly closesAt: number | null }
  | { readonly kind: 'template' | 'shut'; readonly endedAt: number | null }
  | { readonly kind: 'barred'; readonly why: 'closed' | 'colleague' | 'presence' | 'disconnected' };

type Seen = Pick<Ticket, 'status' | 'assignee' | 'allowedActions' | 'replyWindow' | 'lastCustomerMessageAt'>;

interface About {
  readonly ticket: Seen;
  readonly channel: Pick<SendingChannel, 'window' | 'capabilities'> | undefined;
  readonly me: Pick<Agent, 'id' | 'role'>;
  readonly now: number;
}

/** The ticket was read a while ago: its window is looked at anew, so that the box changes at the moment and not with the next answer. */
export function standingOf({ ticket, channel, me, now }: About): Standing {
  if (!ticket.allowedActions.includes('reply')) return { kind: 'barred', why: whyBarred(ticket, me) };
  if (!channel) return { kind: 'barred', why: 'disconnected' };
  const window = windowNow(ticket.replyWindow, channel.window, now);
  if (!window) return { kind: 'free', human: false, closesAt: null };
  if (window.state === 'open' || window.state === 'human_agent')
    return { kind: 'free', human: window.state === 'human_agent', closesAt: window.closesAt };
  const template = window.state === 'template_only' && channel.capabilities.contents.includes('template');
  return { kind: template ? 'template' : 'shut', endedAt: endOf(ticket, channel.window.freeText) };
}

function whyBarred({ status, assignee }: Seen, me: About['me']): 'closed' | 'colleague' | 'presence' {
  if (status === 'closed') return 'closed';
  return me.role === 'agent' && assignee !== null && assignee.id !== me.id ? 'colleague' : 'presence';
}

function windowNow(read: Ticket['replyWindow'], rule: SendingChannel['window'], now: number) {
  if (read?.closesAt == null) return read && { closesAt: null, state: read.state };
  const lasts = read.state === 'human_agent' ? rule.humanAgent : rule.freeText;
  const closesAt = Date.parse(read.closesAt);
  return lasts === null ? { closesAt, state: read.state } : replyWindow(rule, closesAt - lasts, now);
}

/** When what was free to write ended; null for somebody who never wrote. */
function endOf({ lastCustomerMessageAt }: Seen, freeText: number | null): number | null {
  return lastCustomerMessageAt === null || freeText === null ? null : Date.parse(lastCustomerMessageAt) + freeText;
}
