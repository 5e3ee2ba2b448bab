import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { AccountStep } from './account-step';
import { troubleWith } from './address';
import { CopyLine } from './copy-line';
import { FieldsLine } from './fields-line';
import type { Webhook } from './queries';
import { SecretLine } from './secret-line';

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
}

/** What belongs at Meta. A trial has no Meta: there it is only shown. */
export function PasteCard({ channel, webhook }: Props) {
  const { paste } = useWords().channels;
  if (!channel.webhook) return null;
  const { url, verifyToken, fields } = channel.webhook;
  return (
    <section className="card">
      <div className="h">
        <h2>{channel.trial ? paste.trialTitle : paste.title}</h2>
      </div>
      <div className="kv">
        <p className="hint">{channel.trial ? paste.trialSays : paste.where}</p>
        <CopyLine label={paste.url} text={url} />
        {channel.trial ? null : <Trouble url={url} />}
        {verifyToken ? <CopyLine label={paste.token} text={verifyToken} secret /> : null}
        <FieldsLine fields={fields} webhook={webhook} />
        {channel.trial ? null : <AccountStep channel={channel} webhook={webhook} />}
        <SecretLine channel={channel} />
      </div>
    </section>
  );
}

function Trouble({ url }: { readonly url: string }) {
  const { trouble } = useWords().channels.paste;
  const found = troubleWith(url);
  if (found === null) return null;
  return (
    <p className="warnbox">
      <Icon name="warning" />
      <span>{trouble[found](new URL(url).hostname)}</span>
    </p>
  );
}
