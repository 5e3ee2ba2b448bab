import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LineWishJson } from '../../../../src/http/schemas/channel-line';
import { ask } from '../../../api/ask';
import { lineQuery } from '../queries';

export interface Wishing {
  /** Rejects as the desk refuses; what comes of it is told by the line. */
  wish(wish: LineWishJson): Promise<unknown>;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Asks something of a channel's line. */
export function useWish(channelId: string): Wishing {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (body: LineWishJson) => ask('POST', `/channels/${channelId}/line`, { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: lineQuery(channelId).queryKey }),
  });
  return { wish: mutateAsync, isPending, error };
}
