import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, isProblem } from '../../api/ask';
import type { Channel } from '../../api/types';
import { wrongFields } from './config-form';
import { channelQuery, keepChannel } from './queries';

export interface ChannelPatch {
  readonly name?: string;
  readonly config?: Readonly<Record<string, string | null>>;
  readonly botId?: string | null;
  readonly teamId?: string | null;
  readonly overrides?: Channel['overrides'];
}

/** Saves a change of the channel as it was read. `stale`: somebody was faster; nothing was saved, and `loadTheirs` reads it anew. */
export function useChannelSave(channel: Channel) {
  const queries = useQueryClient();
  const { mutateAsync, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: (patch: ChannelPatch) => ask<Channel>('PATCH', `/channels/${channel.id}`, { body: patch, ifMatch: channel.version }),
    onSuccess: (saved) => {
      keepChannel(queries, saved);
      void queries.invalidateQueries({ queryKey: ['channels', saved.id, 'webhook'] });
    },
  });
  const refused = wrongFields(error);
  const stale = isProblem(error, 'stale');
  return {
    /** true: it is saved. */
    save: (patch: ChannelPatch) =>
      mutateAsync(patch).then(
        () => true,
        () => false,
      ),
    saving: isPending,
    saved: isSuccess,
    stale,
    refused,
    error: refused || stale ? null : error,
    reset,
    loadTheirs: async () => {
      await queries.fetchQuery({ ...channelQuery(channel.id), staleTime: 0 });
      reset();
    },
  };
}

export type Saving = ReturnType<typeof useChannelSave>;
