import type { ChannelHealthLineJson } from '../../../src/http/schemas/channel-health';
import type { Channel } from '../../api/types';
import { ChannelState } from './channel-state';
import { HealthState } from './health/health-state';

interface Props {
  readonly channel: Channel;
  readonly health: ChannelHealthLineJson | undefined;
}

/** Whether something is wrong that its state does not say already. */
export const isBad = ({ trial, state }: Channel, health: ChannelHealthLineJson | undefined): boolean =>
  health?.state === 'bad' && !trial && state.status !== 'paused';

/** The worst that is known of a channel, in a word. */
export function Doing({ channel, health }: Props) {
  return isBad(channel, health) ? <HealthState state="bad" /> : <ChannelState status={channel.state.status} />;
}
