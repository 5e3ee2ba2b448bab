import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import type { Webhook } from './queries';

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
}

/** By which field the networks of Meta know the account. */
const ACCOUNT: Readonly<Record<string, string>> = {
  whatsapp_cloud: 'businessAccountId',
  instagram: 'accountId',
  messenger: 'pageId',
};

/** The last step at Meta, and the one that is easily forgotten: the address is verified without it. */
export function AccountStep({ channel: { kind, config }, webhook }: Props) {
  const { paste } = useWords().channels;
  const says = paste.accountSays[kind]?.(String(config[ACCOUNT[kind] ?? ''] ?? ''));
  if (!says) return null;
  const done = webhook !== undefined && webhook.firstEvent !== null;
  return (
    <div className="field">
      <span className="label">{paste.account}</span>
      {done ? (
        <span className="hint accountdone">
          <span className="good">
            <Icon name="check" size="s" />
          </span>
          {paste.accountDone}
        </span>
      ) : (
        <>
          <span className="hint">{says}</span>
          <b className="hint">{paste.accountWithout}</b>
        </>
      )}
    </div>
  );
}
