import type { Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { inSentence } from './name-of';

/** Another app holds the conversation at the network: since when, and how it comes back. */
export function Held({ ticket, since }: { readonly ticket: Ticket; readonly since: string }) {
  const { composer } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { name } = inSentence(ticket, composer.theCustomer);
  return (
    <div className="heldline" role="status">
      <Icon name="transfer" />
      <p dir="auto">
        <b>{composer.held.since(times.moment(Date.parse(since), now))}</b> {composer.held.how(name)}
      </p>
    </div>
  );
}
