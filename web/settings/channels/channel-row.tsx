import { Link } from '@tanstack/react-router';
import type { ChannelHealthLineJson } from '../../../src/http/schemas/channel-health';
import type { Channel } from '../../api/types';
import { ChannelMark } from '../../parts/channel-mark';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { Doing, isBad } from './doing';
import { KindLine } from './kind-line';
import type { Bot } from './queries';

interface Props {
  readonly channel: Channel;
  readonly bot: Bot | undefined;
  readonly health: ChannelHealthLineJson | undefined;
}

/** One account: which, who answers there, how it is doing. */
export function ChannelRow({ channel, bot, health }: Props) {
  const { list } = useWords().channels;
  const tab = isBad(channel, health) ? 'health' : channel.state.status === 'new' ? 'webhook' : undefined;
  return (
    <li>
      <Link className="chanrow" to="/settings/channels/$channelId/{-$tab}" params={{ channelId: channel.id, tab }}>
        <ChannelMark kind={channel.kind} flat className="big" />
        <span className="grow">
          <b className="cut block" dir="auto" title={channel.name}>
            {channel.name}
          </b>
          <span className="sm mute block">
            <KindLine channel={channel} />
          </span>
          {channel.state.reason ? <span className="sm bad-t block">{channel.state.reason}</span> : null}
        </span>
        <span className="sm soft bot">
          <Icon name="bot" size="s" />
          {bot ? (
            <bdi className="cut" title={bot.name}>
              {list.bot(bot.name)}
            </bdi>
          ) : (
            list.noBot
          )}
        </span>
        <Doing channel={channel} health={health} />
        <span className="mute">
          <Icon name="forward" size="s" flips />
        </span>
      </Link>
    </li>
  );
}
