import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { isProblem } from '../../api/ask';
import { healthsQuery } from '../../api/health';
import type { Channel } from '../../api/types';
import { Nowhere } from '../../app/nowhere';
import { ChannelMark } from '../../parts/channel-mark';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { SettingsFrame } from '../settings-frame';
import { ChannelMenu } from './channel-menu';
import { ChannelTabs } from './channel-tabs';
import './channels.css';
import { Doing } from './doing';
import { History } from './history';
import { KindLine } from './kind-line';
import { useKind } from './network';
import { pauseReason } from './pause-reason';
import { channelQuery } from './queries';
import { isTab, TABS, tabsOf } from './tabs';
import { useStates } from './use-states';

/** One connected account, in tabs. */
export function ChannelPage() {
  const { channelId, tab } = useParams({ from: '/desk/settings/channels/$channelId/{-$tab}' });
  const { settings, channels } = useWords();
  const { data: channel, error } = useQuery(channelQuery(channelId));
  useStates();
  if (isProblem(error, 'not_found')) return <Nowhere />;
  if (channel) return <Whole key={channel.id} channel={channel} tab={tab} />;
  return (
    <SettingsFrame title={settings.frame.sections.channels} crumb="channels">
      {error ? <ProblemLine error={error} what={channels.page.notLoaded} /> : null}
    </SettingsFrame>
  );
}

function Whole({ channel, tab = 'account' }: { readonly channel: Channel; readonly tab: string | undefined }) {
  const { data: healths } = useQuery(healthsQuery);
  const kind = useKind(channel);
  if (!isTab(tab) || (kind && !tabsOf(kind).includes(tab))) return <Nowhere />;
  const Tab = TABS[tab];
  return (
    <SettingsFrame
      title={channel.name}
      crumb="channels"
      mark={<ChannelMark kind={channel.kind} flat className="big" />}
      says={<KindLine channel={channel} />}
      actions={
        <>
          <Doing channel={channel} health={healths?.find(({ channelId }) => channelId === channel.id)} />
          <ChannelMenu channel={channel} />
        </>
      }
    >
      <Paused channel={channel} />
      <History channel={channel} />
      <ChannelTabs channel={channel} tab={tab} />
      <Suspense>
        <Tab channel={channel} />
      </Suspense>
    </SettingsFrame>
  );
}

function Paused({ channel: { state } }: { readonly channel: Channel }) {
  const { page } = useWords().channels;
  if (state.status !== 'paused') return null;
  return (
    <div className="bannerline bad pausedline">
      <Icon name="failed" />
      <span className="grow">
        <b>{page.paused(pauseReason(state.reason ?? ''))}</b> {page.pausedHow}
      </span>
    </div>
  );
}
