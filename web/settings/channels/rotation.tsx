import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Channel } from '../../api/types';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { channelQuery, keepChannel, webhookQuery } from './queries';

/** Until when the app secret before the present one is taken too, whether it still was used, and the way to end that. */
export function Rotation({ channel }: { readonly channel: Channel }) {
  const { rotation } = useWords().channels;
  const times = useTimes();
  const now = useMinute();
  const { data } = useQuery({ ...webhookQuery(channel.id), enabled: channel.previousSecretUntil !== null });
  const { stop, error, stopping } = useStop(channel);
  if (channel.previousSecretUntil === null) return null;
  const former = data?.previousSecret;
  return (
    <div className="rotation">
      {error ? <ProblemLine error={error} what={rotation.notStopped} /> : null}
      <p className="hint">
        {rotation.until(times.moment(channel.previousSecretUntil, now))}{' '}
        {former ? (former.lastUsedAt ? rotation.used(times.moment(former.lastUsedAt, now)) : rotation.unused) : null}
      </p>
      <button type="button" className="btn small" disabled={stopping} onClick={() => stop()}>
        {stopping ? rotation.stopping : rotation.stop}
      </button>
    </div>
  );
}

function useStop(channel: Channel) {
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => ask('DELETE', `/channels/${channel.id}/previous-secret`),
    onSuccess: async () => keepChannel(queries, await queries.fetchQuery({ ...channelQuery(channel.id), staleTime: 0 })),
  });
  return { stop: () => mutate(), error, stopping: isPending };
}
