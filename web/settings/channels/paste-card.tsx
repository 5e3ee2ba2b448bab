import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { AccountStep } from './account-step';
import { troubleWith } from './address';
import { CopyLine } from './copy-line';
import { FieldsLine } from './fields-line';
import { useCaller, useKind } from './network';
import type { Webhook } from './queries';
import { SecretLine } from './secret-line';

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
}

/** What belongs at the network. A trial has none: there it is only shown. */
export function PasteCard({ channel, webhook }: Props) {
  const { channels, networks } = useWords();
  const { paste } = channels;
  const caller = useCaller(channel);
  const asks = useKind(channel)?.asksLeave;
  if (!channel.webhook) return null;
  const { url, verifyToken, fields } = channel.webhook;
  const words = networks.paste[channel.kind] ?? { title: paste.title, where: paste.where, url: paste.url };
  return (
    <section className="card">
      <div className="h">
        <h2>{channel.trial ? paste.trialTitle : words.title}</h2>
      </div>
      <div className="kv">
        <p className="hint">{channel.trial ? paste.trialSays : words.where}</p>
        <CopyLine label={words.url} text={url} />
        {channel.trial ? null : <Trouble url={url} caller={caller} tlsToo={channel.kind !== 'webhook'} />}
        {asks && verifyToken ? <CopyLine label={paste.token} text={verifyToken} secret /> : null}
        {fields.length > 0 ? <FieldsLine fields={fields} webhook={webhook} /> : null}
        {channel.trial ? null : <AccountStep channel={channel} webhook={webhook} />}
        <SecretLine channel={channel} />
        {channel.kind === 'webhook' ? <a href="/docs">{networks.openapi}</a> : null}
      </div>
    </section>
  );
}

interface TroubleProps {
  readonly url: string;
  readonly caller: string;
  /** Whether it must have TLS. */
  readonly tlsToo: boolean;
}

function Trouble({ url, caller, tlsToo }: TroubleProps) {
  const { trouble } = useWords().channels.paste;
  const found = troubleWith(url);
  if (found === null || (found === 'plain' && !tlsToo)) return null;
  return (
    <p className="warnbox">
      <Icon name="warning" />
      <span>{trouble[found](new URL(url).hostname, caller)}</span>
    </p>
  );
}
