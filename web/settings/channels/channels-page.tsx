import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { healthsQuery } from '../../api/health';
import { Empty } from '../../parts/empty';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { SettingsFrame } from '../settings-frame';
import { ChannelRow } from './channel-row';
import './channels.css';
import { botsQuery, channelsQuery } from './queries';
import { useStates } from './use-states';

/** The connected accounts. */
export function ChannelsPage() {
  const { settings, channels: words } = useWords();
  const { data, error } = useQuery(channelsQuery);
  const { data: bots } = useQuery(botsQuery);
  const { data: healths } = useQuery(healthsQuery);
  useStates();
  return (
    <SettingsFrame title={settings.frame.sections.channels} actions={data?.length === 0 ? null : <Connect />}>
      {error ? <ProblemLine error={error} what={words.list.notLoaded} /> : null}
      {data?.length === 0 ? (
        <Empty icon="channels" title={words.list.emptyTitle} says={words.list.emptySays}>
          <Connect />
        </Empty>
      ) : null}
      {data && data.length > 0 ? (
        <ul className="card chanlist">
          {data.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              bot={bots?.find(({ id }) => id === channel.botId)}
              health={healths?.find(({ channelId }) => channelId === channel.id)}
            />
          ))}
        </ul>
      ) : null}
    </SettingsFrame>
  );
}

function Connect() {
  const { list } = useWords().channels;
  return (
    <Link className="btn go" to="/settings/channels/new">
      <Icon name="plus" />
      {list.connect}
    </Link>
  );
}
