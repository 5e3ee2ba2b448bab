import { useQuery } from '@tanstack/react-query';
import type { Channel } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { EventLog } from './event-log';
import { LiveCard } from './live-card';
import { PasteCard } from './paste-card';
import { webhookQuery } from './queries';
import './webhook.css';

/** What to paste at the provider, how it is doing, and everything that came. */
export function WebhookTab({ channel }: { readonly channel: Channel }) {
  const { live } = useWords().channels;
  const { data: webhook, error, dataUpdatedAt } = useQuery(webhookQuery(channel.id));
  return (
    <>
      {error ? <ProblemLine error={error} what={live.notLoaded} /> : null}
      <div className="hooktwo">
        <PasteCard channel={channel} webhook={webhook} />
        <LiveCard channel={channel} webhook={webhook} now={dataUpdatedAt} />
      </div>
      <EventLog channel={channel} webhook={webhook} />
    </>
  );
}
