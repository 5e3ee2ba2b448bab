import { useState } from 'react';
import type { Channel, WebhookEvent } from '../../api/types';
import { useWords } from '../../words';
import { EventTable } from './event-table';
import { type LogTab, LogTabs } from './log-tabs';
import type { Webhook } from './queries';
import { RawDrawer } from './raw-drawer';
import { RejectedTable } from './rejected-table';

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
}

/** Everything that came, by what became of it. */
export function EventLog({ channel, webhook }: Props) {
  const { log } = useWords().channels;
  const [tab, choose] = useState<LogTab>('all');
  const [looked, look] = useState<WebhookEvent | null>(null);
  return (
    <section className="card eventlog">
      <div className="h">
        <h2>{log.title}</h2>
        <span className="sm mute">{log.says}</span>
      </div>
      <LogTabs tab={tab} webhook={webhook} isCalled={channel.webhook !== null} onChoose={choose} />
      <div role="tabpanel" id="event-log" aria-label={log.tabs[tab]}>
        {tab === 'rejected' ? (
          <RejectedTable rejected={webhook?.rejected ?? []} />
        ) : (
          <EventTable key={tab} channelId={channel.id} shown={tab} onLook={look} />
        )}
      </div>
      {looked ? <RawDrawer event={looked} onClose={() => look(null)} /> : null}
    </section>
  );
}
