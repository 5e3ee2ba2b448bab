import { useState } from 'react';
import type { ChannelLineJson } from '../../../../src/http/schemas/channel-line';
import { AskDialog } from '../../../parts/ask-dialog';
import { useWords } from '../../../words';
import type { Wishing } from './use-wish';

interface Props {
  readonly line: ChannelLineJson;
  readonly wishing: Wishing;
  readonly name: string;
}

/** Begin anew, show a picture, log out: what makes sense just now. */
export function Acts({ line: { status, code, pairingCode }, wishing: { wish, isPending }, name }: Props) {
  const { phone, line: words } = useWords().networks;
  const [leaving, setLeaving] = useState(false);
  const showsPicture = pairingCode !== null || code === 'logged_out' || code === 'not_paired';
  return (
    <span className="row">
      <button
        type="button"
        className={`btn ${showsPicture && pairingCode === null ? 'go' : ''}`}
        disabled={isPending}
        onClick={() => wish({ type: 'restart' }).catch(() => undefined)}
      >
        {showsPicture ? phone.showPicture : words.restart}
      </button>
      {status === 'ready' ? (
        <button type="button" className="btn" disabled={isPending} onClick={() => setLeaving(true)}>
          {phone.logOut}
        </button>
      ) : null}
      {leaving ? (
        <AskDialog
          title={phone.logOutTitle(name)}
          says={[phone.logOutSays]}
          act={phone.logOut}
          notDone={phone.notAsked}
          onAct={async () => {
            await wish({ type: 'log_out' });
            setLeaving(false);
          }}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </span>
  );
}
