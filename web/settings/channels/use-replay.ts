import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Page, WebhookEvent } from '../../api/types';
import { eventsQuery, type Shown, webhookQuery } from './queries';

type Pages = InfiniteData<Page<WebhookEvent>, string>;

/** Hears an event again; its row says what became of it now. */
export function useReplay(channelId: string, shown: Shown) {
  const queries = useQueryClient();
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: ({ id }: WebhookEvent) => ask<WebhookEvent>('POST', `/channels/${channelId}/webhook-events/${id}/replay`, { body: {} }),
    onSuccess: (heard) => {
      queries.setQueryData<Pages>(eventsQuery(channelId, shown).queryKey, (now) => now && withEvent(now, heard));
      void queries.invalidateQueries({ queryKey: webhookQuery(channelId).queryKey });
    },
  });
  return { replay: (event: WebhookEvent) => mutate(event), error, replayingId: isPending ? variables.id : null };
}

const withEvent = ({ pages, pageParams }: Pages, heard: WebhookEvent): Pages => ({
  pageParams,
  pages: pages.map((page) => ({ ...page, data: page.data.map((event) => (event.id === heard.id ? heard : event)) })),
});
