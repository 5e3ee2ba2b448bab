import { useWords } from '../../words';
import type { Webhook } from './queries';
import { meaningOf } from './rejections';
import { Step } from './step';
import { useStamp } from './use-stamp';

/** What was turned away at the door, by reason, and whether anything is missing for it. */
export function Signatures({ webhook, caller }: { readonly webhook: Webhook; readonly caller: string }) {
  const { live } = useWords().channels;
  const stamp = useStamp();
  const count = webhook.rejected.reduce((sum, group) => sum + group.count, 0);
  if (count === 0)
    return (
      <Step icon="check" tone="good" title={live.signatures}>
        <span className="sm mute block">{live.signaturesGood}</span>
      </Step>
    );
  return (
    <Step icon="warning" tone="bad-t" title={live.refused(count)}>
      {webhook.rejected.map((group) => (
        <p key={group.code} className="sm soft reason">
          <b>{live.group(group.count, stamp.seconds(group.lastAt))}</b>, {live.reasons[group.code]}
          {group.from ? (
            <>
              {', '}
              <bdi>{live.from(group.from)}</bdi>
            </>
          ) : null}
          . {live.means[meaningOf(group, webhook)](caller)}
        </p>
      ))}
    </Step>
  );
}
