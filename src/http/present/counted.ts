import type { Counted, Paged } from '../../ports/store';
import type { Call } from '../route';
import type { MetricTicketJson } from '../schemas/analytics-summary';
import { namesOf } from './names';
import { iso, isoOrNull } from './time';

/** A page of what a number counts. */
export async function countedJson({ desk }: Pick<Call<unknown, unknown>, 'desk'>, { data, nextCursor }: Paged<Counted>) {
  const nameOf = await namesOf(
    desk.store.reads,
    data.map(({ agentId }) => agentId),
  );
  return {
    data: data.map(
      ({ at, value, cause, chatId, contact, address, agentId, ticket }): MetricTicketJson => ({
        at: iso(at),
        value,
        cause,
        chatId,
        contact: contact && { ...contact, address },
        agent: nameOf(agentId),
        ticket: ticket && ticketJson(ticket),
      }),
    ),
    nextCursor,
  };
}

const ticketJson = ({ id, number, status, stage, createdAt, closedAt, channelId }: NonNullable<Counted['ticket']>) => ({
  id,
  number,
  status,
  stage,
  createdAt: iso(createdAt),
  closedAt: isoOrNull(closedAt),
  channelId,
});
