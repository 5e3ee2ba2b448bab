import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../api/ask';
import type { Channel } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { channelsQuery } from './queries';

/** It does not come back, so it is asked. */
export function Disconnect({ channel: { id, name, webhook }, onClose }: { readonly channel: Channel; readonly onClose: () => void }) {
  const { page } = useWords().channels;
  const queries = useQueryClient();
  const go = useNavigate();
  const disconnect = async () => {
    await ask('DELETE', `/channels/${id}`);
    queries.setQueryData(channelsQuery.queryKey, (now) => now?.filter((channel) => channel.id !== id));
    await go({ to: '/settings/{-$section}', params: { section: 'channels' } });
    await queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
  };
  return (
    <AskDialog
      title={page.disconnectTitle(name)}
      says={[
        page.disconnectSays,
        webhook && webhook.fields.length > 0 ? `${page.disconnectStays} ${page.disconnectServes}` : page.disconnectStays,
      ]}
      act={page.disconnectAct}
      notDone={page.notDisconnected}
      onAct={disconnect}
      onClose={onClose}
    />
  );
}
