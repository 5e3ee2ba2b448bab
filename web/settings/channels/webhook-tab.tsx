import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { Channel } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { EventLog } from './event-log';
import { LineCard } from './line-card';
import { LiveCard } from './live-card';
import { CARDS } from './own-cards';
import { PasteCard } from './paste-card';
import { type Webhook, webhookQuery } from './queries';
import './webhook.css';

/** How the account is connected, how that is doing, and everything that came. */
export function WebhookTab({ channel }: { readonly channel: Channel }) {
  const { live } = useWords().channels;
  const { data: webhook, error, dataUpdatedAt } = useQuery(webhookQuery(channel.id));
  return (
    <>
      {error ? <ProblemLine error={error} what={live.notLoaded} /> : null}
      <div className="hooktwo">
        <HowConnected channel={channel} webhook={webhook} />
        <LiveCard channel={channel} webhook={webhook} now={dataUpdatedAt} />
      </div>
      <EventLog channel={channel} webhook={webhook} />
    </>
  );
}

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
}

/** The network's own card where it has one; else its line, or what to paste there. */
function HowConnected({ channel, webhook }: Props) {
  const Card = CARDS[channel.kind];
  if (Card)
    return (
      <Suspense fallback={<div />}>
        <Card channel={channel} />
      </Suspense>
    );
  return channel.line ? <LineCard channel={channel} /> : <PasteCard channel={channel} webhook={webhook} />;
}
