import type { Account } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useMinute } from '../../parts/now';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';

/** What keeps somebody from signing in, or that they do so in two steps. */
export function Standing({ agent: { hasPassword, twoFactor, invited } }: { readonly agent: Account }) {
  const { people } = useWords().account;
  const times = useTimes();
  const now = useMinute();
  if (hasPassword)
    return twoFactor ? (
      <span className="sm mute twostep">
        <Icon name="lock" size="s" /> {people.twoFactor}
      </span>
    ) : null;
  const over = invited !== null && Date.parse(invited.expiresAt) <= now;
  const says = !invited
    ? people.noPassword
    : over
      ? people.invitationOver
      : invited.mail === 'failed'
        ? people.mailFailed
        : people.invitedUntil(times.moment(invited.expiresAt, now));
  return <span className={`sm block ${invited && !over && invited.mail !== 'failed' ? 'mute' : 'warnword'}`}>{says}</span>;
}
