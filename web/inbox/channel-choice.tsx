import type { Workspace } from '../api/workspace-shape';
import { ChannelMark } from '../parts/channel-mark';

/** A channel as it is chosen from. */
export const channelChoice = ({ id, kind, name }: Pick<Workspace['channels'][number], 'id' | 'kind' | 'name'>) => ({
  value: id,
  name,
  label: (
    <span className="row tight">
      <ChannelMark kind={kind} flat />
      <bdi>{name}</bdi>
    </span>
  ),
});
