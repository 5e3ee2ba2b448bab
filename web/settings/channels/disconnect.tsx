import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../api/ask';
import type { Channel } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { channelsQuery } from './queries';

/** It does not come back, so it is asked. */
export function Disconnect({ channel, onClose }: { readonly channel: Channel; readonly onClose: () => void }) {
  const { common, channels } = useWords();
  const { page } = channels;
  const queries = useQueryClient();
  const go = useNavigate();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => ask('DELETE', `/channels/${channel.id}`),
    onSuccess: async () => {
      queries.setQueryData(channelsQuery.queryKey, (now) => now?.filter(({ id }) => id !== channel.id));
      await go({ to: '/settings/{-$section}', params: { section: 'channels' } });
      await queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
    },
  });
  return (
    <Modal opened onClose={onClose} title={page.disconnectTitle(channel.name)} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        {error ? <ProblemLine error={error} what={page.notDisconnected} /> : null}
        <p className="soft">{page.disconnectSays}</p>
        <p className="soft">{page.disconnectStays}</p>
        <div className="row asks">
          <button type="button" className="btn" data-autofocus onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" className="btn bad" disabled={isPending} onClick={() => mutate()}>
            {page.disconnectAct}
          </button>
        </div>
      </div>
    </Modal>
  );
}
