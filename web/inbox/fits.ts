import type { Ticket } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { valuesOf } from './list-query';

type Judged = Pick<Ticket, 'status' | 'stage' | 'assignee' | 'team' | 'channel' | 'priority' | 'tags' | 'unread'>;

/** Whether a ticket belongs into a list, as far as its fields tell: what `q` finds and whom notes name only the server knows. `me`: who looks. */
export function fits(ticket: Judged, query: ListSearch, me: string): boolean {
  const has = (asked: string | undefined, value: string) => !asked || valuesOf(asked).includes(value);
  return (
    has(query.status, ticket.status) &&
    has(query.stage, ticket.stage.key) &&
    has(query.team, ticket.team?.id ?? 'none') &&
    has(query.channel, ticket.channel.id) &&
    has(query.priority, ticket.priority) &&
    (!query.assignee || valuesOf(query.assignee).some((who) => isWith(ticket, who, me))) &&
    (!query.tag || valuesOf(query.tag).some((tag) => ticket.tags.includes(tag))) &&
    (!query.unread || ticket.unread > 0)
  );
}

function isWith({ assignee }: Judged, who: string, me: string): boolean {
  if (who === 'none') return assignee === null;
  return assignee?.id === (who === 'me' ? me : who);
}
